import Records
import Testing

struct RecordFormatTests {
    @Test(
        arguments: [
            ("findings.csv", RecordFormat.csv), ("a.b/findings.XLSX", .xlsx), ("findings.gpkg", .gpkg),
            ("findings.ndjson", .jsonl), ("findings.json", .json), ("findings.geojson", .geojson),
            ("-", .csv), ("/dev/null", .csv), ("out/findings", .csv), ("run.2024", .csv), (".hidden", .csv),
        ])
    func `the ending names the format, and no ending means CSV`(path: String, format: RecordFormat) throws {
        #expect(try RecordFormat.named(byEndingOf: path, among: RecordFormat.allCases) == format)
    }

    @Test func `.json is GeoJSON where no list of objects is written`() throws {
        #expect(try RecordFormat.named(byEndingOf: "f.json", among: [.csv, .jsonl, .geojson]) == .geojson)
    }

    @Test(arguments: ["findings.pdf", "findings.csv.gz", "findings.txt", "findings.geojson"])
    func `an ending that is not written is refused with those that are`(path: String) {
        #expect(throws: OutputError.unknownEnding(path: path, known: ["csv", "xlsx"])) {
            try RecordFormat.named(byEndingOf: path, among: [.csv, .xlsx])
        }
    }
}
