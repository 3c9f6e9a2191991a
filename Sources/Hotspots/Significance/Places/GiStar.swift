import Statistics

/// Whether a place stands out, and on which side.
package enum Spot: Int8, Sendable {
    case cold = -1
    case neither = 0
    case hot = 1

    package var opposite: Spot {
        switch self {
        case .cold: .hot
        case .neither: .neither
        case .hot: .cold
        }
    }
}

/// Getis and Ord's Gi* for each place: how far the sum over its neighbourhood lies from what a random arrangement of
/// the same values over the same places would give, in standard deviations.
///
/// Formula, with weights w of 0 or 1, n places, mean X̄ and S = √(Σx²/n − X̄²):
/// z = (Σwx − X̄Σw) / (S √{[nΣw² − (Σw)²] / (n − 1)}), and p two-sided from the normal distribution.
/// Where no place can stand out (all values equal, or every place in the neighbourhood) z is 0 and p is 1.
///
/// Source: Ord and Getis, "Local spatial autocorrelation statistics", Geographical Analysis 27 (1995). PySAL's
/// `G_Local(star=True)` gives the same z; its `p_norm` is one-sided, half of this p.
package struct GiStar: Sendable {
    package let z: [Double]
    package let p: [Double]
    /// The p-values after Benjamini and Hochberg over all places.
    package let adjustedP: [Double]

    /// - Complexity: O(places + neighbours).
    /// - Throws: ``SignificanceError/lengthsDiffer(first:count:second:otherCount:)``.
    package init(values: [Double], neighborhoods: Neighborhoods) throws(SignificanceError) {
        try requireEqualLengths(
            "values", count: values.count, second: "neighbourhoods", otherCount: neighborhoods.count)
        z = Self.z(of: values, neighborhoods: neighborhoods)
        p = z.map(twoSidedNormalP)
        adjustedP = falseDiscoveryAdjusted(p)
    }

    /// Returns the statistic alone.
    static func z(of values: [Double], neighborhoods: Neighborhoods) -> [Double] {
        let moments = Moments(values)
        return values.indices.map { moments.z(ofSumOver: neighborhoods[$0], values) }
    }

    /// Returns which places stand out when at most this share of the calls may be false.
    package func spots(falseDiscoveryRate rate: Double) -> [Spot] {
        zip(z, adjustedP).map { z, p in p > rate ? .neither : z > 0 ? .hot : .cold }
    }
}

/// Sums over all places. They are whole numbers where the values are, so that equal counts give equal scores to the last
/// bit, and a trend of them has its ties.
private struct Moments {
    let count: Double
    let sum: Double
    /// n S = √(n Σx² − (Σx)²).
    let spread: Double

    init(_ values: [Double]) {
        count = Double(values.count)
        sum = values.reduce(0, +)
        let squares = values.reduce(0) { $0 + $1 * $1 }
        let difference = count * squares - sum * sum
        // What rounding leaves of equal values is no spread.
        spread = difference > 1e-12 * count * squares ? difference.squareRoot() : 0
    }

    /// With weights of 0 and 1, Σw² and Σw are both the size of the neighbourhood.
    func z(ofSumOver neighborhood: ArraySlice<Int32>, _ values: [Double]) -> Double {
        let size = Double(neighborhood.count)
        let own = neighborhood.reduce(0) { $0 + values[Int($1)] }
        let width = spread * (size * (count - size) / (count - 1)).squareRoot()
        return width > 0 ? (count * own - size * sum) / width : 0
    }
}
