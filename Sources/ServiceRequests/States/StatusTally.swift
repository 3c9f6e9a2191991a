/// How often each status occurs, and what it was taken for.
package struct StatusTally: Sendable {
    package struct Entry: Sendable, Equatable {
        /// `nil` for rows without a status in a file that has the column.
        package let status: String?
        package let count: Int
        /// `nil` where no word is known and the closing time decides.
        package let state: RequestState?
    }

    /// The commonest first. Empty where the file has no column of statuses.
    package let entries: [Entry]
    /// Requests that are open by their status and have a closing time all the same.
    package let closedOnce: Int

    package init(_ table: RequestTable) {
        var counts = [Int](repeating: 0, count: table.statuses.values.count)
        var blank = 0
        var closedOnce = 0
        for (row, status) in table.statuses.indices.enumerated() {
            guard status >= 0 else {
                blank += 1
                continue
            }
            counts[Int(status)] += 1
            if table.statusReadings[Int(status)].state == .open, table.closed[row] != nil { closedOnce += 1 }
        }
        var entries = counts.indices.map { index in
            Entry(
                status: table.statuses.values[index], count: counts[index],
                state: table.statusReadings[index].state)
        }
        if blank > 0, !counts.isEmpty { entries.append(Entry(status: nil, count: blank, state: nil)) }
        self.entries = entries.filter { $0.count > 0 }.sorted {
            ($1.count, $0.status ?? "") < ($0.count, $1.status ?? "")
        }
        self.closedOnce = closedOnce
    }

    /// Returns the statuses that were taken for a state; for `nil` those of which no word is known.
    package func entries(_ state: RequestState?) -> [Entry] { entries.filter { $0.state == state } }
}
