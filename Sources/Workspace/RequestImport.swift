package import Chronology
import GRDB
import Geometry
import Records
package import ServiceRequests
import WorkSharing

/// What an import did with the rows of a file. They sum to the requests of the file.
package struct ImportCounts: Sendable, Equatable {
    /// Requests that the workspace had not.
    package var inserted = 0
    /// Those of them with the id of a request of another category or time of opening.
    package var ofOthersIDs = 0
    /// Requests that the CRM has rewritten since.
    package var updated = 0
    /// Requests that are kept under another spelling of their id, whatever became of them.
    package var respelt = 0
    /// Requests that are as they were.
    package var unchanged = 0
    /// Requests of which the workspace has a later state.
    package var older = 0
    /// Requests whose id a spreadsheet rewrote.
    package var withoutWholeID = 0
    /// Requests that the workspace has and a file that holds all has not: no rows of the file.
    package var deleted = 0
    /// Such requests of which nobody knows whether the CRM deleted them, since the file has rows of which nobody knows whose they
    /// are, or lacks some by what it says itself.
    package var lacking = 0
    /// The rows of which nobody knows whose they are.
    package var rowsOfNobody = 0
    /// Whether the file settled the order of dates that earlier imports took without knowing it.
    package var settlesDates = false
    /// Layers of which earlier imports have assigned areas and this one none, and the other way round.
    package var layersOfEarlierAlone: [String] = []
    package var layersOfThisAlone: [String] = []
    /// What earlier imports have and this file has no column for, in the words of ``RequestChange``: it stays as it is kept.
    package var fieldsWithoutColumn: [String] = []
}

/// Puts a file's requests into a workspace: new ones are added, and of those that it has each change is kept with its day.
package struct RequestImport: Sendable {
    package let table: RequestTable
    /// The layers of the table's assigned columns, in their order.
    package let layers: [String]
    package let city: String
    package let timeZone: String
    /// The day whose state the file shows.
    package let day: CivilDate
    /// Whether the file holds every request that was opened within the days it spans: what it lacks was deleted.
    package let isComplete: Bool

    package init(
        _ table: RequestTable, layers: [String], city: String, timeZone: String, day: CivilDate,
        isComplete: Bool
    ) {
        self.table = table
        self.layers = layers
        self.city = city
        self.timeZone = timeZone
        self.day = day
        self.isComplete = isComplete
    }

    /// Does it, in one transaction.
    ///
    /// - Parameters:
    ///   - program: The version of the program, for the list of runs.
    ///   - isSameArea: Whether two texts that the CRM recorded in a layer are one area in all its editions.
    /// - Throws: ``WorkspaceError``, or `CancellationError`; the workspace is then as it was before.
    package func run(
        into path: String, program: String,
        isSameArea: @escaping (_ layer: String, _ one: String, _ other: String) -> Bool = { _, _, _ in false }
    ) throws -> ImportCounts {
        guard table.intake.columns[.id] != nil else {
            throw WorkspaceError.withoutIDs(source: table.intake.sourceName)
        }
        return try Workspace.naming(path) {
            let workspace = try Workspace(path: path)
            var counts = ImportCounts()
            _ = try workspace.change { database -> Void? in
                var work = try RowImport(self, in: database, path: path, isSameArea: isSameArea)
                try work.takeRows()
                counts = work.counts
                counts.settlesDates = work.isSettlingDates
                return try work.finish(program: program) ? () : nil
            }
            return counts
        }
    }
}

/// One import, within its transaction.
private struct RowImport {
    let file: RequestImport
    let database: Database
    let isFirst: Bool
    /// The number of the import among the runs.
    let number: Int64
    /// Whether the workspace has seen a later day than the file's.
    let isOlderFile: Bool
    /// Whether the file settles the order of dates that earlier ones left open.
    let isSettlingDates: Bool
    private(set) var counts = ImportCounts()

    private var header: WorkspaceHeader
    private let columns: [KeptColumn]
    /// The columns of what the file says nothing of, and earlier ones did.
    private let withoutColumn: [Int]
    private let insert: KeptStatement
    private var matcher: RequestMatcher
    private let respelt: RespeltValues
    private let update: KeptStatement
    private let note: KeptStatement
    private let addToIndex: KeptStatement
    private let removeFromIndex: KeptStatement
    private var box: Box<Coordinate>?
    /// The categories that requests had in earlier states than those that are kept.
    private var otherStates: [StatedCategory] = []
    /// The rows of the workspace that the file has, where it holds all.
    private var seen: Set<Int64> = []

    init(
        _ file: RequestImport, in database: Database, path: String,
        isSameArea: @escaping (String, String, String) -> Bool
    ) throws {
        self.file = file
        self.database = database
        let old = try WorkspaceHeader(database, path: path)
        if old == nil { try WorkspaceSchema.create(in: database) }
        var header = old ?? WorkspaceHeader(city: file.city, timeZone: file.timeZone)
        try header.checkPlace(
            KeptCity(name: file.city, timeZone: file.timeZone, columns: [:]), path: path)
        let source = FileColumns(file.table.intake)
        isSettlingDates = try header.take(file, in: database, path: path)
        // A file without requests shows no state.
        let isEmpty = file.table.count == 0
        isOlderFile = header.lastDay.map { $0 > file.day.description } ?? false
        if isOlderFile, !isEmpty, file.isComplete, let lastDay = header.lastDay {
            throw WorkspaceError.olderComplete(
                source: file.table.intake.sourceName, day: file.day.description, path: path, lastDay: lastDay)
        }
        if !isEmpty { header.lastDay = max(header.lastDay ?? "", file.day.description) }
        self.header = header
        if let old, !isEmpty {
            let kept = old.layers.map(\.name)
            counts.layersOfEarlierAlone = kept.filter { !file.layers.contains($0) }
            counts.layersOfThisAlone = file.layers.filter { !kept.contains($0) }
        }

        try WorkspaceSchema.dropTriggers(in: database)
        isFirst = try Int.fetchOne(database, sql: "SELECT count(*) FROM runs") == 0
        number = (try Int64.fetchOne(database, sql: "SELECT max(fid) FROM runs") ?? 0) + 1
        let columns =
            KeptColumn.common + file.layers.enumerated().map { KeptColumn.assigned($1, index: $0) }
        self.columns = columns
        let layers = file.layers
        respelt = RespeltValues(columns) { isSameArea(layers[$0], $1, $2) }
        let earlier = old.map(FileColumns.init)
        let withoutColumn = columns.indices.filter { index in
            earlier?.has(columns[index].content) == true && !source.has(columns[index].content)
        }
        self.withoutColumn = withoutColumn
        if !isEmpty {
            counts.fieldsWithoutColumn = withoutColumn.filter { !columns[$0].isOfPosition }.map {
                columns[$0].name
            }
            if withoutColumn.contains(where: { columns[$0].isOfPosition }) {
                counts.fieldsWithoutColumn.append(RequestChange.position)
            }
        }
        let names = columns.map { GeoPackageCatalogue.quoted($0.name) }
        let marks = repeatElement("?", count: columns.count + 3).joined(separator: ", ")
        let table = WorkspaceSchema.requests
        insert = try KeptStatement(
            database,
            "INSERT INTO \(table) (geom, \(names.joined(separator: ", ")), first_run, last_run) VALUES (\(marks))"
        )
        matcher = RequestMatcher(
            file.table, columns: columns, withoutColumn: withoutColumn,
            find: try KeptStatement(
                database,
                "SELECT fid, deleted, \(names.joined(separator: ", ")) FROM \(table) WHERE request_id = ? ORDER BY fid"
            ), spellings: KeptSpellings(database))
        update = try KeptStatement(
            database,
            "UPDATE \(table) SET geom = ?, \(names.map { "\($0) = ?" }.joined(separator: ", ")),"
                + " last_run = ?, deleted = NULL WHERE fid = ?")
        note = try KeptStatement(
            database,
            "INSERT INTO changes (request, request_id, run, day, field, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)"
        )
        addToIndex = try KeptStatement(
            database, "INSERT INTO \(WorkspaceSchema.index) VALUES (?, ?, ?, ?, ?)")
        removeFromIndex = try KeptStatement(
            database, "DELETE FROM \(WorkspaceSchema.index) WHERE id = ?")
    }

    mutating func takeRows() throws {
        for row in 0..<file.table.count {
            if row % 4096 == 0 { try Cancellation.check() }
            if file.table.hasDamagedID(at: row) {
                counts.withoutWholeID += 1
                continue
            }
            var values = columns.map { $0.value(of: file.table, at: row) }
            switch isFirst ? .new : try matcher.match(values, at: row) {
            case .state(let kept):
                if file.isComplete { seen.insert(kept.key) }
                try compare(values, with: kept)
            case .respelt(let kept):
                counts.respelt += 1
                if file.isComplete { seen.insert(kept.key) }
                values[0] = kept.values[0]
                try compare(values, with: kept)
            case .another:
                counts.ofOthersIDs += 1
                try add(values, row)
            case .new: try add(values, row)
            }
        }
        if file.isComplete, !isFirst { try markDeleted() }
    }

    private static let closed = KeptColumn.index(of: .moment(.closed))
    private static let updated = KeptColumn.index(of: .moment(.updated))
    private static let longitude = KeptColumn.index(of: .longitude)
    private static let state = KeptColumn.index(of: .positionState)

    private mutating func add(_ values: [KeptValue], _ row: Int) throws {
        let position = Self.recorded(values)
        insert.bind(position.map(GeoPackageBlob.point), at: 1)
        for (index, value) in values.enumerated() { insert.bind(value, at: Int32(index) + 2) }
        for index in 0..<2 { insert.bind(.whole(number), at: Int32(values.count + 2 + index)) }
        try insert.run()
        counts.inserted += 1
        extend(by: position)
        // The first import makes the index at once, when all are in.
        guard !isFirst else { return }
        let key = database.lastInsertedRowID
        try index(position, as: key)
        matcher.take(key, at: row)
        if file.isComplete { seen.insert(key) }
    }

    private mutating func compare(_ values: [KeptValue], with kept: KeptRequest) throws {
        let values = respelt.undone(
            kept.completing(values, without: withoutColumn), beside: kept.values)
        let changed = columns.indices.filter { values[$0] != kept.values[$0] }
        guard !changed.isEmpty || kept.deleted != nil else {
            counts.unchanged += 1
            return
        }
        guard isLater(values, than: kept.values) else {
            counts.older += 1
            noteState(values, of: kept)
            return
        }
        let position = Self.recorded(values)
        update.bind(position.map(GeoPackageBlob.point), at: 1)
        for (index, value) in values.enumerated() { update.bind(value, at: Int32(index) + 2) }
        update.bind(.whole(number), at: Int32(values.count + 2))
        update.bind(.whole(kept.key), at: Int32(values.count + 3))
        try update.run()
        try noteChanges(changed, from: kept, to: values)
        counts.updated += 1
        extend(by: position)
        if changed.contains(where: { columns[$0].isOfPosition }) { try index(position, as: kept.key) }
    }

    /// Notes the category that a request had before the one that is kept.
    private mutating func noteState(_ values: [KeptValue], of kept: KeptRequest) {
        let category = RequestMatcher.category
        guard values[category] != kept.values[category], case .text(let name?) = values[category],
            case .text(let id?) = values[0]
        else { return }
        let opened = RequestMatcher.moment(values[RequestMatcher.opened])
        otherStates.append(
            StatedCategory(id: id, opened: opened, category: name))
    }

    /// Whether a row is a later state than the one that is kept: by the CRM's own time of the last change, else by the day
    /// of the file, and of an older file by a later closing.
    private func isLater(_ values: [KeptValue], than kept: [KeptValue]) -> Bool {
        for index in [Self.updated] + (isOlderFile ? [Self.closed] : []) {
            guard case .text(let one) = values[index], case .text(let other) = kept[index] else { continue }
            // Moments in one form are in order as texts.
            if index == Self.updated, one == nil || other == nil { continue }
            if one != other { return one ?? "" > other ?? "" }
        }
        return !isOlderFile
    }

    private func noteChanges(_ changed: [Int], from kept: KeptRequest, to values: [KeptValue]) throws {
        if let deleted = kept.deleted { try note("deleted", of: kept, before: deleted, after: nil) }
        let (before, after) = (Self.position(kept.values), Self.position(values))
        let hasMoved = before != after || kept.values[Self.state] != values[Self.state]
        if hasMoved { try note(RequestChange.position, of: kept, before: before, after: after) }
        for index in changed where !hasMoved || !columns[index].isOfPosition {
            try note(
                columns[index].name, of: kept, before: kept.values[index].shown, after: values[index].shown)
        }
    }

    private func note(_ field: String, of kept: KeptRequest, before: String?, after: String?) throws {
        note.bind(.whole(kept.key), at: 1)
        note.bind(kept.values[0], at: 2)
        note.bind(.whole(number), at: 3)
        for (index, text) in [file.day.description, field, before, after].enumerated() {
            note.bind(.text(text), at: Int32(index) + 4)
        }
        try note.run()
    }

    /// Returns `-76.6150000 39.2950000`, `nil` for no two numbers.
    private static func position(_ values: [KeptValue]) -> String? {
        guard case .number(let longitude) = values[Self.longitude],
            case .number(let latitude) = values[Self.longitude + 1],
            !longitude.isNaN, !latitude.isNaN
        else { return nil }
        return "\(FixedDecimal.text(longitude, decimals: 7)) \(FixedDecimal.text(latitude, decimals: 7))"
    }

    /// Returns the position that is one.
    private static func recorded(_ values: [KeptValue]) -> Coordinate? {
        guard values[Self.state] == .whole(Int64(PositionState.recorded.rawValue)),
            case .number(let longitude) = values[Self.longitude],
            case .number(let latitude) = values[Self.longitude + 1]
        else { return nil }
        return Coordinate(longitude: longitude, latitude: latitude)
    }

    private mutating func extend(by position: Coordinate?) {
        guard let position, let one = Box(enclosing: [position]) else { return }
        box?.formUnion(one)
        if box == nil { box = one }
    }

    private func index(_ position: Coordinate?, as key: Int64) throws {
        removeFromIndex.bind(.whole(key), at: 1)
        try removeFromIndex.run()
        guard let position else { return }
        addToIndex.bind(.whole(key), at: 1)
        for (index, edge) in [position.longitude, position.longitude, position.latitude, position.latitude]
            .enumerated()
        {
            addToIndex.bind(.number(edge), at: Int32(index) + 2)
        }
        try addToIndex.run()
    }

    /// Marks the requests that a file of all has no more, of the days that it spans. They are only counted where they may be among its
    /// rows that could not be read, or among those that it says it lacks.
    private mutating func markDeleted() throws {
        counts.rowsOfNobody = file.table.rejections.requestsOfNobody + counts.withoutWholeID
        let isSure = counts.rowsOfNobody == 0 && !file.table.intake.lacksRows
        let opened = (0..<file.table.count).compactMap { file.table.opened[$0] }
        guard let first = opened.min(), let last = opened.max() else { return }
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT fid, request_id FROM \(WorkspaceSchema.requests)"
                + " WHERE deleted IS NULL AND opened >= ? AND opened <= ? ORDER BY fid",
            arguments: [GeoPackageMoment.text(first), GeoPackageMoment.text(last)])
        for row in rows {
            let key: Int64 = row[0]
            guard !seen.contains(key) else { continue }
            guard isSure else {
                counts.lacking += 1
                continue
            }
            try database.execute(
                sql: "UPDATE \(WorkspaceSchema.requests) SET deleted = ?, last_run = ? WHERE fid = ?",
                arguments: [file.day.description, number, key])
            try note(
                "deleted", of: KeptRequest(key: key, deleted: nil, values: [.text(row[1])]), before: nil,
                after: file.day.description)
            counts.deleted += 1
        }
    }

    /// Ends the import and returns whether anything is to be kept of it.
    func finish(program: String) throws -> Bool {
        let hasChanged = isFirst || counts.inserted + counts.updated + counts.deleted > 0
        let hasStates = try KeptStates.add(file.table.intake.otherStates + otherStates, in: database)
        guard hasChanged || isSettlingDates || hasStates else { return false }
        if isFirst { try WorkspaceSchema.createIndexes(in: database) }
        var header = header
        header.keep(
            file.table.intake.dateOrder, guessedOf: file.table.intake.sourceName, in: number)
        try header.write(to: database)
        try WorkspaceSchema.addRun(
            "import", source: file.table.intake.sourceName, day: file.day.description,
            rows: file.table.count, [counts.inserted, counts.updated, counts.deleted], program: program,
            in: database)
        if let box {
            let extent: [any DatabaseValueConvertible] = [
                box.minX, box.minY, box.maxX, box.maxY, WorkspaceSchema.requests,
            ]
            try database.execute(
                sql: """
                    UPDATE gpkg_contents SET min_x = min(coalesce(min_x, ?1), ?1), min_y = min(coalesce(min_y, ?2), ?2),
                        max_x = max(coalesce(max_x, ?3), ?3), max_y = max(coalesce(max_y, ?4), ?4)
                        WHERE table_name = ?5
                    """,
                arguments: StatementArguments(extent))
        }
        try WorkspaceSchema.createTriggers(in: database)
        return true
    }
}

extension KeptColumn {
    fileprivate var isOfPosition: Bool {
        switch content {
        case .longitude, .latitude, .positionState, .decimals: true
        case .text, .moment, .assigned: false
        }
    }
}
