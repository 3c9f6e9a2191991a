/// The files that make up one shapefile, found beside its .shp.
struct ShapefileParts {
    let base: String

    /// - Parameter path: The .shp file.
    init(_ path: String) { base = FilePath.withoutEnding(path) }

    /// Returns the path of a part, whatever the case of its ending, or `nil` where it is missing.
    func path(_ ending: String) -> String? {
        [ending, ending.uppercased()].map { base + $0 }.first(where: FileBytes.exists)
    }

    /// How many records the index has room for: 8 bytes for each after its header.
    var recordCount: Int { path(".shx").map { max(FileBytes.size($0) - 100, 0) / 8 } ?? 0 }

    /// Returns a part's text, or `nil` where it is missing or empty.
    func text(_ ending: String) throws(FeatureFileError) -> String? {
        guard let path = path(ending) else { return nil }
        do {
            let bytes = try FileBytes.read(path)
            let text = String(decoding: bytes, as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
            return text.isEmpty ? nil : String(text)
        } catch  where error.reason == .isEmpty {
            return nil
        }
    }
}
