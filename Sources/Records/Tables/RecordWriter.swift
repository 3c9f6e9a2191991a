/// Writes tables as CSV, JSON, JSON lines, GeoJSON, as an Excel workbook or a GeoPackage.
package struct RecordWriter: Sendable {
    package let format: RecordFormat
    /// For whom CSV is written.
    package let style: DelimitedStyle

    package init(format: RecordFormat, style: DelimitedStyle = .plain) {
        self.format = format
        self.style = style
    }

    /// Writes a document; the file is there whole or, on an error, as it was before.
    package func write(
        _ document: RecordDocument, to destination: OutputDestination
    ) throws(OutputError) {
        switch format {
        case .csv, .json, .jsonl, .geojson:
            guard let table = document.tables.first else { return }
            var file = try OutputFile(destination)
            try TextRecords(table: table, format: format, style: style).write(to: &file)
            try file.commit()
        case .xlsx:
            try WorkbookWriter.check(document)
            try write(document, to: destination, by: WorkbookWriter.write)
        case .gpkg: try write(document, to: destination, by: GeoPackageWriter.write)
        }
    }

    /// Writes by a library that wants a file of its own to write to.
    private func write(
        _ document: RecordDocument, to destination: OutputDestination,
        by library: (RecordDocument, String) throws(OutputError) -> Void
    ) throws(OutputError) {
        // What cannot be written to is told before the work.
        var file = try OutputFile(destination)
        let workspace = try TemporaryFolder()
        let path = workspace.path + "/document.\(format.rawValue)"
        try library(document, path)
        try workspace.copy(path, to: &file)
        try file.commit()
    }
}
