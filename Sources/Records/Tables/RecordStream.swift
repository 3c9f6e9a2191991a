/// A table that is written while its records are made, piece by piece: as ``RecordWriter`` writes it whole.
package struct RecordStream: ~Copyable {
    private let format: RecordFormat
    private let style: DelimitedStyle
    private var file: OutputFile
    private var isBegun = false
    private var isEmpty = true

    /// Whether a format can be written so; workbooks and databases are written whole.
    package static func canWrite(_ format: RecordFormat) -> Bool { format != .xlsx && format != .gpkg }

    /// - Parameter writer: Of a format that can be written so.
    package init(_ writer: RecordWriter, to destination: OutputDestination) throws(OutputError) {
        precondition(Self.canWrite(writer.format))
        format = writer.format
        style = writer.style
        file = try OutputFile(destination)
    }

    /// Writes the next records. All pieces have the same columns, and there is at least one, be it of no record.
    package mutating func append(_ piece: RecordTable) throws(OutputError) {
        let records = TextRecords(table: piece, format: format, style: style)
        if !isBegun { try records.writeOpening(to: &file) }
        isBegun = true
        try records.writeRecords(to: &file, areFirst: isEmpty)
        if piece.count > 0 { isEmpty = false }
    }

    /// Puts the file in its place.
    package consuming func commit() throws(OutputError) {
        let none = RecordTable(name: "", title: "", columns: [], records: [])
        try TextRecords(table: none, format: format, style: style).writeClosing(to: &file)
        try file.commit()
    }
}
