import Statistics

/// The Mann-Kendall test for a trend in a series, with Kendall's tau and the Theil-Sen slope.
///
/// Formulas, for n values with groups of t equal ones: S = ΣΣ sgn(xⱼ − xᵢ) over i < j;
/// Var S = [n(n−1)(2n+5) − Σ t(t−1)(2t+5)] / 18; z = (S − sgn S) / √Var S; p two-sided; tau = S / (n(n−1)/2);
/// slope = median of (xⱼ − xᵢ) / (j − i). The normal distribution holds from about ten values on.
///
/// Sources: Mann, Econometrica 13 (1945); Kendall, "Rank Correlation Methods" (1975); Sen, JASA 63 (1968). Equals
/// pymannkendall's `original_test`.
package struct MannKendall: Sendable {
    /// Rising pairs less falling pairs.
    package let score: Int
    package let variance: Double
    package let z: Double
    package let p: Double
    /// Kendall's tau-a, −1…1.
    package let tau: Double
    /// The change from one value to the next, in the unit of the values.
    package let slope: Double

    /// - Complexity: O(n²), for series of tens or hundreds of values. A series of fewer than two has no trend.
    package init(series: [Double]) {
        var score = 0
        var slopes: [Double] = []
        for (later, value) in series.enumerated() {
            for (earlier, previous) in series[..<later].enumerated() {
                score += value > previous ? 1 : value < previous ? -1 : 0
                slopes.append((value - previous) / Double(later - earlier))
            }
        }
        self.score = score
        variance = MannKendall.variance(of: series)
        z = variance > 0 ? Double(score - score.signum()) / variance.squareRoot() : 0
        p = twoSidedNormalP(z)
        tau = slopes.isEmpty ? 0 : Double(score) / Double(slopes.count)
        slope = median(slopes) ?? 0
    }

    /// Returns the direction of the trend, where its p-value is at most the significance.
    package func trend(significance: Double) -> Trend.Direction {
        p > significance ? .steady : z > 0 ? .rising : .falling
    }

    private static func variance(of series: [Double]) -> Double {
        func term(_ count: Int) -> Double { Double(count * (count - 1) * (2 * count + 5)) }
        let ties = Dictionary(grouping: series, by: { $0 }).values.reduce(0) { $0 + term($1.count) }
        return (term(series.count) - ties) / 18
    }
}

extension Trend.Direction {
    var opposite: Trend.Direction {
        switch self {
        case .falling: .rising
        case .steady: .steady
        case .rising: .falling
        }
    }
}
