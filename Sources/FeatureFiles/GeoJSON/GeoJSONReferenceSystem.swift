/// Reads the `crs` member that GeoJSON had until 2016.
enum GeoJSONReferenceSystem {
    /// Returns the definition that the member names, or `nil` where it names none that is known.
    static func definition(of member: JSONNode) -> String? {
        if let name = member.string { return ReferenceSystemName.definition(of: name) }
        guard let properties = member["properties"] else { return nil }
        if let name = (properties["name"] ?? properties["href"])?.string {
            return ReferenceSystemName.definition(of: name)
        }
        guard member["type"]?.string?.uppercased() == "EPSG", let code = properties["code"] else {
            return nil
        }
        return code.kind == .number
            ? Int(exactly: code.number).map { "EPSG:\($0)" }
            : code.string.flatMap { ReferenceSystemName.definition(of: "EPSG:\($0)") }
    }
}
