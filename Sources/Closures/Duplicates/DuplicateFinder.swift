import Geometry
package import ServiceLevels
import ServiceRequests
import WorkSharing

/// What became of the original of a duplicate.
package enum OriginalState: String, Sendable, CaseIterable {
    /// Open on the day that is shown.
    case open
    /// Closed after the duplicate was closed or, where the duplicate is open, after it was made.
    case closedAfter = "closed_after"
    case closedBefore = "closed_before"
    /// Only one that had been closed for at most 30 days: the problem came back, and the duplicate is none.
    case onlyClosed = "only_closed"
    /// None in the file.
    case none
}

/// A duplicate with its original.
package struct Duplicate: Sendable, Hashable {
    /// Indices into the history's cases; −1 for no original.
    package let index: Int32
    package let original: Int32
    package let state: OriginalState

    /// Whether the duplicate was closed and its original is still open.
    package func isClosedBesideOpen(_ history: CaseHistory) -> Bool {
        state == .open && history.cases[Int(index)].end != .open
    }
}

/// Finds the originals of duplicates: the parent that the file names, else the nearest in time among requests of the same
/// category within the radius that are no duplicates, were opened no later and were open when the duplicate was opened.
struct DuplicateFinder {
    let history: CaseHistory
    let table: RequestTable
    let settings: ClosureSettings
    let jobs: Int

    private static let recentlyClosed: Int64 = 30 * 86_400

    /// - Parameter membersByCategory: The indices of the placed cases of each category.
    func find(_ membersByCategory: [[Int32]]) -> [Duplicate] {
        let duplicates = history.cases.indices.filter { history.cases[$0].marks.contains(.duplicate) }
            .map { Int32($0) }
        guard !duplicates.isEmpty else { return [] }
        let parents = parents(of: duplicates)
        let byCategory = Dictionary(grouping: duplicates) { history.cases[Int($0)].category }
            .sorted { $0.key < $1.key }
        let order = RowOrder(table: table)
        let cases = history.cases
        let found = mapSlices(count: byCategory.count, sliceLength: 1, jobs: jobs, makeWorker: { () }) {
            _, range in
            let (category, own) = byCategory[range.lowerBound]
            let originals = membersByCategory[Int(category)].filter {
                !cases[Int($0)].marks.contains(.duplicate)
            }
            let index = PlaceIndex(
                originals, of: cases, radius: settings.duplicateRadius, position: position,
                goesBefore: { order.isBefore(Int(cases[Int($0)].row), Int(cases[Int($1)].row)) })
            return own.map { duplicate in
                parents[duplicate].map { judged(duplicate, original: $0) }
                    ?? nearby(duplicate, index: index, order: order)
            }
        }.flatMap(\.self)
        return found.sorted { $0.index < $1.index }
    }

    private func position(_ index: Int32) -> Coordinate {
        let row = Int(history.cases[Int(index)].row)
        return Coordinate(longitude: table.longitudes[row], latitude: table.latitudes[row])
    }

    /// Returns for each duplicate that names a parent the parent's index; −1 where the file has no such request.
    private func parents(of duplicates: [Int32]) -> [Int32: Int32] {
        var wanted: [String: [Int32]] = [:]
        for duplicate in duplicates {
            let row = Int(history.cases[Int(duplicate)].row)
            guard table.namesParent(at: row) else { continue }
            wanted[table.parents[row], default: []].append(duplicate)
        }
        guard !wanted.isEmpty else { return [:] }
        var found = Dictionary(
            uniqueKeysWithValues: wanted.values.flatMap { $0 }.map { ($0, Int32(-1)) })
        for (index, own) in history.cases.enumerated() {
            for duplicate in wanted[table.id(at: Int(own.row))] ?? [] where duplicate != Int32(index) {
                found[duplicate] = Int32(index)
            }
        }
        return found
    }

    private func judged(_ duplicate: Int32, original: Int32) -> Duplicate {
        guard original >= 0 else { return Duplicate(index: duplicate, original: -1, state: .none) }
        let (own, other) = (history.cases[Int(duplicate)], history.cases[Int(original)])
        if other.isOpen { return Duplicate(index: duplicate, original: original, state: .open) }
        if other.closed <= own.opened {
            return Duplicate(index: duplicate, original: original, state: .onlyClosed)
        }
        let reference = own.isOpen ? own.opened : own.closed
        return Duplicate(
            index: duplicate, original: original,
            state: other.closed > reference ? .closedAfter : .closedBefore)
    }

    private func nearby(_ duplicate: Int32, index: PlaceIndex, order: RowOrder) -> Duplicate {
        let own = history.cases[Int(duplicate)]
        let none = Duplicate(index: duplicate, original: -1, state: .none)
        guard own.marks.contains(.placed) else { return none }
        var near: [Int] = []
        index.find(near: position(duplicate), &near)
        var best: Int32 = -1
        for point in near {
            guard
                let member = index.lastOpen(
                    at: own.opened, point: point, closed: { history.cases[Int($0)].closed })
            else { continue }
            let candidate = index.members[member]
            if best < 0 || isLater(candidate, than: best, order: order) { best = candidate }
        }
        if best >= 0 { return judged(duplicate, original: best) }
        let recently = near.contains {
            index.wasClosed(
                from: own.opened - Self.recentlyClosed, through: own.opened, point: $0)
        }
        return recently ? Duplicate(index: duplicate, original: -1, state: .onlyClosed) : none
    }

    private func isLater(_ one: Int32, than other: Int32, order: RowOrder) -> Bool {
        let (first, second) = (history.cases[Int(one)], history.cases[Int(other)])
        return first.opened != second.opened
            ? first.opened > second.opened : order.isBefore(Int(second.row), Int(first.row))
    }
}
