/// One place's history: its Gi* in each slice of time, the trend of these, and what they amount to.
package struct EmergingHistory: Sendable {
    /// Gi* of the counts within each slice, the earliest first.
    package let z: [Double]
    package let spots: [Spot]
    /// The trend of `z`.
    package let trend: MannKendall
    package let pattern: EmergingPattern
}

/// One slice of time: the counts of its places, and which of them stand out.
package struct EmergingSlice: Sendable {
    package let counts: [Double]
    package let spots: [Spot]

    package init(counts: [Double], spots: [Spot]) {
        self.counts = counts
        self.spots = spots
    }
}

/// Returns each place's history as a hot or cold spot.
///
/// Each slice is judged by itself: a busy season makes no hot spots, and a slice's verdicts stay when a later one is
/// added. Give ten slices or more: the trend's p-value needs them.
///
/// - Parameters:
///   - slices: The earliest first, each with one value for each place.
///   - trendSignificance: The p-value up to which a trend counts.
/// - Throws: ``SignificanceError/lengthsDiffer(first:count:second:otherCount:)``.
package func emergingHistories(
    of slices: [EmergingSlice], neighborhoods: Neighborhoods, trendSignificance: Double = 0.05
) throws(SignificanceError) -> [EmergingHistory] {
    var scores: [[Double]] = []
    for slice in slices {
        try requireEqualLengths(
            "counts", count: slice.counts.count, second: "spots", otherCount: slice.spots.count)
        scores.append(try GiStar(values: slice.counts, neighborhoods: neighborhoods).z)
    }
    return (0..<neighborhoods.count).map { place in
        let z = scores.map { $0[place] }
        let spots = slices.map { $0.spots[place] }
        // What differs by rounding alone is a tie.
        let trend = MannKendall(series: z.map { ($0 * 1e9).rounded() / 1e9 })
        return EmergingHistory(
            z: z, spots: spots, trend: trend,
            pattern: EmergingPattern(spots: spots, trend: trend.trend(significance: trendSignificance)))
    }
}
