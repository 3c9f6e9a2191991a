/// A table of typed columns, whose records are made one after another when they are written.
package struct RecordTable {
    /// The name of its layer or table in a database: small letters.
    package let name: String
    /// What people call it: the name of its sheet.
    package let title: String
    package let columns: [RecordColumn]
    package let shape: Shape
    /// How a map shows it; `nil` for the map's own way.
    package let style: LayerStyle?
    package let count: Int
    /// So many as ``count`` says, each made when it is asked for.
    package let records: AnySequence<TableRecord>

    /// What the records' geometries are.
    package enum Shape: Sendable {
        case none, points, surfaces
        /// Some of each.
        case mixed
    }

    package init(
        name: String, title: String, columns: [RecordColumn], shape: Shape = .none, style: LayerStyle? = nil,
        count: Int, records: some Sequence<TableRecord>
    ) {
        self.name = name
        self.title = title
        self.columns = columns
        self.shape = shape
        self.style = style
        self.count = count
        self.records = AnySequence(records)
    }

    /// - Parameter record: Makes a record by its index.
    package init(
        name: String, title: String, columns: [RecordColumn], shape: Shape = .none, style: LayerStyle? = nil,
        count: Int, record: @escaping (Int) -> TableRecord
    ) {
        self.init(
            name: name, title: title, columns: columns, shape: shape, style: style, count: count,
            records: (0..<count).lazy.map(record))
    }

    package init(
        name: String, title: String, columns: [RecordColumn], shape: Shape = .none, style: LayerStyle? = nil,
        records: [TableRecord]
    ) {
        self.init(
            name: name, title: title, columns: columns, shape: shape, style: style, count: records.count,
            records: records)
    }
}

/// Tables that belong together, and what is said of them.
///
/// Workbooks and GeoPackages hold all tables, the summary and the meaning of the columns; the other formats hold the
/// first table.
package struct RecordDocument {
    package let title: String
    package let tables: [RecordTable]
    /// What the command tells people, in lines; columns in it are parted by two spaces or more.
    package let summary: String
    /// The zone of the clock that moments are shown by.
    package let timeZone: String?

    package init(title: String, tables: [RecordTable], summary: String = "", timeZone: String? = nil) {
        self.title = title
        self.tables = tables
        self.summary = summary
        self.timeZone = timeZone
    }

    /// The summary without a first line that says the title again.
    var summaryBody: Substring {
        summary.hasPrefix(title + "\n") ? summary.dropFirst(title.count + 1) : summary[...]
    }
}
