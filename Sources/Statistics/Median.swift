/// Returns the median: the middle value in order, or the mean of the two in the middle; `nil` of no values.
///
/// The one definition of all commands. `median([4, 1, 9])` is 4, `median([4, 1])` is 2.5. Only a median of waits of which
/// some are not over is another question: see `WaitCurve`.
/// - Precondition: No value is not a number.
/// - Complexity: O(n log n).
package func median<Value: BinaryFloatingPoint>(_ values: some Sequence<Value>) -> Value? {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return nil }
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
}
