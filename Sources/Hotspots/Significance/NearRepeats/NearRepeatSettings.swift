import Algorithms

/// The bands of a near-repeat table and how it is tested.
package struct NearRepeatSettings: Sendable {
    /// The upper bound of each band of distance, metres, ascending; each band holds its own bound. A first bound of 0
    /// keeps reports at the very same position apart.
    package var distances: [Double] = [0, 25, 50, 100, 200]
    /// The upper bound of each band of time, days, ascending; each band holds its own bound.
    package var days: [Double] = [7, 14, 30, 60, 90]
    /// The number of random orders of the times to compare with.
    package var replications = 999
    package var seed: UInt64 = 311

    package init() {}

    func validate() throws(SignificanceError) {
        try requireAscending(
            distances, name: "distance bands",
            allowed: "ascending distances from 0 m on, the last at least 1 m", least: 1)
        try requireAscending(
            days, name: "time bands", allowed: "ascending numbers of days from 0 on, below 10,000", least: 0)
        guard days.last ?? 0 < 10_000 else {
            throw .invalidSetting(name: "time bands", value: "\(days)", allowed: "below 10,000 days")
        }
        guard replications >= 0 else {
            throw .invalidSetting(
                name: "replications", value: "\(replications)", allowed: "0 or more, such as 999")
        }
    }

    private func requireAscending(
        _ bounds: [Double], name: String, allowed: String, least: Double
    ) throws(SignificanceError) {
        guard let first = bounds.first, let last = bounds.last, first >= 0, last >= least, last.isFinite,
            bounds.adjacentPairs().allSatisfy({ $0 < $1 })
        else { throw .invalidSetting(name: name, value: "\(bounds)", allowed: allowed) }
    }
}
