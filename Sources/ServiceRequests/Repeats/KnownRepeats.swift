import DelimitedText

/// What facts say of the rows of a table whose ids have more than one row in all of the city's requests.
struct KnownRepeats {
    enum Fate: Equatable {
        case counts(isAnother: Bool)
        /// `keptLine` is 0 where the row that counts stands in another file.
        case folded(FoldedRow.Kind, keptLine: UInt32)
    }

    /// By the row; none of rows that the facts do not know.
    private(set) var fates: [Int: Fate] = [:]

    init(_ facts: CityFacts, in table: RequestTable) {
        guard !facts.repeatedIDs.isEmpty else { return }
        let byID = Dictionary(grouping: facts.repeatedIDs) { FactKey(of: $0.id.utf8) }
        let files = Files(facts.files, source: table.intake.sourceName)
        var rearranged = RearrangedRows()
        for row in 0..<table.count {
            let key = table.ids.withBytes(at: row) { FactKey(of: $0) }
            guard let requests = byID[key] else { continue }
            let id = table.id(at: row)
            let own = requests.filter { $0.id == id }
            fates[row] =
                table.intake.known.isRearranged
                ? rearranged.fate(of: table.digest(at: row), id: id, among: own)
                : Self.fate(
                    of: table.digest(at: row), line: Int(table.lines[row]), among: own, files)
        }
    }

    /// Rows of one id that stand elsewhere than in the files that facts were made of: each is known by what it says alone, and
    /// of those that say the same the first one counts.
    private struct RearrangedRows {
        /// What is left to be found of each id.
        private var left: [String: [(digest: FactKey, fate: Fate)]] = [:]

        mutating func fate(of digest: FactKey, id: String, among requests: [CityFacts.RepeatedID]) -> Fate? {
            var rows =
                left[id]
                ?? requests.map { ($0.winner.digest, .counts(isAnother: $0.isAnother)) }
                + requests.flatMap(\.others).map { ($0.digest, .folded($0.foldedKind, keptLine: 0)) }
            defer { left[id] = rows }
            return rows.firstIndex { $0.digest == digest }.map { rows.remove(at: $0).fate }
        }
    }

    /// Which of the files that facts were made of is read.
    private struct Files {
        /// `nil` where that cannot be told, as of a part on standard input.
        let index: Int?

        init(_ names: [String], source: String) {
            index = names.count == 1 ? 0 : names.firstIndex(of: source)
        }

        func mayHold(_ row: CityFacts.RepeatedID.Row) -> Bool { index.map { $0 == row.file } ?? true }
    }

    /// A row is known by its line and by what it says. One that stands elsewhere, as in another export, is known to be an
    /// earlier state where it says what an earlier state said.
    private static func fate(
        of digest: FactKey, line: Int, among requests: [CityFacts.RepeatedID], _ files: Files
    ) -> Fate? {
        func isThis(_ row: CityFacts.RepeatedID.Row) -> Bool {
            row.line == line && row.digest == digest && files.mayHold(row)
        }
        for request in requests {
            if isThis(request.winner) { return .counts(isAnother: request.isAnother) }
            if let other = request.others.first(where: isThis) {
                let isSameFile = other.file == request.winner.file
                return .folded(
                    other.foldedKind, keptLine: isSameFile ? UInt32(clamping: request.winner.line) : 0)
            }
        }
        let isEarlier = requests.contains { request in
            request.winner.digest != digest && request.others.contains { $0.digest == digest }
        }
        return isEarlier ? .folded(.superseded, keptLine: 0) : nil
    }
}

extension CityFacts.RepeatedID.Row {
    /// What became of a row that does not count.
    fileprivate var foldedKind: FoldedRow.Kind {
        kind == FoldedRow.Kind.merged.name ? .merged : .superseded
    }
}

extension FoldedRow.Kind {
    /// The kind in files of facts.
    var name: String { "\(self)" }
}

extension RequestTable {
    /// Returns what a row says, whatever layers are asked for: all but its id, its line and the areas that the CRM assigned.
    func digest(at row: Int) -> FactKey {
        var key = FactKey()
        for column in [categories, statuses, channels, referrals, zips, cities] {
            key.take(row < column.indices.count ? column[row] : nil)
        }
        for column in [opened, closed, due, updated] {
            let seconds = row < column.seconds.count ? column.seconds[row] : TimestampColumn.missing
            key.take(UInt64(bitPattern: seconds))
        }
        key.take(longitudes[row].bitPattern)
        key.take(latitudes[row].bitPattern)
        for column in [addresses, parents] { key.take(column[row]) }
        return key
    }
}
