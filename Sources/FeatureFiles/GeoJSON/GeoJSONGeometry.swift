import Geometry

/// Reads one GeoJSON geometry: positions as stored, x first, without their elevations.
struct GeoJSONGeometry {
    static let types: Set<String> = [
        "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon",
        "GeometryCollection",
    ]

    /// How many rings did not end where they began and were closed.
    private(set) var closedRings = 0

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
        case "Point": return .points([try position(list)])
        case "MultiPoint": return .points(try positions(list))
        case "LineString": return .lines([try line(list)])
        case "MultiLineString": return .lines(try lines(list))
        case "Polygon": return polygons([try polygon(list)])
        case "MultiPolygon": return polygons(try polygonList(list))
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

    private func polygons(_ polygons: [Polygon<MapPoint>?]) -> FeatureGeometry {
        let solid = polygons.compactMap(\.self)
        return solid.isEmpty ? .empty : .polygons(MultiPolygon(solid))
    }

    private mutating func polygonList(_ node: JSONNode) throws(Problem) -> [Polygon<MapPoint>?] {
        var list: [Polygon<MapPoint>?] = []
        for node in try members(node) { list.append(try polygon(node)) }
        return list
    }

    private mutating func polygon(_ node: JSONNode) throws(Problem) -> Polygon<MapPoint>? {
        var exterior: LinearRing<MapPoint>?
        var holes: [LinearRing<MapPoint>] = []
        for node in try members(node) {
            guard let ring = try ring(node) else { continue }
            if exterior == nil { exterior = ring } else { holes.append(ring) }
        }
        return exterior.map { Polygon(exterior: $0, holes: holes) }
    }

    private mutating func ring(_ node: JSONNode) throws(Problem) -> LinearRing<MapPoint>? {
        let positions = try positions(node)
        guard let first = positions.first else { return nil }
        if positions.last != first { closedRings += 1 }
        let ring = LinearRing(positions)
        guard ring.positions.count >= 4 else {
            throw Problem(
                text: "a ring has \(positions.count) positions; it takes 4, the last like the first")
        }
        return ring
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

    private func positions(_ node: JSONNode) throws(Problem) -> [MapPoint] {
        var positions: [MapPoint] = []
        for node in try members(node) { positions.append(try position(node)) }
        return positions
    }

    private func position(_ node: JSONNode) throws(Problem) -> MapPoint {
        guard node.kind == .array, let x = node.firstChild, let y = x.next, x.kind == .number,
            y.kind == .number,
            x.number.isFinite, y.number.isFinite
        else { throw Problem(text: "a position is not a list of two numbers") }
        return MapPoint(x: x.number, y: y.number)
    }

    private func members(_ node: JSONNode) throws(Problem) -> JSONChildren {
        guard node.kind == .array else {
            throw Problem(text: "the coordinates are not nested as its type asks")
        }
        return node.children
    }
}
