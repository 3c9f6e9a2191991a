#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A column of plain values that several threads fill at once; copies share the values.
///
/// The owner's promise is that no two threads write the same element, and that none reads what another is writing:
/// each stage of a clustering writes its own part and ends before the next begins.
struct SharedColumn<Element: BitwiseCopyable>: @unchecked Sendable {
    let values: UnsafeMutableBufferPointer<Element>
    private let memory: Memory

    /// Frees the values with the last copy of their column.
    private final class Memory {
        let values: UnsafeMutableBufferPointer<Element>

        init(_ values: UnsafeMutableBufferPointer<Element>) { self.values = values }

        deinit { free(values.baseAddress) }
    }

    init(repeating value: Element, count: Int) {
        self.init(unwritten: count)
        values.initialize(repeating: value)
    }

    /// Creates a column whose elements must each be written before they are read.
    init(unwritten count: Int) {
        let bytes = max(count * MemoryLayout<Element>.stride, 1)
        let isLarge = bytes >= 2 * Self.hugePage
        var pointer: UnsafeMutableRawPointer?
        guard posix_memalign(&pointer, isLarge ? Self.hugePage : 16, bytes) == 0, let pointer else {
            fatalError("no memory for \(bytes) bytes")
        }
        #if canImport(Glibc)
            // Large pages spare most of the faults at the first touch; where there are none this does nothing.
            if isLarge { madvise(pointer, bytes, 14 /* MADV_HUGEPAGE */) }
        #endif
        values = UnsafeMutableBufferPointer(
            start: pointer.bindMemory(to: Element.self, capacity: count), count: count)
        memory = Memory(values)
    }

    private static var hugePage: Int { 2 << 20 }

    var count: Int { values.count }

    @inline(__always)
    subscript(index: Int) -> Element {
        get { values[index] }
        nonmutating set { values[index] = newValue }
    }
}
