/// Why a table could not be taken out of an archive, a workbook, JSON or XML.
package enum TableFileError: Error, Sendable, Hashable {
    /// The system refused, in its own words.
    case readFailed(String)
    case damagedArchive(String)
    /// The archive is encrypted.
    case encrypted
    /// The content is this many times as large as the archive.
    case expandsTooFar
    /// An archive has to be read from its end, which a pipe does not allow.
    case archiveInPipe
    /// The archive holds several tables, any of which may be meant.
    case severalTables([String])
    /// The archive holds none, with what it holds.
    case noTable([String])
    case macros
    /// A spreadsheet of another form than .xlsx.
    case otherSpreadsheet(String)
    case damagedWorkbook(String)
    /// No sheet has two rows of two cells.
    case noSheet
    /// No sheet with a table has the name that the city file gives, with those that have one.
    case sheetNotFound(String, tables: [String])
    case malformed(format: String, line: Int, column: Int, found: String)
    /// Well formed, and no list of records.
    case noRecords(format: String, holds: String)
    case referenceSystem(String)
    case tooLarge(format: String)
}

extension TableFileError: CustomStringConvertible {
    /// The error in words, to stand after a file's name.
    package var description: String {
        switch self {
        case .readFailed(let reason): "could not be read to its end: \(reason)"
        case .damagedArchive(let reason): "is a damaged archive: \(reason); download or pack it again"
        case .encrypted: "is an archive with a password; unpack it and name the file inside"
        case .expandsTooFar:
            "unpacks to more than \(ExpansionLimit.largestRatio) times its size, as only archives do that are made to fill a"
                + " disk; nothing of it is used"
        case .archiveInPipe: "is an archive, which cannot be read from a pipe; save it and name the file"
        case .severalTables(let names):
            "holds several tables: \(Self.list(names)); unpack it and name one of them"
        case .noTable(let names):
            names.isEmpty
                ? "is an empty archive"
                : "is an archive without a table (.csv, .tsv, .txt, .json, .geojson, .xml); it holds \(Self.list(names))"
                    + (names.contains(where: Self.isMap) ? "; unpack it: \(TableAdvice.ofMaps)" : "")
        case .macros: "is a workbook with macros, which is not opened; save the sheet as .xlsx or CSV UTF-8"
        case .otherSpreadsheet(let name): "is \(name); save the sheet as .xlsx or CSV UTF-8"
        case .damagedWorkbook(let reason): "is a damaged Excel workbook: \(reason); save it again"
        case .noSheet: "is an Excel workbook without a table: no visible sheet has two rows of two cells"
        case .sheetNotFound(let name, let tables):
            "has no sheet “\(name)” with a table; "
                + (tables.isEmpty
                    ? "none has one" : "those that have one are \(Self.list(tables.map { "“\($0)”" }))")
        case .malformed(let format, let line, let column, let found):
            "is not valid \(format): \(found) at line \(line), column \(column)"
        case .noRecords(let format, let holds):
            "is \(format) without a list of records: it holds \(holds); export the requests as CSV"
        case .referenceSystem(let name):
            "has positions in \(name) and not in degrees; convert it: ogr2ogr -t_srs EPSG:4326 out.geojson FILE"
        case .tooLarge(let format): "is \(format) of more than 1 GiB; export the requests as CSV"
        }
    }

    private static func isMap(_ name: String) -> Bool {
        [".shp", ".gpkg"].contains { name.lowercased().hasSuffix($0) }
    }

    private static func list(_ names: [String]) -> String {
        let shown = names.prefix(10).map { String($0.prefix(80)) }.joined(separator: ", ")
        return names.count > 10 ? "\(shown), and \(names.count - 10) more" : shown
    }
}

/// What to do about files that hold requests and are no table.
package enum TableAdvice {
    /// About points on a map.
    package static let ofMaps =
        "export the requests as CSV or GeoJSON: ogr2ogr -f GeoJSON -t_srs EPSG:4326 requests.geojson FILE"
}
