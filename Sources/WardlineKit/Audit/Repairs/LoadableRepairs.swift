import Boundaries
import City
import Geometry
import Locating
package import Records
package import RoutingAudit
import ServiceRequests

/// Repairs as a loader takes them: one row a record, its key and then the file's own columns, only those that change in any row.
///
/// What stays of a row is written as it is, so that loading it changes nothing; old and new values stand in the same places.
package struct LoadableRepairs: Sendable {
    /// What is wanted of them.
    package struct Settings: Sendable {
        package var loader: RepairLoader
        /// The column by which records are found; `nil` for that of the ids.
        package var key: String?
        /// Whether positions are written that no address point gives.
        package var allPositions: Bool
        package var selection: RepairsWriter.Selection

        package init(
            loader: RepairLoader, key: String?, allPositions: Bool, selection: RepairsWriter.Selection
        ) {
            self.loader = loader
            self.key = key
            self.allPositions = allPositions
            self.selection = selection
        }
    }

    private struct Row {
        let key: String
        /// By column; what is not changed is missing.
        var new: [Int: String] = [:]
        var old: [String] = []
    }

    /// The changed columns of the file by the names that it has for them.
    package private(set) var columns: [String] = []
    package let keyColumn: String
    package private(set) var counts = RepairCounts()
    private var rows: [Row] = []
    private let loader: RepairLoader

    package var rowCount: Int { rows.count }

    /// - Throws: ``RepairError/noKey`` where no column holds the key.
    package init(_ result: AuditResult, of audit: AuditWork, settings: Settings) throws(RepairError) {
        loader = settings.loader
        let table = audit.table
        guard let keyColumn = settings.key.flatMap(table.headerName) ?? table.intake.columns[.id] else {
            throw .noKey(source: table.intake.sourceName)
        }
        self.keyColumn = keyColumn
        let assigned = audit.layers.indices.map { table.intake.assignedColumns[$0] }
        let degrees = [RequestField.longitude, .latitude].compactMap { table.intake.columns[$0] }
        var names: [String] = []
        for name in assigned + degrees where name != keyColumn && !names.contains(name) { names.append(name) }
        let spellings = audit.layers.ordinals.map { layer in
            AreaSpelling(
                of: audit.layers[layer], recorded: table.assigned[layer.index],
                aliases: audit.city.layers[layer].aliases)
        }
        let isLoaded = { (position: Position) in
            degrees.count == 2 && (settings.allPositions || position.source == .addressPoint)
        }
        let repairs = audit.repairs(of: result, selection: settings.selection, isLoaded: isLoaded)
        let keys = RecordKeys(column: keyColumn, table: table, rows: repairs.map(\.row))
        var made: [Int: Int] = [:]
        for repair in repairs {
            // Nothing can be loaded back by an id that a spreadsheet rewrote.
            guard !table.hasRewrittenID(at: repair.row) || settings.key != nil else {
                counts.rewrittenIDs += 1
                continue
            }
            guard let key = keys[repair.row] else {
                counts.sharedKeys += 1
                continue
            }
            counts.byConfidence[repair.confidence, default: 0] += 1
            guard repair.confidence <= settings.selection.least else { continue }
            if made[repair.row] == nil {
                made[repair.row] = rows.count
                rows.append(Row(key: key))
            }
            guard let index = made[repair.row] else { continue }
            if let column = names.firstIndex(of: assigned[repair.layer.index]) {
                rows[index].new[column] = spellings[repair.layer.index].text(
                    ofArea: repair.area, edition: repair.edition)
            }
            if repair.keepsDoubtfulPosition { counts.doubtfulPositions += 1 }
            guard let position = repair.position else { continue }
            guard isLoaded(position) else {
                counts.positionsLeftOut += 1
                continue
            }
            for (name, value) in zip(degrees, [position.coordinate.longitude, position.coordinate.latitude]) {
                if let column = names.firstIndex(of: name) { rows[index].new[column] = DegreeText.of(value) }
            }
        }
        readOldValues(made, names: names, audit: audit)
        keepChangedColumns(names)
    }

    private mutating func readOldValues(_ made: [Int: Int], names: [String], audit: AuditWork) {
        let columns = names.map { audit.table.rawTexts(ofColumn: $0) }
        for (row, index) in made { rows[index].old = columns.map { $0?[row] ?? "" } }
    }

    /// Leaves the columns that change in any row, and no row that changes nothing.
    private mutating func keepChangedColumns(_ names: [String]) {
        for index in rows.indices {
            let old = rows[index].old
            rows[index].new = rows[index].new.filter { $0.value != old[$0.key] }
        }
        rows.removeAll { $0.new.isEmpty }
        let changed = Set(rows.flatMap(\.new.keys)).sorted()
        columns = changed.map { names[$0] }
        for index in rows.indices {
            let (old, new) = (rows[index].old, rows[index].new)
            rows[index].old = changed.map { old[$0] }
            rows[index].new = Dictionary(
                uniqueKeysWithValues: changed.enumerated().compactMap { index, column in
                    new[column].map { (index, $0) }
                })
        }
    }

    /// Which of the values are written.
    package enum Values: Sendable {
        case new
        /// What stood there before: loading it undoes the repairs.
        case old
    }

    /// Writes a table in the order of the requests.
    package func write(_ values: Values, to destination: OutputDestination, by writer: RecordWriter) throws {
        let columns =
            [RecordColumn(keyColumn, "finds the record")]
            + columns.map {
                RecordColumn($0, values == .new ? "what to record" : "what was recorded before the repair")
            }
        let table = RecordTable(
            name: values == .new ? "repairs" : "undo", title: values == .new ? "Repairs" : "Undo",
            columns: columns, count: rows.count
        ) { index in
            let row = rows[index]
            return TableRecord(values: [.text(row.key)] + cells(row, values).map { .text($0) })
        }
        try writer.write(
            RecordDocument(title: values == .new ? "Repairs" : "What the repairs replace", tables: [table]),
            to: destination)
    }

    private func cells(_ row: Row, _ values: Values) -> [String] {
        row.old.enumerated().map { index, old in
            guard let new = row.new[index] else { return old }
            switch values {
            case .new: return new
            case .old: return old.isEmpty ? loader.emptying : old
            }
        }
    }
}

/// The keys of some rows; those that several rows share, or that are blank, find no one record.
private struct RecordKeys {
    private var keys: [Int: String] = [:]

    init(column: String, table: RequestTable, rows: [Int]) {
        let isID = column == table.intake.columns[.id]
        let texts = table.rawTexts(ofColumn: column)
        func key(_ row: Int) -> String { isID ? table.id(at: row) : texts?[row] ?? "" }
        for row in rows { keys[row] = key(row) }
        var counts = Dictionary(keys.values.map { ($0, 0) }, uniquingKeysWith: { first, _ in first })
        for row in 0..<table.count {
            let key = key(row)
            if let count = counts[key] { counts[key] = count + 1 }
        }
        keys = keys.filter { !BlankText.isBlank($0.value) && counts[$0.value] == 1 }
    }

    subscript(row: Int) -> String? { keys[row] }
}
