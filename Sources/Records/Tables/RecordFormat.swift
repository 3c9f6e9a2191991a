/// How a table is written.
package enum RecordFormat: String, Sendable, CaseIterable {
    case csv, json, jsonl, geojson, xlsx, gpkg

    /// What tables with places are written in.
    package static let tables: [RecordFormat] = [.csv, .json, .jsonl, .geojson, .xlsx, .gpkg]
    /// What lists of rows are written in.
    package static let lists: [RecordFormat] = [.csv, .json, .jsonl, .xlsx, .gpkg]

    /// Returns the format that a file's ending stands for among those that a command writes.
    ///
    /// A path without an ending, such as `-` or `/dev/null`, is CSV. Where no list of JSON objects is written, `.json`
    /// is GeoJSON.
    /// - Throws: ``OutputError/unknownEnding(path:known:)``.
    package static func named(
        byEndingOf path: String, among formats: [RecordFormat]
    ) throws(OutputError) -> RecordFormat {
        try OutputPlan.checkEnding(of: path, among: endings(of: formats))
        return switch OutputPlan.ending(of: path) {
        case "ndjson": .jsonl
        case "json": formats.contains(.json) ? .json : .geojson
        case let ending: ending.flatMap(RecordFormat.init(rawValue:)) ?? .csv
        }
    }

    /// The endings that name formats.
    private static func endings(of formats: [RecordFormat]) -> [String] {
        var endings = formats.map(\.rawValue)
        if formats.contains(.jsonl) { endings.append("ndjson") }
        if formats.contains(.geojson), !formats.contains(.json) { endings.append("json") }
        return endings
    }
}
