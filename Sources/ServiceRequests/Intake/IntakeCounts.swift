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
    private var categoryCounts: [String: Int] = [:]

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
        for (name, count) in table.categories.counts { categoryCounts[name, default: 0] += count }
    }

    /// The categories that stand in several spellings, each with its spellings and how many requests have them, the most first.
    package var spellingsOfCategories: [[(name: String, count: Int)]] {
        let counts = categoryCounts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let groups = CategorySpellings(counts.map(\.key), counts: counts.map(\.value))
        guard groups.names.count < counts.count else { return [] }
        return Dictionary(grouping: counts.indices) { groups.groupOfName[$0] }.values
            .filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
            .map { group in group.map { (name: counts[$0].key, count: counts[$0].value) } }
    }

    /// The rows of the file, whatever became of them.
    package var rows: Int { requests + rejected + merged + superseded }

    package var statuses: StatusTally { StatusTally(statusCounts) }
}
