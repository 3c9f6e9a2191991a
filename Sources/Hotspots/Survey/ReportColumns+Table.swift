package import Chronology
package import ServiceRequests

extension ReportColumns {
    /// Creates the columns that the histories of a table's requests are read from.
    package init(_ table: RequestTable, clock: CityClock) {
        self.init()
        self.clock = clock
        time = TimeTaken(table, clock: clock)
        opened = table.opened.seconds
        closed = table.closed.seconds
        statuses = table.statuses.indices
        closingStatuses = table.statusReadings.map { $0.state == .closed }
        openStatuses = table.statusReadings.map { $0.state == .open }
        guard !table.parents.isEmpty else { return }
        roots = ParentLinks.roots(Self.parents(table))
        hasChildren = [Bool](repeating: false, count: table.count)
        for (row, root) in roots.enumerated() where Int(root) != row && Int(root) < table.count {
            hasChildren[Int(root)] = true
        }
    }

    /// Returns for each row the row that it repeats, −1 for none; parents that are not in the table are counted on
    /// from its end.
    private static func parents(_ table: RequestTable) -> [Int32] {
        var parents = [Int32](repeating: -1, count: table.count)
        let children = (0..<table.count).filter(table.namesParent)
        var indices: [String: Int32] = [:]
        for row in children { indices[table.parents[row]] = -1 }
        for row in (0..<table.count).reversed() where indices[table.id(at: row)] != nil {
            indices[table.id(at: row)] = Int32(row)
        }
        var next = Int32(table.count)
        for row in children {
            let name = table.parents[row]
            if indices[name] == -1 {
                indices[name] = next
                next += 1
            }
            guard let parent = indices[name], Int(parent) != row else { continue }
            parents[row] = parent
        }
        return parents
    }
}
