import Foundation

/// Tells an argument that names a table from one that is an address.
enum TableArgument {
    /// Returns the path of a table that is there or is named like one, or `-`; `nil` for an address.
    static func path(_ argument: String) -> String? {
        let isFile = argument == "-" || FileManager.default.fileExists(atPath: argument)
        let looksSo = [".csv", ".tsv", ".txt", ".gz", ".zip", ".xlsx", ".json", ".geojson", ".jsonl", ".xml"]
            .contains { argument.lowercased().hasSuffix($0) }
        return isFile || looksSo ? argument : nil
    }
}
