import Chronology

/// Tells which rows of a table are one request, as where monthly exports overlap.
///
/// Rows are one request where they have one whole id, one category, however it is spelled, and one time of opening, which may be
/// written otherwise: as its day alone, without its seconds, or in another time zone where the place is the same. Of such rows the one updated last
/// counts, else the one closed last, else the last one; those that say the same as it are merged, the others superseded. A row
/// that says that the request was opened again supersedes the closings before it, and gives way to those behind it.
struct RepeatedRequests {
    /// For each row that is no request of its own, the row that counts instead.
    private(set) var folded: [(row: Int, kept: Kept, kind: FoldedRow.Kind)] = []

    /// The row that counts instead of another one.
    enum Kept {
        case row(Int)
        /// As facts have it; 0 in another file.
        case line(UInt32)
    }

    /// The rows that count, whose id an earlier one of those has and that are other requests all the same.
    private(set) var others: [Int] = []
    /// The requests of ids that more than one row has: their rows, and the one that counts.
    private(set) var requests: [(rows: [Int], kept: Int, isAnother: Bool)] = []

    fileprivate let table: RequestTable
    /// `nil` where openings are compared as moments alone.
    private let clock: CityClock?
    /// For each category the group of those that are one name.
    private var categoryGroups: [Int] = []

    /// Takes what facts know of the rows, and judges the others among themselves.
    init(_ table: RequestTable, jobs: Int, clock: CityClock?, known: KnownRepeats) {
        self.table = table
        self.clock = clock
        for (row, fate) in known.fates {
            switch fate {
            case .counts(let isAnother): if isAnother { others.append(row) }
            case .folded(let kind, let keptLine): folded.append((row, .line(keptLine), kind))
            }
        }
        find(jobs: jobs) { known.fates[$0] == nil }
    }

    init(_ table: RequestTable, jobs: Int, clock: CityClock?) {
        self.table = table
        self.clock = clock
        find(jobs: jobs) { _ in true }
    }

    private mutating func find(jobs: Int, where isAsked: (Int) -> Bool) {
        var repeats = RepeatedIDs.find(in: table.ids, jobs: jobs)
        if !repeats.isEmpty { categoryGroups = CategorySpellings(table.categories.values).groupOfName }
        repeats.sort { ($0.first, $0.row) < ($1.first, $1.row) }
        var start = 0
        while start < repeats.count {
            var end = start
            while end < repeats.count, repeats[end].first == repeats[start].first { end += 1 }
            let rows = ([repeats[start].first] + repeats[start..<end].map(\.row)).filter(isAsked)
            if rows.count > 1 { judge(rows) }
            start = end
        }
        folded.sort { $0.row < $1.row }
        others.sort()
    }

    /// Tells apart the requests among rows with one id.
    private mutating func judge(_ rows: [Int]) {
        guard !table.hasDamagedID(at: rows[0]) else {
            others += rows.dropFirst()
            return
        }
        var requests: [[Int]] = []
        for row in rows {
            if let index = requests.firstIndex(where: { isSameRequest($0[0], row) }) {
                requests[index].append(row)
            } else {
                requests.append([row])
            }
        }
        // Among the rows that count, so that each is there to be told of: the first row of a request may be an earlier state.
        let counted = requests.map { (rows: $0, kept: fold($0)) }.sorted { $0.kept < $1.kept }
        others += counted.dropFirst().map(\.kept)
        for (index, request) in counted.enumerated() {
            self.requests.append((request.rows, request.kept, index > 0))
        }
    }

    /// Folds the rows of one request, and returns the one that counts.
    private mutating func fold(_ rows: [Int]) -> Int {
        var kept = rows[0]
        for row in rows.dropFirst() where !isSame(kept, row) && isLater(row, than: kept) { kept = row }
        for row in rows where row != kept {
            folded.append((row, .row(kept), isSame(row, kept) ? .merged : .superseded))
        }
        return kept
    }

    private func isSameRequest(_ one: Int, _ other: Int) -> Bool {
        guard category(one) == category(other) else { return false }
        let (opened, reopened) = (seconds(table.opened, one), seconds(table.opened, other))
        // Without a time of opening nothing but the same row is the same request.
        guard opened != TimestampColumn.missing, reopened != TimestampColumn.missing else {
            return opened == reopened && isSame(one, other)
        }
        return opened == reopened || isSameOpening(opened, reopened, ofOnePlace: isAtSamePlace(one, other))
    }

    /// Whether two moments may be one opening that is written in two ways.
    private func isSameOpening(_ one: Int64, _ other: Int64, ofOnePlace isOnePlace: Bool) -> Bool {
        let apart = abs(one - other)
        guard let clock, apart < Self.longestShift else { return false }
        let moments = [one, other].map { Timestamp(secondsSince1970: $0) }
        if moments.contains(where: clock.isDayOnly) {
            return !moments.allSatisfy(clock.isDayOnly)
                && clock.date(at: moments[0]) == clock.date(at: moments[1])
        }
        if apart < Self.minute { return moments.contains { $0.secondsSince1970 % Self.minute == 0 } }
        return isOnePlace && apart % Self.leastShift == 0
    }

    /// No time zones lie farther apart, and all by quarters of an hour, seconds.
    private static let longestShift: Int64 = 86_400
    private static let leastShift: Int64 = 900
    private static let minute: Int64 = 60

    /// The group of a row's category, -1 for none.
    private func category(_ row: Int) -> Int {
        let index = index(table.categories, row)
        return index < 0 ? -1 : categoryGroups[Int(index)]
    }

    private func isAtSamePlace(_ one: Int, _ other: Int) -> Bool {
        let addresses = [one, other].map { table.addresses.range(at: $0) }
        if !addresses[0].isEmpty || !addresses[1].isEmpty {
            return table.addresses.bytes[addresses[0]].elementsEqual(table.addresses.bytes[addresses[1]])
        }
        return table.positionStates[one] == .recorded && table.longitudes[one] == table.longitudes[other]
            && table.latitudes[one] == table.latitudes[other]
    }

    private func isLater(_ row: Int, than other: Int) -> Bool {
        let updates = (seconds(table.updated, row), seconds(table.updated, other))
        if updates.0 != updates.1 { return updates.0 > updates.1 }
        if isReopened(row) != isReopened(other) { return row > other }
        let closings = (seconds(table.closed, row), seconds(table.closed, other))
        return closings.0 != closings.1 ? closings.0 > closings.1 : row > other
    }

    private func isReopened(_ row: Int) -> Bool {
        table.state(at: row) == .open && table.marks(at: row).contains(.reopened)
    }

    /// Whether two rows with one id say the same.
    private func isSame(_ one: Int, _ other: Int) -> Bool {
        let interned =
            [table.categories, table.statuses, table.channels, table.referrals, table.zips, table.cities]
            + table.assigned
        guard interned.allSatisfy({ index($0, one) == index($0, other) }) else { return false }
        let dates = [table.opened, table.closed, table.due, table.updated]
        guard dates.allSatisfy({ seconds($0, one) == seconds($0, other) }) else { return false }
        guard table.longitudes[one].bitPattern == table.longitudes[other].bitPattern,
            table.latitudes[one].bitPattern == table.latitudes[other].bitPattern
        else { return false }
        return [table.addresses, table.parents, table.descriptions].allSatisfy { column in
            column.bytes[column.range(at: one)].elementsEqual(column.bytes[column.range(at: other)])
        }
    }

    private func index(_ column: InternedColumn, _ row: Int) -> Int32 {
        row < column.indices.count ? column.indices[row] : -1
    }

    private func seconds(_ column: TimestampColumn, _ row: Int) -> Int64 {
        row < column.seconds.count ? column.seconds[row] : TimestampColumn.missing
    }
}

extension RepeatedRequests {
    /// Returns what a part of the rows has to know of the others with its ids.
    ///
    /// - Parameter firstRows: The first row of each file, in order.
    fileprivate func facts(firstRows: [Int]) -> [CityFacts.RepeatedID] {
        let kinds = Dictionary(uniqueKeysWithValues: folded.map { ($0.row, $0.kind) })
        func known(_ row: Int) -> CityFacts.RepeatedID.Row {
            CityFacts.RepeatedID.Row(
                file: (firstRows.firstIndex { $0 > row } ?? firstRows.count) - 1,
                line: Int(table.lines[row]), digest: table.digest(at: row), kind: kinds[row]?.name)
        }
        return requests.map { request in
            CityFacts.RepeatedID(
                id: table.id(at: request.kept), rows: request.rows.count, winner: known(request.kept),
                others: request.rows.filter { $0 != request.kept }.map(known), isAnother: request.isAnother)
        }
    }
}

extension RequestTable {
    /// Leaves one row for each request that the file has several of, and notes the others.
    ///
    /// - Parameters:
    ///   - clock: Tells openings that are days alone; `nil` to compare them as moments.
    ///   - files: The first rows of the files that were read, where facts are to be made of them; else `nil`.
    mutating func foldRepeatedRows(jobs: Int, clock: CityClock? = nil, notingRowsOf files: [Int]? = nil) {
        let repeats =
            facts.map { RepeatedRequests(self, jobs: jobs, clock: clock, known: KnownRepeats($0, in: self)) }
            ?? RepeatedRequests(self, jobs: jobs, clock: clock)
        repeatedIDRows = repeats.others
        if let files { repeatedIDs = repeats.facts(firstRows: files) }
        guard !repeats.folded.isEmpty else { return }
        foldedRows = repeats.folded.map { folded in
            let keptLine =
                switch folded.kept {
                case .row(let row): lines[row]
                case .line(let line): line
                }
            let category = folded.row < categories.indices.count ? categories.indices[folded.row] : -1
            return FoldedRow(folded.kind, line: lines[folded.row], keptLine: keptLine, category: category)
        }
        var isKept = [Bool](repeating: true, count: count)
        for folded in repeats.folded { isKept[folded.row] = false }
        keep(isKept)
    }

    /// Notes the rows whose id an earlier row has, where each is known to be a request of its own.
    mutating func noteRepeatedIDs() { repeatedIDRows = RepeatedIDs.find(in: ids, jobs: 1).map(\.row) }

    /// The rows whose id another row has too, in order.
    package var rowsSharingIDs: [Int] {
        Set(RepeatedIDs.find(in: ids, jobs: 1).flatMap { [$0.first, $0.row] }).sorted()
    }

    /// What the rows say that have the id of an earlier row and are requests of their own.
    package var repeatedRowKeys: [FactKey] { repeatedIDRows.map(digest) }
}
