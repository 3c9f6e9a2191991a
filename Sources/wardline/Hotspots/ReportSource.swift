import Chronology
import Hotspots
import ServiceRequests

/// Reads the reports of a cluster's history out of a table.
struct ReportSource: Sendable {
    private let table: RequestTable
    private let isClosedStatus: [Bool]
    /// The request at the end of each row's chain of links; empty where the table has none.
    private let roots: [Int32]
    private let hasChildren: [Bool]

    /// Words in a status that say that the work is over.
    private static let closedWords = [
        "clos", "complet", "resolv", "cancel", "fixed", "done", "duplicate", "invalid",
    ]

    init(_ table: RequestTable) {
        self.table = table
        isClosedStatus = table.statuses.values.map { status in
            let status = status.lowercased()
            return Self.closedWords.contains { status.contains($0) }
        }
        roots = table.parents.isEmpty ? [] : ParentLinks.roots(Self.parents(table))
        var hasChildren = [Bool](repeating: false, count: roots.isEmpty ? 0 : table.count)
        for (row, root) in roots.enumerated() where Int(root) != row && Int(root) < table.count {
            hasChildren[Int(root)] = true
        }
        self.hasChildren = hasChildren
    }

    func report(_ row: Int) -> Report {
        var report = Report(opened: table.opened[row], state: state(row))
        guard !roots.isEmpty else { return report }
        let root = Int(roots[row])
        if root != row || hasChildren[row] { report.link = root }
        report.isParent = root == row && hasChildren[row]
        return report
    }

    private func state(_ row: Int) -> Report.State {
        if let closed = table.closed[row] { return .closed(closed) }
        guard row < table.statuses.indices.count, table.statuses.indices[row] >= 0 else { return .open }
        return isClosedStatus[Int(table.statuses.indices[row])] ? .closed(nil) : .open
    }

    /// Returns for each row the row that it repeats, −1 for none; parents that are not in the table are counted on
    /// from its end.
    private static func parents(_ table: RequestTable) -> [Int32] {
        var parents = [Int32](repeating: -1, count: table.count)
        let children = (0..<table.count).filter { !table.parents.range(at: $0).isEmpty }
        var places: [String: Int32] = [:]
        for row in children { places[table.parents[row]] = -1 }
        for row in (0..<table.count).reversed() where places[table.id(at: row)] != nil {
            places[table.id(at: row)] = Int32(row)
        }
        var next = Int32(table.count)
        for row in children {
            let name = table.parents[row]
            if places[name] == -1 {
                places[name] = next
                next += 1
            }
            guard let parent = places[name], Int(parent) != row else { continue }
            parents[row] = parent
        }
        return parents
    }
}
