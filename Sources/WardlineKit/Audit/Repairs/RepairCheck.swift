package import City
import Boundaries
import DelimitedText
package import Records
import RoutingAudit

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
        let old: String
        let new: String
        var now = ""
        var state = State.missing
    }

    private var entries: [Entry] = []
    package private(set) var counts: [State: Int] = [:]
    package let repairsName: String
    package let exportName: String

    /// - Parameters:
    ///   - export: The new export, or `-` for standard input.
    ///   - repairs: The file that was loaded, made with or without a loader.
    ///   - undo: The file with the old values that was made with it; without it, or the columns `from` and `to`, a value that
    ///     is not the new one is `other`.
    ///   - city: Which column of the requests holds a layer's answer.
    package init(export: String, repairs: String, undo: String?, city: CityFile) throws {
        let (source, file) = (TextSource(argument: export), TextSource(argument: repairs))
        repairsName = file.name
        exportName = source.name
        let table = try KeyedTable(file)
        if table.header.starts(with: ["request_id", "layer", "from", "to"]) {
            entries = try Self.entries(of: table, city: city)
        } else {
            entries = try Self.entries(of: table, undo: undo.map { try KeyedTable(TextSource(argument: $0)) })
        }
        try compare(with: source, keyColumn: table.header[0], city: city)
        for entry in entries { counts[entry.state, default: 0] += 1 }
    }

    // MARK: What was to be loaded

    private static func entries(of table: KeyedTable, undo: KeyedTable?) throws(WardlineError) -> [Entry] {
        let old = undo?.rowsByKey() ?? [:]
        guard undo.map({ $0.header == table.header }) ?? true else {
            throw WardlineError(
                part: .question,
                description:
                    "\(undo?.name ?? "") has other columns than \(table.name); they belong to other repairs")
        }
        return table.rows.flatMap { row in
            table.header.indices.dropFirst().compactMap { column -> Entry? in
                let before = old[row[0]]?[column]
                // What the repair left as it was is no repair.
                guard before != row[column] else { return nil }
                return Entry(key: row[0], column: table.header[column], old: before ?? "", new: row[column])
            }
        }
    }

    private static func entries(of table: KeyedTable, city: CityFile) throws(WardlineError) -> [Entry] {
        var entries: [Entry] = []
        for row in table.rows {
            guard let column = city.layers.first(where: { $0.name == row[1] })?.assigned else {
                throw WardlineError(
                    part: .question,
                    description:
                        "\(table.name): the city file has no layer \(row[1]) with a column of the requests")
            }
            entries.append(Entry(key: row[0], column: column, old: row[2], new: row[3]))
        }
        return entries
    }

    // MARK: What stands there now

    private mutating func compare(with source: TextSource, keyColumn: String, city: CityFile) throws {
        let wanted = Set(entries.map(\.column) + [keyColumn])
        let file = try DelimitedFile(source) { cells in cells.count { wanted.contains($0) } }
        // Files without a loader name the id as Wardline does.
        let idColumn = city.requests.columns["id"]
        guard
            let key = file.shape.header.firstIndex(of: keyColumn)
                ?? idColumn.flatMap({ file.shape.header.firstIndex(of: $0) })
        else {
            throw WardlineError(
                part: .requests,
                description: "\(source.name) has no column \(keyColumn) to find the repaired records by")
        }
        var places: [String: [Int]] = [:]
        for (index, entry) in entries.enumerated() { places[entry.key, default: []].append(index) }
        let columns = try columns(of: file.shape.header, in: source.name)
        let rules = city.layers.reduce(into: [String: [String: String]]()) { rules, layer in
            if let column = layer.assigned { rules[column] = layer.aliases }
        }
        var found = entries
        _ = try file.forEachRecord(requiredCount: 1) { _, cells in
            for index in places[cells[key]] ?? [] {
                guard let column = columns[found[index].column] else { continue }
                found[index].now = cells[column]
                found[index].state = Self.state(of: found[index], aliases: rules[found[index].column] ?? [:])
            }
        }
        entries = found
    }

    private func columns(of header: [String], in source: String) throws(WardlineError) -> [String: Int] {
        var columns: [String: Int] = [:]
        for name in Set(entries.map(\.column)) {
            guard let index = header.firstIndex(of: name) else {
                throw WardlineError(
                    part: .requests, description: "\(source) has no column \(name), which was repaired")
            }
            columns[name] = index
        }
        return columns
    }

    private static func state(of entry: Entry, aliases: [String: String]) -> State {
        if isSame(entry.now, entry.new, aliases: aliases) { return .loaded }
        return isSame(entry.now, entry.old, aliases: aliases) ? .old : .other
    }

    /// Whether two texts say the same: the same number, the same area's code, or nothing.
    private static func isSame(_ now: String, _ other: String, aliases: [String: String]) -> Bool {
        if now == other { return true }
        if RepairLoader.isEmpty(now) || RepairLoader.isEmpty(other) {
            return RepairLoader.isEmpty(now) && RepairLoader.isEmpty(other)
        }
        if let one = Double(now), let two = Double(other), one == two { return true }
        return AreaCodeTable(codes: [other], aliases: aliases).index(of: now) == 0
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

/// A small table, whole in memory, whose first column is a key.
private struct KeyedTable {
    let name: String
    let header: [String]
    private(set) var rows: [[String]] = []

    init(_ source: TextSource) throws {
        name = source.name
        let file = try DelimitedFile(source)
        header = file.shape.header
        var rows: [[String]] = []
        let faults = try file.forEachRecord(requiredCount: header.count) { _, cells in rows.append(cells) }
        if let fault = faults.first {
            throw WardlineError(
                part: .question, description: "\(name) cannot be read as repairs", line: fault.line)
        }
        self.rows = rows
    }

    func rowsByKey() -> [String: [String]] {
        Dictionary(rows.map { ($0[0], $0) }, uniquingKeysWith: { _, last in last })
    }
}
