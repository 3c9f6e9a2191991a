import ArgumentParser

/// How findings are written.
enum FindingsFormat: String, ExpressibleByArgument, CaseIterable {
    case csv, jsonl, geojson

    /// The format that a file's ending stands for; CSV where it says nothing.
    init(ending path: String) {
        let path = path.lowercased()
        self =
            path.hasSuffix(".geojson") || path.hasSuffix(".json")
            ? .geojson : path.hasSuffix(".jsonl") || path.hasSuffix(".ndjson") ? .jsonl : .csv
    }
}
