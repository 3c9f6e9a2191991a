/// Numbers that never change once they are made, for loops that read one of them for each request.
///
/// An array kept by a class costs a retain and a release at each read, several times what the read itself does.
///
/// Sendable although it holds a pointer: nothing writes to the memory after `init`, and it is freed with the last
/// owner.
final class FixedBuffer<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
    let elements: UnsafeBufferPointer<Element>

    init(_ array: [Element]) {
        let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: array.count)
        _ = memory.initialize(from: array)
        elements = UnsafeBufferPointer(memory)
    }

    deinit { elements.deallocate() }

    var count: Int { elements.count }

    @inline(__always)
    subscript(index: Int) -> Element { elements[index] }

    @inline(__always)
    subscript(range: Range<Int>) -> UnsafeBufferPointer<Element> {
        UnsafeBufferPointer(rebasing: elements[range])
    }
}
