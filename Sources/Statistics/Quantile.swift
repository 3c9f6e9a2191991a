/// Returns a quantile: between the two values whose ranks lie around it, in proportion, as R's type 7 and numpy do by
/// default. Where one of the two is infinite it is returned, the lower first.
///
/// For a value that occurs there is ``percentile(_:ofSorted:)``.
/// - Parameters:
///   - share: 0.025 for the lower end of 95 %.
///   - sorted: The values, ascending.
/// - Precondition: There is a value.
package func quantile(_ share: Double, ofSorted sorted: [Double]) -> Double {
    let rank = share * Double(sorted.count - 1)
    let (low, high) = (sorted[Int(rank)], sorted[min(sorted.count - 1, Int(rank) + 1)])
    guard low.isFinite, high.isFinite else { return low.isInfinite ? low : high }
    return low + (rank - rank.rounded(.down)) * (high - low)
}
