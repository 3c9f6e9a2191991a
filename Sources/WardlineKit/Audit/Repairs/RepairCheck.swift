package import City
import Boundaries
import DelimitedText
package import Records
import RoutingAudit
import ServiceRequests
import Workspace

/// Compares a new export with the repairs that were to be loaded: which records have the new values, which still the old ones, and
/// which others.
package struct RepairCheck: Sendable {
    /// What stands in a field now.
    package enum State: String, Sendable, CaseIterable {
        /// The value that was to be loaded.
        case loaded
        /// What stood there before.
        case old
        /// Neither: somebody or something else wrote it.
        case other
        /// No row has the key.
        case missing
    }

    private struct Entry {
        let key: String
        let column: String
        /// `nil` where it is not known.
        let old: String?
        let new: String
        var now = ""
        var state = State.missing

        /// Takes what stands in its column of a row now.
        mutating func take(_ cells: [String], _ columns: [String: Int]) {
            guard let column = columns[column] else { return }
            now = cells[column]
            state = .other
        }
    }

    /// What repairs begin with that were made for no loader.
    private static let ownColumns = ["request_id", "layer", "from", "to"]

    private var entries: [Entry] = []
    package private(set) var counts: [State: Int] = [:]
    package let repairsName: String
    package let exportName: String
    /// What is doubtful of the files, a sentence each.
    package private(set) var notes: [String] = []

    /// - Parameters:
    ///   - export: The new export, or `-` for standard input.
    ///   - repairs: The file that was loaded, made with or without a loader.
    ///   - undo: The file with the old values that was made with it; without it, or the columns `from` and `to`, a value that
    ///     is not the new one is `other`.
    ///   - city: Which column of the requests holds a layer's answer.
    package init(export: String, repairs: String, undo: String?, city: CityFile) throws {
        guard export == "-" || !Workspace.isWorkspace(export) else {
            throw RepairError.exportIsWorkspace(path: export)
        }
        let (source, file) = (TextSource(argument: export), TextSource(argument: repairs))
        repairsName = file.name
        exportName = source.name
        let table = try KeyedTable(file)
        if table.header.starts(with: Self.ownColumns) {
            guard undo == nil else {
                throw RepairError.hasOldValues(repairs: file.name)
            }
            entries = try Self.entries(of: lastOfEach(table, keyColumns: 2), city: city)
        } else {
            entries = try entries(of: table, undo: undo.map { try KeyedTable(TextSource(argument: $0)) })
        }
        try compare(
            with: source, keyColumn: table.header[0], city: city,
            ofLoader: table.header.starts(with: Self.ownColumns) ? nil : table)
        for entry in entries { counts[entry.state, default: 0] += 1 }
    }

    // MARK: What was to be loaded

    /// Returns a table with the last row of each record, which is what loading leaves, and notes where a record has several.
    private mutating func lastOfEach(_ table: KeyedTable, keyColumns: Int) -> KeyedTable {
        let (last, repeated) = table.lastOfEach(keyColumns: keyColumns)
        if let first = repeated.first {
            let what = keyColumns == 1 ? "record" : "area of a request"
            notes.append(
                "\(DayText.counted(repeated.count, "row")) of \(table.name) \(repeated.count == 1 ? "names" : "name") a"
                    + " \(what) again, the first on line \(first.line): \(first.cells[0]); the last row of each counts"
            )
        }
        return last
    }

    private mutating func entries(of table: KeyedTable, undo: KeyedTable?) throws(RepairError) -> [Entry] {
        let table = lastOfEach(table, keyColumns: 1)
        let undo = undo.map { lastOfEach($0, keyColumns: 1) }
        if let undo { try check(undo, of: table) }
        let old = undo?.rowsByKey() ?? [:]
        let entries = table.rows.flatMap { row in
            table.header.indices.dropFirst().compactMap { column -> Entry? in
                let before = old[row.cells[0]]?[column]
                // What the repair left as it was is no repair.
                guard before != row.cells[column] else { return nil }
                return Entry(
                    key: row.cells[0], column: table.header[column], old: before, new: row.cells[column])
            }
        }
        if let undo, entries.isEmpty, !table.rows.isEmpty {
            throw .oldAreNew(undo: undo.name, repairs: table.name)
        }
        return entries
    }

    /// Old values are of the same columns and records as the new ones.
    private mutating func check(_ undo: KeyedTable, of table: KeyedTable) throws(RepairError) {
        guard undo.header == table.header else {
            throw .oldOfOtherColumns(undo: undo.name, repairs: table.name)
        }
        let lacking = table.rows(notIn: undo)
        if let first = lacking.first {
            guard lacking.count < table.rows.count else {
                throw .oldOfOtherRecords(undo: undo.name, repairs: table.name)
            }
            notes.append(
                "\(undo.name) lacks \(DayText.counted(lacking.count, "record")) of \(table.name), the first on line"
                    + " \(first.line): \(first.cells[0]); their old values are not known")
        }
        let others = undo.rows(notIn: table)
        if let first = others.first {
            notes.append(
                "\(undo.name) has \(DayText.counted(others.count, "record")) that \(table.name) has not, the first on line"
                    + " \(first.line): \(first.cells[0])")
        }
    }

    private static func entries(of table: KeyedTable, city: CityFile) throws(RepairError) -> [Entry] {
        var entries: [Entry] = []
        for row in table.rows.map(\.cells) {
            guard let column = city.layers.first(where: { $0.name == row[1] })?.assigned else {
                throw .noLayer(row[1], repairs: table.name)
            }
            entries.append(Entry(key: row[0], column: column, old: row[2], new: row[3]))
        }
        return entries
    }

    // MARK: What stands there now

    /// - Parameter table: The repairs that were made for a loader; `nil` for others.
    private mutating func compare(
        with source: TextSource, keyColumn: String, city: CityFile, ofLoader table: KeyedTable?
    ) throws {
        let wanted = Set(entries.map(\.column) + [keyColumn])
        var known = KnownShape()
        known.text = TextHints(city.requests, timeZone: city.timeZone)
        let file = try DelimitedFile(source, known: known) { cells in cells.count { wanted.contains($0) } }
        if let table { try keepRepairs(of: table, city, export: file.shape.header) }
        // Files without a loader name the id as Wardline does.
        let idColumn = city.requests.columns["id"]
        guard
            let key = file.shape.header.firstIndex(of: keyColumn)
                ?? idColumn.flatMap({ file.shape.header.firstIndex(of: $0) })
        else {
            throw RepairError.noKeyColumn(keyColumn, export: source.name)
        }
        var places: [String: [Int]] = [:]
        for (index, entry) in entries.enumerated() { places[entry.key, default: []].append(index) }
        let columns = try columns(of: file.shape.header, in: source.name)
        var rules = Dictionary(uniqueKeysWithValues: columns.keys.map { ($0, Sameness()) })
        for layer in city.layers {
            if let column = layer.assigned { rules[column]?.aliases = layer.aliases }
        }
        var found = entries
        var repeated = RowTally()
        var respelt = RespeltIDs(Set(places.keys))
        var respeltCells: [String: [String]] = [:]
        let faults = try file.forEachRecord(requiredCount: 1) { line, cells in
            let indices = places[cells[key]] ?? []
            if indices.contains(where: { found[$0].state != .missing }) {
                repeated.add(line: line, cells[key])
            }
            for (name, column) in columns { rules[name]?.look(at: cells[column]) }
            if respelt.look(at: cells[key]) { respeltCells[cells[key]] = cells }
            for index in indices { found[index].take(cells, columns) }
        }
        let spellings = respelt.wantedByOther
        for (id, wanted) in spellings {
            guard let cells = respeltCells[id] else { continue }
            for index in places[wanted] ?? [] { found[index].take(cells, columns) }
        }
        notes += [RespeltIDs.note(spellings.count, of: repairsName)].compactMap(\.self)
        entries = found.map { entry in
            var entry = entry
            if entry.state != .missing {
                entry.state = Self.state(of: entry, rules[entry.column] ?? Sameness())
            }
            return entry
        }
        if repeated.count > 0 {
            notes.append(
                "\(DayText.counted(repeated.count, "row")) of \(source.name) \(repeated.count == 1 ? "has" : "have") the key of"
                    + " an earlier one, the first on line \(repeated.line): \(repeated.text); the last row counts"
            )
        }
        if let first = faults.first {
            notes.append(
                "\(DayText.counted(faults.count, "row")) of \(source.name) could not be read, the first on line"
                    + " \(first.line): \(first.problem); their records count as missing")
        }
    }

    /// Leaves the columns that repairs change, and refuses a table that has none of them.
    private mutating func keepRepairs(of table: KeyedTable, _ city: CityFile, export: [String]) throws {
        // Where nothing was to be repaired, there is the key alone.
        guard table.header.count > 1 || !table.rows.isEmpty else { return }
        let repaired = try ColumnSelection(city.requests).repairedColumns(
            assigned: city.layers.compactMap(\.assigned), header: export)
        let others = table.header.dropFirst().filter { !repaired.holds($0) }
        guard others.count < table.header.count - 1 else {
            throw RepairError.noRepairs(name: table.name, columns: repaired.names)
        }
        guard !others.isEmpty else { return }
        entries.removeAll { others.contains($0.column) }
        notes.append(
            "\(table.name) has \(others.count == 1 ? "a column" : "columns") that no repair changes, and that"
                + " \(others.count == 1 ? "was" : "were") not compared: \(others.joined(separator: ", "))")
    }

    private func columns(of header: [String], in source: String) throws(RepairError) -> [String: Int] {
        var columns: [String: Int] = [:]
        for name in Set(entries.map(\.column)) {
            guard let index = header.firstIndex(of: name) else {
                throw .noRepairedColumn(name, export: source)
            }
            columns[name] = index
        }
        return columns
    }

    private static func state(of entry: Entry, _ rule: Sameness) -> State {
        if rule.isSame(entry.now, entry.new) { return .loaded }
        if let old = entry.old, rule.isSame(entry.now, old) { return .old }
        return rule.isSameAsKept(entry.now, entry.new) ? .loaded : .other
    }

    // MARK: Writing

    package static let columns = [
        RecordColumn("key", "what finds the record"), RecordColumn("column", "column that was repaired"),
        RecordColumn("old", "what stood there before the repair, where that is known"),
        RecordColumn("new", "what was to be loaded"), RecordColumn("now", "what the export has"),
        RecordColumn("state", "other, old, missing or loaded"),
    ]

    /// Writes the fields in the order of the repairs: those that are neither old nor new, or all.
    package func write(all: Bool, to destination: OutputDestination, by writer: RecordWriter) throws {
        let shown = all ? entries : entries.filter { $0.state == .other || $0.state == .missing }
        let table = RecordTable(
            name: "check", title: "Check of repairs", columns: Self.columns, count: shown.count
        ) { index in
            let entry = shown[index]
            return TableRecord(values: [
                .text(entry.key), .text(entry.column), .text(entry.old), .text(entry.new), .text(entry.now),
                .text(entry.state.rawValue),
            ])
        }
        try writer.write(RecordDocument(title: "Check of \(repairsName)", tables: [table]), to: destination)
    }
}
