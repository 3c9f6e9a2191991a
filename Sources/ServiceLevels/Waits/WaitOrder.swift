extension Wait {
    /// A number that stands before those of longer waits. The last bit says whether the request was closed.
    var key: UInt64 {
        // The bits of numbers of at least 0 are in the numbers' order; a zero with a sign is 0.
        (days + 0).bitPattern << 1 | (end == .closed ? 1 : 0)
    }

    /// The days that a key was made of.
    static func days(ofKey key: UInt64) -> Double { Double(bitPattern: key >> 1) }
}

/// Sorts by a number for each element; those of one number keep their order.
///
/// What is in order already is only looked at, and few elements are compared. Many are parted by the digits of their numbers,
/// eleven bits at a time from the last to the first: comparing a million takes several times as long.
func sortAscending<Element>(_ elements: inout [Element], by key: (Element) -> UInt64) {
    guard let first = elements.first else { return }
    var (isAscending, previous, differing) = (true, key(first), UInt64.zero)
    let common = previous
    for element in elements {
        let number = key(element)
        if number < previous { isAscending = false }
        previous = number
        differing |= number ^ common
    }
    if isAscending { return }
    guard elements.count >= fewestByDigits else { return elements.sort { key($0) < key($1) } }
    var other = [Element](repeating: first, count: elements.count)
    var starts = [Int](repeating: 0, count: 1 << digitBits)
    for shift in stride(from: UInt64(0), to: 64, by: digitBits) where differing >> shift & digitMask != 0 {
        for digit in starts.indices { starts[digit] = 0 }
        for element in elements { starts[Int(key(element) >> shift & digitMask)] += 1 }
        var sum = 0
        for digit in starts.indices {
            let count = starts[digit]
            starts[digit] = sum
            sum += count
        }
        for element in elements {
            let digit = Int(key(element) >> shift & digitMask)
            other[starts[digit]] = element
            starts[digit] += 1
        }
        swap(&elements, &other)
    }
}

private let fewestByDigits = 1024
private let digitBits = 11
private let digitMask: UInt64 = 1 << 11 - 1
