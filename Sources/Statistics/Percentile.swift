/// Returns a percentile: the smallest value that at least a share of all does not exceed; `nil` of no values.
///
/// The nearest rank, so one that occurs. For the middle there is ``median(_:)``.
/// - Parameters:
///   - share: 0.95 for the 95th percentile.
///   - sorted: The values, ascending.
package func percentile<Value>(_ share: Double, ofSorted sorted: [Value]) -> Value? {
    sorted.isEmpty ? nil : sorted[max(0, Int((share * Double(sorted.count)).rounded(.up)) - 1)]
}
