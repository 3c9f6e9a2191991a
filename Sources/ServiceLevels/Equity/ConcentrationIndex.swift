/// Returns where each unit stands when all stand in order of a value: the share of the weight before the middle of its
/// own, 0…1. Equal values share the middle of their joint weight.
func fractionalRanks(of values: [Double], weights: [Double]) throws(ServiceLevelError) -> [Double] {
    try requireEqualLengths("values", count: values.count, second: "weights", otherCount: weights.count)
    try require(values, name: "value", allowed: "a number") { _ in true }
    try require(weights, name: "weight", allowed: "0 or more") { $0 >= 0 }
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    let total = weights.reduce(0, +)
    var ranks = [Double](repeating: 0, count: values.count)
    var before = 0.0
    var start = 0
    while start < order.count {
        let end = order[start...].firstIndex { values[$0] > values[order[start]] } ?? order.count
        let own = order[start..<end].reduce(0) { $0 + weights[$1] }
        for index in order[start..<end] { ranks[index] = total > 0 ? (before + own / 2) / total : 0 }
        before += own
        start = end
    }
    return ranks
}

/// Returns on whom something falls: below 0 on the poorer, above 0 on the richer, 0 where income plays no part, −1…1.
///
/// Formula: C = 2 cov(h, r) / μ, with r the fractional rank by income, the covariance and the mean μ of h weighted by
/// people. Source: Kakwani, Wagstaff and van Doorslaer, Journal of Econometrics 77 (1997).
///
/// - Parameters:
///   - values: What falls on each area, such as its mean days to close; none below 0.
///   - incomes: The income of each area.
///   - people: The weight of each area.
/// - Returns: `nil` where the mean is 0 or nobody is counted.
package func concentrationIndex(
    of values: [Double], incomes: [Double], people: [Double]
) throws(ServiceLevelError) -> Double? {
    try requireEqualLengths("values", count: values.count, second: "incomes", otherCount: incomes.count)
    try require(values, name: "value", allowed: "0 or more") { $0 >= 0 }
    let ranks = try fractionalRanks(of: incomes, weights: people)
    let total = people.reduce(0, +)
    func mean(_ value: (Int) -> Double) -> Double {
        values.indices.reduce(0) { $0 + people[$1] * value($1) } / total
    }
    guard total > 0 else { return nil }
    let center = mean { values[$0] }
    guard center > 0 else { return nil }
    let middle = mean { ranks[$0] }
    return 2 * mean { (values[$0] - center) * (ranks[$0] - middle) } / center
}
