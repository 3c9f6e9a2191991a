/// What a file holds that is no plain delimited text, made into one that is read like it.
package struct TableContent {
    package enum Form: Sendable {
        /// The bytes of a file within an archive, which may be of any kind but an archive.
        case file
        /// Rows with the delimiters of ``TableText``; the header is one of the first.
        case sheet
        /// The same; the header is the first row, and the records are counted from 1 after it.
        case records
    }

    package let bytes: any ByteSource
    package let form: Form
    /// What to say of it, such as the name of the file or sheet.
    package let title: String
    package private(set) var remarks = TableRemarks()

    /// Opens an archive or a workbook by its first bytes; `nil` where they show neither.
    ///
    /// - Parameters:
    ///   - rest: What follows the first bytes.
    ///   - path: The file's path; `nil` for a pipe.
    ///   - sheet: The sheet of a workbook; `nil` for the first that is a table.
    package static func open(
        beginning: [UInt8], rest: any ByteSource, path: String?, sheet: String? = nil
    ) throws(TableFileError) -> TableContent? {
        if beginning.starts(with: [0x1F, 0x8B]) {
            return TableContent(
                bytes: try GzipSource(PrefixedSource(beginning, then: rest)), form: .file, title: "gzip")
        }
        let signatures: [[UInt8]] = [[0x50, 0x4B, 3, 4], [0x50, 0x4B, 5, 6]]
        guard signatures.contains(where: { beginning.starts(with: $0) }) else { return nil }
        guard let path else { throw .archiveInPipe }
        let archive = try ZipArchive(path: path)
        if try ExcelWorkbook.isWorkbook(archive) {
            let table = try ExcelWorkbook(archive).table(sheet)
            var content = TableContent(bytes: table.rows, form: .sheet, title: table.title)
            content.remarks = table.remarks
            return content
        }
        let entry = try ArchivedTable.find(in: archive)
        return TableContent(
            bytes: try archive.open(entry), form: .file, title: "“\(entry.name)” in the archive")
    }

    /// Takes the records out of JSON or XML.
    ///
    /// - Parameter text: The whole text in UTF-8.
    package static func records(json text: [UInt8]) throws(TableFileError) -> TableContent {
        let records = try JSONRecords(text)
        var content = TableContent(bytes: records, form: .records, title: records.title)
        content.remarks = records.remarks
        return content
    }

    package static func records(xml text: [UInt8]) throws(TableFileError) -> TableContent {
        TableContent(bytes: try XMLRecords(text), form: .records, title: "XML")
    }
}
