#if canImport(Glibc)
    import Glibc
#endif

/// Memory in pages of 2 MiB: large columns are then touched for the first time, and given back, in a fraction of the
/// time.
package enum LargePages {
    package static let size = 2 << 20

    /// Asks the system for large pages; where it has none this does nothing.
    package static func advise(_ memory: UnsafeMutableRawBufferPointer) {
        #if canImport(Glibc)
            guard let base = memory.baseAddress, memory.count >= size else { return }
            let pageSize = Int(getpagesize())
            let address = UInt(bitPattern: base)
            let start = (address + UInt(pageSize) - 1) / UInt(pageSize) * UInt(pageSize)
            let length = Int(address + UInt(memory.count) - start)
            madvise(UnsafeMutableRawPointer(bitPattern: start), length, 14 /* MADV_HUGEPAGE */)
        #endif
    }
}

extension Array where Element: BitwiseCopyable {
    /// Makes room for elements, in large pages where the system has them.
    package mutating func reserveLargePages(_ count: Int) {
        reserveCapacity(count)
        let room = capacity * MemoryLayout<Element>.stride
        withUnsafeMutableBytes { bytes in
            guard let base = bytes.baseAddress else { return }
            LargePages.advise(UnsafeMutableRawBufferPointer(start: base, count: room))
        }
    }
}
