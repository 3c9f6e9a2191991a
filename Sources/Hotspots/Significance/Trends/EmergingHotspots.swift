/// One place's history: its Gi* in each slice of time, the trend of these, and what they amount to.
package struct EmergingHistory: Sendable {
    /// Gi* within each slice, the earliest first.
    package let z: [Double]
    package let spots: [Spot]
    /// The trend of `z`.
    package let trend: MannKendall
    package let pattern: EmergingPattern
}

/// Returns each place's history as a hot or cold spot.
///
/// Each slice is judged by itself: Gi* against that slice's own mean and deviation, Benjamini-Hochberg over its places.
/// A busy season thus makes no hot spots, and a slice's verdicts stay when a later one is added. Give ten slices or
/// more: the trend's p-value needs them.
///
/// - Parameters:
///   - counts: For each slice, the earliest first, one value for each place.
///   - falseDiscoveryRate: The share of a slice's hot and cold spots that may be false.
///   - trendSignificance: The p-value up to which a trend counts.
/// - Throws: ``SignificanceError/lengthsDiffer(first:count:second:otherCount:)``.
package func emergingHistories(
    counts: [[Double]], neighborhoods: Neighborhoods, falseDiscoveryRate: Double = 0.05,
    trendSignificance: Double = 0.05
) throws(SignificanceError) -> [EmergingHistory] {
    var slices: [(z: [Double], spots: [Spot])] = []
    for values in counts {
        let gi = try GiStar(values: values, neighborhoods: neighborhoods)
        slices.append((gi.z, gi.spots(falseDiscoveryRate: falseDiscoveryRate)))
    }
    return (0..<neighborhoods.count).map { place in
        let z = slices.map { $0.z[place] }
        let spots = slices.map { $0.spots[place] }
        let trend = MannKendall(series: z)
        return EmergingHistory(
            z: z, spots: spots, trend: trend,
            pattern: EmergingPattern(spots: spots, trend: trend.trend(significance: trendSignificance)))
    }
}
