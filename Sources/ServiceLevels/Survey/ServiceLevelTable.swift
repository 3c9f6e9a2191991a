import Boundaries
import ServiceRequests
import WorkSharing

/// The service levels of all categories.
package struct ServiceLevelTable: Sendable {
    package private(set) var all: CategoryLevels
    /// Each category by itself, the one with the most requests first.
    package private(set) var categories: [CategoryLevels]
    /// For each area what its mix of categories lets expect, if each were served as in the city.
    package let expected: [Funnel.Expectation]

    /// - Parameters:
    ///   - listed: The categories that are shown by themselves.
    ///   - tellsWaits: Whether the file tells how long requests took; else nothing is measured that needs it.
    ///   - jobs: The number of threads.
    init(
        _ selection: ServiceSelection, listed: Set<Int>, areaCount: Int, tellsWaits: Bool = true,
        jobs: Int = 1
    ) throws(ServiceLevelError) {
        let names = selection.names
        let unusable = selection.unusable
        let expected = Self.expected(selection, areaCount: areaCount)
        self.expected = expected
        let order = listed.filter { !selection[$0].isEmpty }.sorted {
            (selection[$1].count, names[$0]) < (selection[$0].count, names[$1])
        }
        // All together first, which takes the longest.
        let levels = try mapSlices(
            count: order.count + 1, sliceLength: 1, jobs: jobs,
            makeWorker: { () throws(ServiceLevelError) in }
        ) { (_: inout Void, slice: Range<Int>) throws(ServiceLevelError) -> CategoryLevels in
            let index = slice.lowerBound
            return index == 0
                ? try CategoryLevels(
                    selection.requests[...], category: nil, areaCount: areaCount, unusable: unusable,
                    expected: expected)
                : try CategoryLevels(
                    selection[order[index - 1]], category: order[index - 1], areaCount: areaCount,
                    unusable: unusable.filter { $0.category == order[index - 1] })
        }
        all = levels[0]
        categories = Array(levels.dropFirst())
        if !tellsWaits {
            all.leaveOutWaits()
            for index in categories.indices { categories[index].leaveOutWaits() }
        }
        markOutliers()
    }

    private static func expected(_ selection: ServiceSelection, areaCount: Int) -> [Funnel.Expectation] {
        var counts = [Double](repeating: 0, count: areaCount)
        var variances = counts
        var closings = [ClosingCount](repeating: ClosingCount(), count: areaCount)
        for own in selection.requests where own.area.exists {
            closings[own.area.index] += ClosingCount(
                open: own.wait.end == .closed ? 0 : 1, closed: own.wait.end == .closed ? 1 : 0, unusable: 0)
        }
        for own in selection.unusable where own.area.exists {
            closings[own.area.index].add(.closedWithoutDate)
        }
        let areComparable = closings.map(\.isComparable)
        for category in selection.names.indices {
            let placed = selection[category].lazy.filter { $0.area.exists && areComparable[$0.area.index] }
            guard let share = TargetTally(placed.compactMap(\.outcome)).shareOnTime else { continue }
            for request in placed where request.outcome == .onTime || request.outcome == .late {
                counts[request.area.index] += share
                variances[request.area.index] += share * (1 - share)
            }
        }
        return zip(counts, variances).map { Funnel.Expectation(count: $0, variance: $1) }
    }

    /// The tables that are judged: of one category all together would say the same again.
    package var judged: [CategoryLevels] { (categories.count == 1 ? [] : [all]) + categories }

    private mutating func markOutliers() {
        var judged = judged
        OutlierRule.mark(&judged)
        if categories.count != 1 { all = judged.removeFirst() } else { all.areas = judged[0].areas }
        categories = judged
    }
}
