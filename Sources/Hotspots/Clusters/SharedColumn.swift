/// A column of plain values that several threads fill at once.
///
/// The owner's promise is that no two threads write the same element, and that none reads what another is writing:
/// each stage of a clustering writes its own part and ends before the next begins.
final class SharedColumn<Element: BitwiseCopyable>: @unchecked Sendable {
    let values: UnsafeMutableBufferPointer<Element>

    init(repeating value: Element, count: Int) {
        values = .allocate(capacity: count)
        values.initialize(repeating: value)
    }

    /// Creates a column whose elements must each be written before they are read.
    init(unwritten count: Int) { values = .allocate(capacity: count) }

    deinit { values.deallocate() }

    subscript(index: Int) -> Element {
        get { values[index] }
        set { values[index] = newValue }
    }
}
