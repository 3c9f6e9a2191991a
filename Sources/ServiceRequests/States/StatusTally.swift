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
    /// All requests of a file in which no status is known and none has a closing time: nothing says what is closed, so that all
    /// count as open. 0 where something says it.
    package let unsaid: Int

    package init(_ table: RequestTable) {
        var counts = StatusCounts()
        counts.add(table)
        self.init(counts)
    }

    init(_ statuses: StatusCounts) {
        var entries = statuses.counts.indices.map { index in
            Entry(
                status: statuses.values[index], count: statuses.counts[index],
                state: statuses.readings[index].state)
        }
        if statuses.blank > 0, !entries.isEmpty {
            entries.append(Entry(status: nil, count: statuses.blank, state: nil))
        }
        self.entries = entries.filter { $0.count > 0 }.sorted {
            ($1.count, $0.status ?? "") < ($0.count, $1.status ?? "")
        }
        closedOnce = statuses.closedOnce
        unsaid =
            statuses.closed == 0 && self.entries.allSatisfy { $0.state == nil } ? statuses.requests : 0
    }

    /// Returns the statuses that were taken for a state; for `nil` those of which no word is known.
    package func entries(_ state: RequestState?) -> [Entry] { entries.filter { $0.state == state } }
}

/// How many rows of some slices have each status.
struct StatusCounts: Sendable {
    private(set) var values: [String] = []
    private(set) var readings: [StatusReading] = []
    private(set) var counts: [Int] = []
    private(set) var blank = 0
    private(set) var closedOnce = 0
    private(set) var requests = 0
    /// Those with a closing time.
    private(set) var closed = 0

    /// - Parameter table: The next slice of the same file, or the only table.
    mutating func add(_ table: RequestTable) {
        values = table.statuses.values
        readings = table.statusReadings
        counts += [Int](repeating: 0, count: values.count - counts.count)
        requests += table.count
        closed += (0..<table.count).count { table.closed[$0] != nil }
        for (row, status) in table.statuses.indices.enumerated() {
            guard status >= 0 else {
                blank += 1
                continue
            }
            counts[Int(status)] += 1
            if readings[Int(status)].state == .open, table.closed[row] != nil { closedOnce += 1 }
        }
    }
}
