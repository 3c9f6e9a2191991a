/// Returns the median: the middle value in order, or the mean of the two in the middle; `nil` of no values.
///
/// The one definition of all commands. `median([4, 1, 9])` is 4, `median([4, 1])` is 2.5. Only a median of waits of which
/// some are not over is another question: see `WaitCurve`.
/// - Precondition: No value is not a number.
/// - Complexity: O(n) on average.
@inlinable package func median<Value: BinaryFloatingPoint>(_ values: some Sequence<Value>) -> Value? {
    var values = ArraySlice(values)
    return median(reordering: &values)
}

/// Returns the median as ``median(_:)`` defines it, without a copy: the values are put in another order.
@inlinable package func median<Value: BinaryFloatingPoint>(reordering values: inout ArraySlice<Value>)
    -> Value?
{
    guard !values.isEmpty else { return nil }
    let middle = values.startIndex + values.count / 2
    let upper = select(middle, from: &values)
    guard values.count.isMultiple(of: 2) else { return upper }
    let lower = values[..<middle].max() ?? upper
    return (lower + upper) / 2
}

/// Returns the median of values of which one that occurs is wanted: of two in the middle the lower; `nil` of no values.
///
/// For positions, which must not lie between two towns.
@inlinable package func lowerMedian<Value: BinaryFloatingPoint>(_ values: some Sequence<Value>) -> Value? {
    var values = ArraySlice(values)
    return values.isEmpty ? nil : select(values.startIndex + (values.count - 1) / 2, from: &values)
}

/// Returns the value that stands at an index once the values are in order; those before it are no larger (Hoare's
/// quickselect).
@inlinable package func select<Value: BinaryFloatingPoint>(_ index: Int, from values: inout ArraySlice<Value>)
    -> Value
{
    var low = values.startIndex
    var high = values.endIndex - 1
    while low < high {
        let pivot = values[(low + high) / 2]
        var left = low
        var right = high
        while left <= right {
            while values[left] < pivot { left += 1 }
            while values[right] > pivot { right -= 1 }
            if left <= right {
                values.swapAt(left, right)
                left += 1
                right -= 1
            }
        }
        if index <= right { high = right } else if index >= left { low = left } else { break }
    }
    return values[index]
}
