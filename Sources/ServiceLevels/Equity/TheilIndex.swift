import Foundation

/// How unequal values are, and how much of it lies between groups: Theil's T.
///
/// Formulas: T = mean of (x/μ) ln(x/μ), 0 where all are equal. With sₖ the share of the sum in group k and μₖ its mean,
/// T between = Σ sₖ ln(μₖ/μ) and T within = Σ sₖ Tₖ; the two add up to T. Source: Theil, "Economics and Information
/// Theory" (1967). Equals PySAL's `inequality.theil`.
package struct TheilIndex: Sendable {
    package let total: Double
    /// What would be left if each value were its group's mean.
    package let between: Double
    /// What would be left if all groups had the same mean.
    package var within: Double { total - between }
    /// The share of the inequality that lies between groups; `nil` where there is none.
    package var shareBetween: Double? { total > 0 ? between / total : nil }

    /// - Parameters:
    ///   - values: None below 0, such as days to close.
    ///   - groups: The group of each value, such as the index of its district, from 0 on.
    /// - Throws: ``ServiceLevelError``.
    package init(of values: [Double], groups: [Int]) throws(ServiceLevelError) {
        try requireEqualLengths("values", count: values.count, second: "groups", otherCount: groups.count)
        try require(values, name: "value", allowed: "0 or more") { $0 >= 0 }
        if let index = groups.firstIndex(where: { $0 < 0 }) {
            throw .unusableValue(name: "group", index: index, allowed: "0 or more")
        }
        var sums = [Double](repeating: 0, count: (groups.max() ?? -1) + 1)
        var counts = sums
        for (value, group) in zip(values, groups) {
            sums[group] += value
            counts[group] += 1
        }
        let mean = sums.reduce(0, +) / Double(max(1, values.count))
        func term(_ relative: Double) -> Double { relative > 0 ? relative * log(relative) : 0 }
        let all = Double(max(1, values.count))
        total = mean > 0 ? values.reduce(0) { $0 + term($1 / mean) } / all : 0
        between =
            mean > 0
            ? sums.indices.reduce(0) { sum, group in
                counts[group] > 0 ? sum + counts[group] / all * term(sums[group] / counts[group] / mean) : sum
            } : 0
    }
}
