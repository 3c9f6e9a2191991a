/// Reads the many ways in which a reference system is named.
enum ReferenceSystemName {
    private static let authorities = ["EPSG", "ESRI", "OGC", "IAU", "IGNF"]

    /// Returns `EPSG:2804` for an authority's name or address of the system (`urn:ogc:def:crs:EPSG::2804`,
    /// `http://www.opengis.net/def/crs/EPSG/0/2804`, `epsg:2804`), the text itself for WKT and PROJ strings, and
    /// `nil` for anything else.
    static func definition(of name: String) -> String? {
        let trimmed = name.drop(while: \.isWhitespace)
        if isDefinition(trimmed) { return String(trimmed) }
        let parts = trimmed.split(whereSeparator: { ":/#".contains($0) })
        guard let code = parts.last else { return nil }
        if code.uppercased() == "CRS84" { return RecordedReferenceSystem.longitudeLatitude }
        // `ogc` in front of `crs` names who wrote the rule for names, not who keeps the system.
        let keepers = parts.dropLast().drop { $0.lowercased() != "crs" }
        let named = keepers.isEmpty ? parts.dropLast() : keepers
        guard let authority = named.compactMap(authority).last, isCode(code) else { return nil }
        return "\(authority):\(code)"
    }

    private static func authority(_ part: Substring) -> String? {
        let name = part.uppercased()
        return authorities.first { name == $0 || name == "\($0).XML" }
    }

    private static func isCode(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
    }

    private static func isDefinition(_ text: Substring) -> Bool {
        let keywords = [
            "PROJCS", "GEOGCS", "PROJCRS", "GEOGCRS", "GEODCRS", "COMPD", "BOUNDCRS", "COMPOUNDCRS",
        ]
        return text.hasPrefix("+proj") || keywords.contains { text.uppercased().hasPrefix($0) }
    }
}
