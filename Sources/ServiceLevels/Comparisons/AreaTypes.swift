package import Boundaries
import ServiceRequests
import Statistics

/// In which areas a kind of request takes many times longer than in the rest of the city.
///
/// Of residents' requests, cells of area and category with enough of them: the ratio of the medians of Kaplan and Meier, and
/// the log-rank test, its p-values adjusted over all cells after Benjamini and Hochberg. Both are required.
package struct AreaTypes: Sendable {
    package struct Cell: Sendable {
        /// An index into the history's names.
        package let category: Int
        package let area: Ordinal<Area>
        package let requests: Int
        /// The kind's requests elsewhere.
        package let rest: Int
        /// Days; `nil` where too many are open.
        package let median: Double?
        package let restMedian: Double?
        /// How likely so large a difference is by chance, by itself and among all cells.
        package let p: Double
        package internal(set) var adjusted = 1.0
        /// Whether it is slower than the rest, by the test.
        package let isSlower: Bool

        /// The ratio of the medians; infinite where only its own is not reached, `nil` where the rest's is not.
        package var ratio: Double? {
            guard let restMedian, restMedian > 0 else { return nil }
            return median.map { $0 / restMedian } ?? .infinity
        }

        package var differs: Bool { adjusted <= 0.05 }

        package func isSlow(times: Double) -> Bool {
            isSlower && differs && ratio.map { $0 >= times } ?? false
        }
    }

    /// By category and area.
    package let cells: [Cell]

    package static let fewest = 30

    package init(_ history: CaseHistory, areaCount: Int) throws(ServiceLevelError) {
        var byCategory = [[ServiceCase]](repeating: [], count: history.names.count)
        var closings = [[ClosingCount]](
            repeating: [ClosingCount](repeating: ClosingCount(), count: areaCount), count: history.names.count
        )
        for own in history.cases where own.isResidents && own.area.exists {
            closings[Int(own.category)][own.area.index].add(own)
        }
        // What lacks closing times is compared with nothing, nor anything with it.
        for own in history.cases where own.counts && own.isResidents {
            let isComparable = !own.area.exists || closings[Int(own.category)][own.area.index].isComparable
            if isComparable { byCategory[Int(own.category)].append(own) }
        }
        var cells: [Cell] = []
        for (category, cases) in byCategory.enumerated() where cases.count >= Self.fewest {
            // In order, so that the curves of the parts need no sorting.
            var pairs = cases.map { (own: $0, wait: history.wait(of: $0)) }
            sortAscending(&pairs) { $0.wait.key }
            let waits = pairs.map(\.wait)
            let areas = pairs.map(\.own.area.index)
            var counts = [Int](repeating: 0, count: areaCount)
            for own in cases where own.area.exists { counts[own.area.index] += 1 }
            guard counts.contains(where: { $0 >= Self.fewest }) else { continue }
            let scores = slowness(of: waits, groups: areas, groupCount: areaCount)
            for area in 0..<areaCount where counts[area] >= Self.fewest && counts[area] < cases.count {
                let own = zip(areas, waits).filter { $0.0 == area }.map(\.1)
                let rest = zip(areas, waits).filter { $0.0 != area }.map(\.1)
                cells.append(
                    Cell(
                        category: category, area: Ordinal(area), requests: own.count, rest: rest.count,
                        median: try WaitCurve(own).median, restMedian: try WaitCurve(rest).median,
                        p: twoSidedNormalP(scores[area]), isSlower: scores[area] > 0))
            }
        }
        let adjusted = falseDiscoveryAdjusted(cells.map(\.p))
        for index in cells.indices { cells[index].adjusted = adjusted[index] }
        self.cells = cells
    }
}
