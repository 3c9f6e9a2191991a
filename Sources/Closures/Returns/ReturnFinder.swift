import Algorithms
import Geometry
import ServiceLevels
import ServiceRequests
import WorkSharing

/// The end of an episode: a closing after which nothing near of its category was open any more.
package struct EpisodeEnd: Sendable, BitwiseCopyable {
    /// An index into the history's cases.
    package let index: Int32
    /// The number of its place: requests of its category that are neighbours, and theirs.
    package let place: Int32
    /// The first case that was reported near within the days of a return; −1 for none.
    package let next: Int32
    /// Whether a report came within the grace after the closing.
    package let enteredAgain: Bool
    /// The share that would have come anyway; no number where no window could be watched.
    package let expected: Double

    package var cameBack: Bool { next >= 0 }
    package var hasWindow: Bool { !expected.isNaN }
}

/// Finds the ends of episodes, which of them were followed by another report near, and how many would have been anyway.
///
/// Neighbours are requests of one category within the radius, both with a recorded position that is no default point. A
/// closing ends an episode if no neighbour is open then; of neighbours closed at one moment the first by opening and id
/// counts. It is followed if the data go on for all the days of a return, and only those are counted. It came back if a
/// neighbour was opened more than the grace and at most the days of a return later.
///
/// What would have come anyway is watched in two windows at the same place, so many days before the opening and after the
/// closing; each counts if it lies within the data and nothing near was open where it begins. A window with a report has
/// the value w = min(5, C(c) / max(1, C(u))), C being the category's reports in the window's days anywhere: seasons are
/// allowed for. Days before the opening alone would be wrong: callers of one problem fill them.
struct ReturnFinder {
    let watched: WatchedCases
    let settings: ClosureSettings
    let table: RequestTable
    let jobs: Int

    init(history: CaseHistory, settings: ClosureSettings, table: RequestTable, jobs: Int) {
        watched = WatchedCases(history)
        self.settings = settings
        self.table = table
        self.jobs = jobs
    }

    /// Returns the followed ends, in the order of categories and cases.
    ///
    /// - Parameter membersByCategory: The indices of the placed cases of each category.
    func ends(_ membersByCategory: [[Int32]]) -> [EpisodeEnd] {
        let found = mapSlices(
            count: membersByCategory.count, sliceLength: 1, jobs: jobs, makeWorker: { () }
        ) { _, range in
            CategorySearch(self, membersByCategory[range.lowerBound]).ends()
        }
        // Places are numbered within each category; together each has a number of its own.
        var all: [EpisodeEnd] = []
        var shift: Int32 = 0
        for (category, ends) in found.enumerated() {
            all += ends.map {
                EpisodeEnd(
                    index: $0.index, place: $0.place + shift, next: $0.next, enteredAgain: $0.enteredAgain,
                    expected: $0.expected)
            }
            shift += Int32(membersByCategory[category].count)
        }
        return all
    }

    func position(_ index: Int32) -> Coordinate {
        let row = Int(watched.cases[Int(index)].row)
        return Coordinate(longitude: table.longitudes[row], latitude: table.latitudes[row])
    }
}

/// The work on one category.
private struct CategorySearch {
    private let cases: [ServiceCase]
    private let index: PlaceIndex
    private let order: RowOrder
    private let openings: [Int64]
    private let (days, grace, control): (Int64, Int64, Int64)
    private let (start, followUpEnd): (Int64, Int64)
    private let hasWindows: Bool

    init(_ finder: ReturnFinder, _ members: [Int32]) {
        cases = finder.watched.cases
        let cases = cases
        let order = RowOrder(table: finder.table)
        self.order = order
        index = PlaceIndex(
            members, of: cases, radius: finder.settings.radius, position: finder.position,
            goesBefore: { order.isBefore(Int(cases[Int($0)].row), Int(cases[Int($1)].row)) })
        openings = members.map { cases[Int($0)].opened }.sorted()
        func seconds(_ days: Double) -> Int64 { Int64((days * 86_400).rounded()) }
        days = seconds(finder.settings.returnDays)
        grace = seconds(finder.settings.graceDays)
        control = seconds(finder.settings.controlDays)
        (start, followUpEnd) = (finder.watched.start, finder.watched.end)
        hasWindows = Double(followUpEnd - start) >= finder.settings.neededDays * 86_400
    }

    func ends() -> [EpisodeEnd] {
        var groups = DisjointGroups(count: index.points.count)
        var near: [Int] = []
        var ends: [(end: EpisodeEnd, point: Int)] = []
        for point in index.points.indices {
            index.find(near: index.points[point], &near)
            for other in near { groups.join(point, other) }
            for member in index.starts[point]..<index.starts[point + 1] {
                if let end = end(index.members[member], near) { ends.append((end, point)) }
            }
        }
        return ends.map { end, point in
            EpisodeEnd(
                index: end.index, place: Int32(groups.root(of: point)), next: end.next,
                enteredAgain: end.enteredAgain, expected: end.expected)
        }.sorted { $0.index < $1.index }
    }

    private func end(_ number: Int32, _ near: [Int]) -> EpisodeEnd? {
        let own = cases[Int(number)]
        guard own.isClosed, own.closed + days <= followUpEnd,
            !near.contains(where: { index.isOpen(at: own.closed, point: $0) }),
            !near.contains(where: { isBeaten(own, at: $0) })
        else { return nil }
        let again = near.contains {
            index.firstOpened(after: own.closed, by: own.closed + grace, point: $0) != nil
        }
        return EpisodeEnd(
            index: number, place: 0, next: next(own, near), enteredAgain: again, expected: expected(own, near)
        )
    }

    /// Whether another case was closed at the same moment and stands before this one.
    private func isBeaten(_ own: ServiceCase, at point: Int) -> Bool {
        guard let first = index.firstClosed(at: own.closed, point: point) else { return false }
        let other = cases[Int(first)]
        if other.row == own.row { return false }
        if other.opened != own.opened { return other.opened < own.opened }
        return order.isBefore(Int(other.row), Int(own.row))
    }

    private func next(_ own: ServiceCase, _ near: [Int]) -> Int32 {
        var best: Int32 = -1
        for point in near {
            guard
                let member = index.firstOpened(
                    after: own.closed + grace, by: own.closed + days, point: point)
            else { continue }
            let candidate = index.members[member]
            if best < 0 || isEarlier(candidate, best) { best = candidate }
        }
        return best
    }

    private func isEarlier(_ one: Int32, _ other: Int32) -> Bool {
        let (first, second) = (cases[Int(one)], cases[Int(other)])
        return first.opened != second.opened
            ? first.opened < second.opened : order.isBefore(Int(first.row), Int(second.row))
    }

    private func expected(_ own: ServiceCase, _ near: [Int]) -> Double {
        guard hasWindows else { return .nan }
        var (sum, count) = (0.0, 0)
        for begin in [own.opened - control - days, own.closed + control] {
            guard begin >= start, begin + days <= followUpEnd,
                !near.contains(where: { index.isOpen(at: begin, point: $0) })
            else { continue }
            count += 1
            let isReported = near.contains {
                index.firstOpened(after: begin + grace, by: begin + days, point: $0) != nil
            }
            if isReported {
                sum += min(5, Double(reports(after: own.closed)) / Double(max(1, reports(after: begin))))
            }
        }
        return count > 0 ? sum / Double(count) : .nan
    }

    /// The category's reports within the days of a return after a moment.
    private func reports(after moment: Int64) -> Int {
        openings.partitioningIndex { $0 > moment + days } - openings.partitioningIndex { $0 > moment + grace }
    }
}

/// Groups of things that are joined one to another.
struct DisjointGroups {
    private var parents: [Int]

    init(count: Int) { parents = Array(0..<count) }

    mutating func root(of item: Int) -> Int {
        var item = item
        while parents[item] != item {
            parents[item] = parents[parents[item]]
            item = parents[item]
        }
        return item
    }

    mutating func join(_ one: Int, _ other: Int) {
        let (first, second) = (root(of: one), root(of: other))
        // The lower number leads, so that the answer does not depend on the order of joining.
        if first != second { parents[max(first, second)] = min(first, second) }
    }
}
