/// The difference between two shares within strata: Σ w (p₁ − p₀) / Σ w with w = n₁ n₀ / (n₁ + n₀).
///
/// Source: Mantel and Haenszel, JNCI 22 (1959); variance of Greenland and Robins, Biometrics 41 (1985):
/// Σ (a₁ b₁ n₀³ + a₀ b₀ n₁³) / (n₁ n₀ (n₁ + n₀)²) / (Σ w)², a and b being those with and without. It holds for few large and
/// for many small strata.
package struct MantelHaenszelDifference: Sendable, Equatable {
    /// One stratum: how many of one side have it, of how many, and the same of the other side.
    package struct Stratum: Sendable, Hashable {
        package var ones: Int
        package var onesTotal: Int
        package var others: Int
        package var othersTotal: Int

        package init(ones: Int, onesTotal: Int, others: Int, othersTotal: Int) {
            self.ones = ones
            self.onesTotal = onesTotal
            self.others = others
            self.othersTotal = othersTotal
        }

        fileprivate var isShared: Bool { onesTotal > 0 && othersTotal > 0 }
    }

    package let difference: Double
    package let standardError: Double
    /// How many of each side lie in strata that both sides have.
    package let ones: Int
    package let others: Int
    /// How many lie in strata that only one side has: left out.
    package let leftOut: Int
    /// The strata that both sides have.
    package let strata: Int

    /// Returns `nil` where the sides share no stratum.
    package init?(_ strata: some Sequence<Stratum>) {
        var (weighted, weights, variance) = (0.0, 0.0, 0.0)
        var (ones, others, leftOut, shared) = (0, 0, 0, 0)
        for stratum in strata {
            guard stratum.isShared else {
                leftOut += stratum.onesTotal + stratum.othersTotal
                continue
            }
            shared += 1
            ones += stratum.onesTotal
            others += stratum.othersTotal
            let (n1, n0) = (Double(stratum.onesTotal), Double(stratum.othersTotal))
            let (a1, a0) = (Double(stratum.ones), Double(stratum.others))
            let weight = n1 * n0 / (n1 + n0)
            weighted += weight * (a1 / n1 - a0 / n0)
            weights += weight
            variance +=
                (a1 * (n1 - a1) * n0 * n0 * n0 + a0 * (n0 - a0) * n1 * n1 * n1)
                / (n1 * n0 * (n1 + n0) * (n1 + n0))
        }
        guard weights > 0 else { return nil }
        difference = weighted / weights
        standardError = variance.squareRoot() / weights
        self.ones = ones
        self.others = others
        self.leftOut = leftOut
        self.strata = shared
    }

    /// The 95 % interval.
    package var interval: ClosedRange<Double> {
        let width = NormalDeviate.of95Percent * standardError
        return difference - width...difference + width
    }
}
