#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
import WorkSharing

/// A column of plain values that several threads fill at once; copies share the values.
///
/// The owner's promise is that no two threads write the same element, and that none reads what another is writing:
/// each stage of a clustering writes its own part and ends before the next begins.
struct SharedColumn<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
    let values: UnsafeMutableBufferPointer<Element>
    private let memory: Memory

    /// Frees the values with the last copy of their column.
    private final class Memory {
        let values: UnsafeMutableBufferPointer<Element>

        init(_ values: UnsafeMutableBufferPointer<Element>) { self.values = values }

        deinit { free(values.baseAddress) }
    }

    init(repeating value: Element, count: Int, jobs: Int) {
        self.init(unwritten: count)
        let column = self
        _ = mapSlices(count: count, sliceLength: Self.sliceLength, jobs: jobs, makeWorker: {}) { _, range in
            column.values[range].initialize(repeating: value)
        }
    }

    /// Creates a column whose elements must each be written before they are read.
    init(unwritten count: Int) {
        let bytes = max(count * MemoryLayout<Element>.stride, 1)
        var pointer: UnsafeMutableRawPointer?
        guard posix_memalign(&pointer, bytes >= LargePages.size ? LargePages.size : 16, bytes) == 0,
            let pointer
        else { fatalError("no memory for \(bytes) bytes") }
        LargePages.advise(UnsafeMutableRawBufferPointer(start: pointer, count: bytes))
        values = UnsafeMutableBufferPointer(
            start: pointer.bindMemory(to: Element.self, capacity: count), count: count)
        memory = Memory(values)
    }

    private static var sliceLength: Int { 1 << 18 }

    var count: Int { values.count }

    /// Returns the values as an array.
    func array(jobs: Int) -> [Element] {
        filledArray(count: count, sliceLength: Self.sliceLength, jobs: jobs) { range, target in
            let part = UnsafeMutableBufferPointer(start: target + range.lowerBound, count: range.count)
            _ = part.initialize(fromContentsOf: values[range])
        }
    }

    @inline(__always)
    subscript(index: Int) -> Element {
        get { values[index] }
        nonmutating set { values[index] = newValue }
    }
}
