import Geometry

/// Reads one GeoJSON geometry: positions as stored, x first, without their elevations.
struct GeoJSONGeometry {
    static let types: Set<String> = [
        "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon",
        "GeometryCollection",
    ]

    /// Counts what was mended.
    private(set) var rings = RingIntake()

    /// Why a geometry cannot be read.
    private struct Problem: Error { let text: String }

    mutating func read(_ node: JSONNode) -> FeatureGeometry {
        guard node.kind != .null else { return .null }
        do throws(Problem) {
            return try geometry(node)
        } catch {
            return .unreadable(error.text)
        }
    }

    private mutating func geometry(_ node: JSONNode) throws(Problem) -> FeatureGeometry {
        guard let type = node["type"]?.string else { throw Problem(text: "the geometry has no type") }
        if type == "GeometryCollection" { return try collection(node) }
        guard let list = node["coordinates"] else { throw Problem(text: "the \(type) has no coordinates") }
        if list.kind == .null || list.kind == .array && list.firstChild == nil { return .empty }
        switch type {
        case "Point": return .points([try point(list)])
        case "MultiPoint": return .points(try positions(list))
        case "LineString": return .lines([try line(list)])
        case "MultiLineString": return .lines(try lines(list))
        case "Polygon":
            let polygon = try polygon(list, part: 0)
            return rings.geometry(polygon.map { [$0] } ?? [])
        case "MultiPolygon":
            let polygons = try polygonList(list)
            return rings.geometry(polygons)
        default: throw Problem(text: "“\(type)” is no GeoJSON geometry")
        }
    }

    private mutating func collection(_ node: JSONNode) throws(Problem) -> FeatureGeometry {
        guard let list = node["geometries"], list.kind == .array else {
            throw Problem(text: "the GeometryCollection has no list of geometries")
        }
        var parts: [FeatureGeometry] = []
        for part in list.children where part.kind != .null { parts.append(try geometry(part)) }
        return FeatureGeometry.gathered(parts)
    }

    private mutating func polygonList(_ node: JSONNode) throws(Problem) -> [Polygon<MapPoint>] {
        var list: [Polygon<MapPoint>] = []
        for (part, node) in try members(node).enumerated() {
            if let polygon = try polygon(node, part: part) { list.append(polygon) }
        }
        return list
    }

    private mutating func polygon(_ node: JSONNode, part: Int) throws(Problem) -> Polygon<MapPoint>? {
        var positions: [[MapPoint]] = []
        for (ring, node) in try members(node).enumerated() {
            positions.append(
                try self.positions(node) { "\(RingVertex(part: part, ring: ring, vertex: $0))" })
        }
        return rings.polygon(positions)
    }

    private func lines(_ node: JSONNode) throws(Problem) -> [LineString<MapPoint>] {
        var lines: [LineString<MapPoint>] = []
        for node in try members(node) { lines.append(try line(node)) }
        return lines
    }

    private func line(_ node: JSONNode) throws(Problem) -> LineString<MapPoint> {
        let positions = try positions(node)
        guard positions.count >= 2 else {
            throw Problem(text: "a line has \(positions.count) position; it takes 2")
        }
        return LineString(positions)
    }

    /// - Parameter name: What a position is called in messages, by its index.
    private func positions(
        _ node: JSONNode, name: (Int) -> String = { "position \($0 + 1)" }
    ) throws(Problem) -> [MapPoint] {
        var positions: [MapPoint] = []
        for node in try members(node) {
            guard let position = position(node) else {
                throw Problem(text: "\(name(positions.count)) is not a list of two numbers")
            }
            positions.append(position)
        }
        return positions
    }

    private func point(_ node: JSONNode) throws(Problem) -> MapPoint {
        guard let position = position(node) else {
            throw Problem(text: "its position is not a list of two numbers")
        }
        return position
    }

    private func position(_ node: JSONNode) -> MapPoint? {
        guard node.kind == .array, let x = node.firstChild, let y = x.next, x.kind == .number,
            y.kind == .number, x.number.isFinite, y.number.isFinite
        else { return nil }
        return MapPoint(x: x.number, y: y.number)
    }

    private func members(_ node: JSONNode) throws(Problem) -> JSONChildren {
        guard node.kind == .array else {
            throw Problem(text: "the coordinates are not nested as its type asks")
        }
        return node.children
    }
}
