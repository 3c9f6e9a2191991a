/// How findings are written.
package enum FindingsFormat: String, Sendable, CaseIterable {
    case csv, jsonl, geojson

    /// The endings that name a format.
    package static let endings = ["csv", "jsonl", "ndjson", "geojson", "json"]

    /// The format that a file's ending stands for; CSV where it says nothing.
    package init(ending path: String) {
        let path = path.lowercased()
        self =
            path.hasSuffix(".geojson") || path.hasSuffix(".json")
            ? .geojson : path.hasSuffix(".jsonl") || path.hasSuffix(".ndjson") ? .jsonl : .csv
    }
}
