/// The table that an archive holds.
enum ArchivedTable {
    private static let delimited: Set<String> = ["csv", "tsv", "tab", "psv"]
    private static let records: Set<String> = ["json", "geojson", "jsonl", "ndjson", "geojsonl", "xml"]

    /// Returns the file of an archive that is its table: the one of delimited text, else of records, else of text.
    ///
    /// - Throws: ``TableFileError/severalTables(_:)`` where any of several may be meant.
    static func find(in archive: ZipArchive) throws(TableFileError) -> ZipArchive.Entry {
        let files = archive.entries.filter { entry in
            let name = entry.name.split(separator: "/").last ?? ""
            return !entry.name.hasSuffix("/") && !name.hasPrefix(".") && !entry.name.hasPrefix("__MACOSX/")
        }
        for endings in [delimited, records, ["txt"]] {
            let found = files.filter { entry in
                entry.name.split(separator: ".").last.map { endings.contains($0.lowercased()) } ?? false
            }
            if found.count > 1 { throw .severalTables(found.map(\.name)) }
            if let only = found.first { return only }
        }
        throw .noTable(files.map(\.name))
    }
}
