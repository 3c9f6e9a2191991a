/// The kinds of file that features are read from.
package enum FeatureFileFormat: String, Sendable {
    case geoJSON = "GeoJSON"
    case shapefile = "Shapefile"
    case geoPackage = "GeoPackage"
    // Those that ogr2ogr converts.
    case kml = "KML"
    case geodatabase = "file geodatabase"
    case topoJSON = "TopoJSON"
    case flatGeobuf = "FlatGeobuf"
    case mapInfo = "MapInfo"
}

extension FeatureFileFormat {
    /// Returns a file's format, judged by its first bytes and, for the parts of a shapefile, by its ending.
    ///
    /// - Throws: What the file is instead, with what to do: a web page, an archive, another map format.
    static func recognize(
        _ beginning: some Collection<UInt8>, path: String
    ) throws(FeatureFileError) -> FeatureFileFormat {
        let start = Array(beginning.prefix(512))
        if start.starts(with: Array("SQLite format 3\u{0}".utf8)) { return .geoPackage }
        if start.starts(with: [0, 0, 0x27, 0x0A]) && !path.lowercased().hasSuffix(".shx") {
            return .shapefile
        }
        let text = beginningText(UTF16Text.utf8(start))
        if let converted = convertedFormat(start, text: text, path: path) { return converted }
        if let first = text.first, first == "{" || first == "[" { return .geoJSON }
        throw FeatureFileError(path: path, reason: otherFormat(start, text: text, path: path))
    }

    /// Returns the format of a file that `ogr2ogr` has to convert.
    private static func convertedFormat(_ start: [UInt8], text: String, path: String) -> FeatureFileFormat? {
        let lowered = text.lowercased()
        let ending = path.split(separator: ".").last?.lowercased()
        if start.starts(with: Array("fgb".utf8)) { return .flatGeobuf }
        if lowered.hasPrefix("<"), lowered.contains("<kml") { return .kml }
        if lowered.hasPrefix("!table") || (lowered.hasPrefix("version") && ending == "mif") {
            return .mapInfo
        }
        if lowered.hasPrefix("{"), lowered.firstMatch(of: /"type"\s*:\s*"topology"/) != nil {
            return .topoJSON
        }
        return nil
    }

    private static func otherFormat(
        _ start: [UInt8], text: String, path: String
    ) -> FeatureFileError.Reason {
        let lowered = text.lowercased()
        if [".dbf", ".shx", ".prj", ".cpg"].contains(where: path.lowercased().hasSuffix) {
            return .otherFormat(name: "one part of a shapefile", advice: "name the .shp file beside it")
        }
        if start.starts(with: [0x1F, 0x8B]) {
            return .otherFormat(name: "compressed with gzip", advice: "unpack it: gzip -d FILE")
        }
        if lowered.hasPrefix("<!doctype html") || lowered.contains("<html") {
            return .otherFormat(
                name: "a web page", advice: "the server gave a page and not the data; download it again")
        }
        if lowered.hasPrefix("<") {
            let name = lowered.contains("gml") ? "GML" : "XML"
            return .otherFormat(name: name, advice: "export it as GeoJSON, a shapefile or a GeoPackage")
        }
        return .unknownFormat(beginning: excerpt(text))
    }

    /// The first bytes as text: without byte-order mark, white space and record separators in front.
    private static func beginningText(_ start: [UInt8]) -> String {
        let text = String(decoding: start, as: UTF8.self)
        return String(text.drop { $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{1E}" })
    }

    /// The first words of a text, up to one with a digit; empty where they may be a row of requests, which nobody shows: where the
    /// line has what parts the columns of a table.
    private static func excerpt(_ text: String) -> String {
        var line = text.prefix { !$0.isNewline }
        guard !line.contains(where: { ",;|\t\"".contains($0) }) else { return "" }
        if let digit = line.firstIndex(where: \.isNumber) {
            line = line[..<(line[..<digit].lastIndex(of: " ") ?? line.startIndex)]
        }
        let printable = line.prefix(60).map { $0.isASCII && $0.asciiValue ?? 0 < 32 ? "·" : $0 }
        return String(printable).trimmingTrailingSpaces + (line.count > 60 ? "…" : "")
    }
}

extension String {
    fileprivate var trimmingTrailingSpaces: String {
        String(reversed().drop(while: \.isWhitespace).reversed())
    }
}
