/// How the records of a small table are written.
package enum RecordFormat: String, Sendable, CaseIterable {
    case csv, json, geojson

    /// The format that a file's ending stands for; CSV where it says nothing.
    package init(ending path: String) {
        let path = path.lowercased()
        self = path.hasSuffix(".geojson") ? .geojson : path.hasSuffix(".json") ? .json : .csv
    }
}
