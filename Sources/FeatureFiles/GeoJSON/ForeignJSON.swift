/// Names what a JSON text is that is not GeoJSON.
enum ForeignJSON {
    static func reason(_ root: JSONNode) -> FeatureFileError.Reason {
        if root["type"]?.string == "Topology" {
            return .otherFormat(name: "TopoJSON", advice: "convert it: ogr2ogr -f GPKG areas.gpkg FILE")
        }
        if root["geometryType"] != nil || root["spatialReference"] != nil {
            return .otherFormat(name: "Esri JSON", advice: "ask the server for f=geojson")
        }
        return .notGeoJSON(content: content(of: root))
    }

    private static func content(of root: JSONNode) -> String {
        guard root.kind == .object else { return root.kind == .array ? "a list" : "a single value" }
        let names = root.children.prefix(6).compactMap { $0.name.flatMap(String.init(validatingCString:)) }
        let holds =
            names.isEmpty ? "an object without members" : "an object with \(names.joined(separator: ", "))"
        guard let message = message(in: root) else { return holds }
        return
            "\(holds); it says “\(message)”. Is it a server's answer saved in the place of the data? Download it again"
    }

    /// What a server says where it could not deliver: its message or status.
    private static func message(in root: JSONNode) -> String? {
        let message = root["message"]?.string ?? root["error"]?.string ?? root["error"]?["message"]?.string
        return (message ?? root["status"]?.string).map { String($0.prefix(80)) }
    }
}
