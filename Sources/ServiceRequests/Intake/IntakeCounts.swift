/// What became of a file's rows, as counts: of one table, or of slices one after the other.
package struct IntakeCounts: Sendable {
    package private(set) var requests = 0
    package private(set) var rejected = 0
    package private(set) var rejections: [Rejection.Reason: Int] = [:]
    package private(set) var merged = 0
    package private(set) var superseded = 0
    /// By what they say.
    package private(set) var notes: [String: Int] = [:]
    /// Rows whose id an earlier row has and that are requests all the same.
    package var repeatedIDRows = 0
    /// The first id that a spreadsheet rewrote.
    package private(set) var damagedID: String?
    private var statusCounts = StatusCounts()

    package init() {}

    package init(_ table: RequestTable) { add(table) }

    package mutating func add(_ table: RequestTable) {
        requests += table.count
        rejected += table.rejections.count
        rejections.merge(table.rejections.counts(), uniquingKeysWith: +)
        let merged = table.foldedRows.count { $0.kind == .merged }
        self.merged += merged
        superseded += table.foldedRows.count - merged
        for note in table.notes { notes[note.description, default: 0] += 1 }
        repeatedIDRows += table.repeatedIDRows.count
        if damagedID == nil, table.intake.spreadsheetIDs > 0 {
            damagedID = (0..<table.count).first(where: table.hasRewrittenID).map(table.id)
        }
        statusCounts.add(table)
    }

    /// The rows of the file, whatever became of them.
    package var rows: Int { requests + rejected + merged + superseded }

    package var statuses: StatusTally { StatusTally(statusCounts) }
}
