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

        deinit { values.deallocate() }
    }

    init(repeating value: Element, count: Int) {
        self.init(unwritten: count)
        values.initialize(repeating: value)
    }

    /// Creates a column whose elements must each be written before they are read.
    init(unwritten count: Int) {
        values = .allocate(capacity: count)
        memory = Memory(values)
    }

    var count: Int { values.count }

    @inline(__always)
    subscript(index: Int) -> Element {
        get { values[index] }
        nonmutating set { values[index] = newValue }
    }
}
