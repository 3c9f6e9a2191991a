/// Tells which rows of a table are one request, as where monthly exports overlap.
///
/// Rows are one request where they have one whole id, one category and one time of opening. Of such rows the one updated last
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

    /// The rows whose id an earlier row has and that are other requests all the same.
    private(set) var others: [Int] = []
    /// The requests of ids that more than one row has: their rows, and the one that counts.
    private(set) var requests: [(rows: [Int], kept: Int, isAnother: Bool)] = []

    fileprivate let table: RequestTable

    /// Takes what facts know of the rows, and judges the others among themselves.
    init(_ table: RequestTable, jobs: Int, known: KnownRepeats) {
        self.table = table
        for (row, fate) in known.fates {
            switch fate {
            case .counts(let isAnother): if isAnother { others.append(row) }
            case .folded(let kind, let keptLine): folded.append((row, .line(keptLine), kind))
            }
        }
        find(jobs: jobs) { known.fates[$0] == nil }
    }

    init(_ table: RequestTable, jobs: Int) {
        self.table = table
        find(jobs: jobs) { _ in true }
    }

    private mutating func find(jobs: Int, where isAsked: (Int) -> Bool) {
        var repeats = RepeatedIDs.find(in: table.ids, jobs: jobs)
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
        others += requests.dropFirst().map { $0[0] }
        for (index, request) in requests.enumerated() {
            self.requests.append((request, fold(request), index > 0))
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
        guard index(table.categories, one) == index(table.categories, other),
            seconds(table.opened, one) == seconds(table.opened, other)
        else { return false }
        // Without a time of opening nothing but the same row is the same request.
        return seconds(table.opened, one) != TimestampColumn.missing || isSame(one, other)
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
    /// - Parameter files: The first rows of the files that were read, where facts are to be made of them; else `nil`.
    mutating func foldRepeatedRows(jobs: Int, notingRowsOf files: [Int]? = nil) {
        let repeats =
            facts.map { RepeatedRequests(self, jobs: jobs, known: KnownRepeats($0, in: self)) }
            ?? RepeatedRequests(self, jobs: jobs)
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

    /// Drops the requests of some categories, as if the source had no row of them, whatever became of it.
    package mutating func leaveOut(categories isLeftOut: (String) -> Bool) {
        intake.deleted = intake.deleted.filter { !isLeftOut($0.key) }
        let isOut = categories.values.map(isLeftOut)
        guard isOut.contains(true) else { return }
        let codes = categories.indices
        func leavesOut(_ row: Int) -> Bool { row < codes.count && codes[row] >= 0 && isOut[Int(codes[row])] }
        if intake.spreadsheetIDs > 0 {
            intake.spreadsheetIDs -= (0..<count).count { leavesOut($0) && hasDamagedID(at: $0) }
        }
        foldedRows.removeAll { $0.category >= 0 && isOut[Int($0.category)] }
        leaveOut(where: leavesOut)
        let index = categories.drop(isOut)
        for row in foldedRows.indices where foldedRows[row].category >= 0 {
            foldedRows[row].category = index[Int(foldedRows[row].category)]
        }
        guard count == 0 else { return }
        // What is left is read as a source without rows: their dates have no form.
        (intake.emptySince, intake.dateFormats, intake.dateOrder) = (intake.written, [:], nil)
    }

    /// Drops some rows, as if the file had none of them: a row repeats the id only of one that is left.
    package mutating func leaveOut(where isLeftOut: (Int) -> Bool) {
        keep((0..<count).map { !isLeftOut($0) })
        if let known = facts?.forEverybody {
            let repeated = Set(known.repeatedRows)
            repeatedIDRows = repeatedIDRows.filter { repeated.contains(digest(at: $0)) }
        } else if !repeatedIDRows.isEmpty {
            let repeated = Set(repeatedIDRows.map(id))
            var seen: Set<String> = []
            let first = (0..<count).filter { row in
                let id = id(at: row)
                return repeated.contains(id) && seen.insert(id).inserted
            }
            repeatedIDRows.removeAll(where: Set(first).contains)
        }
    }

    /// What the rows say that have the id of an earlier row and are requests of their own.
    package var repeatedRowKeys: [FactKey] { repeatedIDRows.map(digest) }

    /// Returns the same requests, of which summaries say that they are of no private category.
    package func saidToBeWithoutPrivate() -> RequestTable {
        var table = self
        table.intake.isWithoutPrivate = true
        return table
    }

    /// Forgets what the text of the whole source told and that of the requests does not: how letters beyond ASCII were read
    /// where no request has one, and NULs, which are in none.
    package mutating func forgetTextOfOthers() { intake.forgetText(isASCII: isASCII) }

    /// Whether nothing that was read of the requests is beyond ASCII.
    private var isASCII: Bool {
        func isASCII(_ text: some Sequence<UInt8>) -> Bool { text.allSatisfy { $0 < 0x80 } }
        let texts = [ids, addresses, parents, descriptions] + (carried + kept).map(\.texts)
        let interned = [categories, statuses, channels, referrals, zips, cities] + assigned
        return texts.allSatisfy { column in
            // Texts that rows share may be of none that is left.
            isASCII(column.bytes)
                || (0..<column.count).allSatisfy { column.withBytes(at: $0) { isASCII($0) } }
        } && interned.allSatisfy { $0.counts.allSatisfy { $1 == 0 || isASCII($0.utf8) } }
    }

    /// Drops the rows that are not marked. Columns are closed up where they stand: a second table beside the first would be
    /// what a report takes most memory for.
    private mutating func keep(_ isKept: [Bool]) {
        let rows = isKept.indices.compactMap { isKept[$0] ? Int32($0) : nil }
        var newRow = [Int32](repeating: -1, count: isKept.count)
        for (new, old) in rows.enumerated() { newRow[Int(old)] = Int32(new) }
        func kept<Value>(_ column: inout [Value]) {
            guard !column.isEmpty else { return }
            for (new, old) in rows.enumerated() { column[new] = column[Int(old)] }
            column.removeLast(column.count - rows.count)
        }
        func kept(_ column: inout TextColumn) { if !column.isEmpty { column.keep(rows) } }
        kept(&ids)
        for path in [\RequestTable.addresses, \.parents, \.descriptions] { kept(&self[keyPath: path]) }
        for path in [\RequestTable.categories, \.statuses, \.channels, \.referrals, \.zips, \.cities] {
            kept(&self[keyPath: path].indices)
        }
        for layer in assigned.indices { kept(&assigned[layer].indices) }
        for column in carried.indices { kept(&carried[column].texts) }
        for column in self.kept.indices { kept(&self.kept[column].texts) }
        for path in [\RequestTable.opened, \.closed, \.due, \.updated] {
            self[keyPath: path].seconds.keep(rows)
        }
        kept(&longitudes)
        kept(&latitudes)
        kept(&positionStates)
        kept(&positionDecimals)
        kept(&lines)
        notes = notes.compactMap { note in
            newRow[note.row] < 0
                ? nil : RowNote(row: Int(newRow[note.row]), field: note.field, problem: note.problem)
        }
        repeatedIDRows = repeatedIDRows.compactMap { newRow[$0] < 0 ? nil : Int(newRow[$0]) }
    }
}
