import Geometry
import GeometryEngine

/// Cuts long edges into pieces before they are measured on the ground: an edge that is straight in degrees bends there,
/// by less than half a millimetre over 100 m.
struct EdgeCutter {
    private let box: Box<MapPoint>?
    private let longestNear: Double
    private let longestFar: Double
    /// How many pieces may still be made.
    private var left = EdgeCutter.ceiling

    /// More pieces than a country has; what asks for more is no border, and would take gigabytes.
    private static let ceiling = 4_000_000
    /// Metres, where requests are.
    private static let longestNear = 100.0
    /// Metres, far away from most areas.
    private static let longestFar = 1000.0

    /// - Parameter near: Where edges are cut finely; everywhere where it is `nil`.
    init(_ unit: CoordinateReferenceSystem.Unit, near: Box<MapPoint>? = nil) {
        box = near
        longestNear = Self.longestNear / unit.greatestMetres
        longestFar = Self.longestFar / unit.greatestMetres
    }

    /// Cuts for measuring a surface: the wider it is, the less a bend of its edges counts.
    init(_ unit: CoordinateReferenceSystem.Unit, measuring box: Box<MapPoint>?) {
        self.box = nil
        let size = box.map { max($0.width, $0.height) } ?? 0
        longestNear = max(Self.longestNear / unit.greatestMetres, size / Self.leastPieces)
        longestFar = longestNear
    }

    /// Into how many pieces the side of a surface is cut at least.
    private static let leastPieces = 2000.0

    /// - Throws: ``GeometryError/ceiling(operation:message:)`` where the pieces would be more than memory should hold.
    mutating func cut(_ shape: MultiPolygon<MapPoint>) throws(GeometryError) -> MultiPolygon<MapPoint> {
        var polygons: [Polygon<MapPoint>] = []
        for polygon in shape.polygons {
            var holes: [LinearRing<MapPoint>] = []
            for hole in polygon.holes { holes.append(try cut(hole)) }
            polygons.append(Polygon(exterior: try cut(polygon.exterior), holes: holes))
        }
        return MultiPolygon(polygons)
    }

    private mutating func cut(_ ring: LinearRing<MapPoint>) throws(GeometryError) -> LinearRing<MapPoint> {
        guard let first = ring.positions.first else { return ring }
        var dense = [first]
        dense.reserveCapacity(ring.positions.count)
        for (start, end) in zip(ring.positions, ring.positions.dropFirst()) {
            let (dx, dy) = (end.x - start.x, end.y - start.y)
            let length = (dx * dx + dy * dy).squareRoot()
            let wanted = (length / longest(from: start, to: end)).rounded(.up)
            guard wanted < Double(left) else { throw Self.tooLong }
            let pieces = Swift.max(1, Int(wanted))
            left -= pieces
            for piece in stride(from: 1, to: pieces, by: 1) {
                let share = Double(piece) / Double(pieces)
                dense.append(MapPoint(x: start.x + dx * share, y: start.y + dy * share))
            }
            dense.append(end)
        }
        return LinearRing(dense)
    }

    private func longest(from start: MapPoint, to end: MapPoint) -> Double {
        guard let box else { return longestNear }
        let edge = Box<MapPoint>(
            minX: min(start.x, end.x), minY: min(start.y, end.y), maxX: max(start.x, end.x),
            maxY: max(start.y, end.y))
        return edge.intersects(box) ? longestNear : longestFar
    }

    private static var tooLong: GeometryError {
        .ceiling(
            operation: "measure the areas on the ground",
            message: "their borders are longer than 400,000 km; is a vertex far off?")
    }
}

extension CoordinateReferenceSystem.Unit {
    /// The most metres that one unit has on the ground.
    var greatestMetres: Double {
        switch self {
        case .degrees: Earth.greatestMetresPerDegree
        case .length(let metres): metres
        }
    }
}
