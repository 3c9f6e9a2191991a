import Geometry
import GeometryEngine

/// Holds one worker's prepared areas, each made when it is first asked for. Not Sendable.
final class PreparedAreas {
    private let shapes: [MultiPolygon<MapPoint>]
    private let context = GEOSContext()
    private var prepared: [PreparedArea?]

    init(_ shapes: [MultiPolygon<MapPoint>]) {
        self.shapes = shapes
        prepared = [PreparedArea?](repeating: nil, count: shapes.count)
    }

    /// Returns whether an area contains a point or its border does, by GEOS.
    func covers(_ area: Ordinal<Area>, _ point: MapPoint) throws(GeometryError) -> Bool {
        guard point.x.isFinite, point.y.isFinite else { return false }
        if let ready = prepared[area.index] { return try ready.covers(x: point.x, y: point.y) }
        let made = try PreparedArea(shapes[area.index], in: context)
        prepared[area.index] = made
        return try made.covers(x: point.x, y: point.y)
    }

    /// Returns the areas among the candidates that cover a point, in the candidates' order.
    func areas(covering point: MapPoint, among candidates: [Ordinal<Area>]) throws(GeometryError) -> [Ordinal<
        Area
    >] {
        var covering: [Ordinal<Area>] = []
        for area in candidates where try covers(area, point) { covering.append(area) }
        return covering
    }
}
