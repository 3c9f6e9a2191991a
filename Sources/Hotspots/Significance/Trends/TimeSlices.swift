import Algorithms
package import Chronology

/// Consecutive spans of time without gaps, each holding its start but not its end.
package struct TimeSlices: Sendable {
    /// The start of each slice, ascending, and the end of the last.
    package let boundaries: [Timestamp]

    /// Creates slices between boundaries, such as the starts of months.
    package init(boundaries: [Timestamp]) throws(SignificanceError) {
        guard boundaries.count >= 2, boundaries.adjacentPairs().allSatisfy({ $0 < $1 }) else {
            throw .invalidSetting(
                name: "time slices", value: "not in order", allowed: "at least two ascending boundaries")
        }
        self.boundaries = boundaries
    }

    /// Creates equal slices that end at a moment, so that the last one, which decides what is new, is whole.
    package init(ending end: Timestamp, days: Int, count: Int) throws(SignificanceError) {
        guard days > 0, count > 0 else {
            throw .invalidSetting(
                name: "time slices", value: "\(count) of \(days) days", allowed: "at least 1 of 1 day")
        }
        try self.init(
            boundaries: (0...count).map {
                Timestamp(secondsSince1970: end.secondsSince1970 - Int64((count - $0) * days) * 86_400)
            })
    }

    package var count: Int { boundaries.count - 1 }

    /// Returns the slice that holds a moment, or `nil` outside them.
    package func slice(of moment: Timestamp) -> Int? {
        let low = boundaries.partitioningIndex { $0 > moment }
        return (1..<boundaries.count).contains(low) ? low - 1 : nil
    }

    /// Returns, for each slice, the number of points in each place; points outside the slices are left out.
    package func counts(of times: [Timestamp], in places: GridPlaces) throws(SignificanceError) -> [[Double]]
    {
        try requireEqualLengths(
            "points", count: places.placeOfPoint.count, second: "times", otherCount: times.count)
        var counts = [[Double]](repeating: [Double](repeating: 0, count: places.count), count: count)
        for (place, time) in zip(places.placeOfPoint, times) {
            if let slice = slice(of: time) { counts[slice][Int(place)] += 1 }
        }
        return counts
    }
}
