import Algorithms
import Geometry

/// Sorts a shapefile's rings into polygons with their holes.
///
/// The format says that outer rings run clockwise, but many writers do not care; hence rings are sorted by what
/// contains what. A ring inside an even number of others is an outer one.
enum RingAssembly {
    static func polygons(of rings: [LinearRing<MapPoint>]) -> [Polygon<MapPoint>] {
        guard rings.count > 1 else { return rings.map { Polygon(exterior: $0) } }
        let parents = parents(of: rings)
        let depths = depths(parents)
        var polygons: [Polygon<MapPoint>] = []
        var polygonOfRing: [Int: Int] = [:]
        for ring in rings.indices where depths[ring].isMultiple(of: 2) {
            polygonOfRing[ring] = polygons.count
            polygons.append(Polygon(exterior: rings[ring]))
        }
        for ring in rings.indices where !depths[ring].isMultiple(of: 2) {
            guard let parent = parents[ring], let polygon = polygonOfRing[parent] else { continue }
            polygons[polygon].holes.append(rings[ring])
        }
        return polygons
    }

    /// Returns for each ring the smallest one around it, `nil` where there is none.
    private static func parents(of rings: [LinearRing<MapPoint>]) -> [Int?] {
        let measured = rings.map { (area: $0.signedArea.magnitude, box: Box(enclosing: $0.positions)) }
        let bySize = rings.indices.sorted { (measured[$0].area, $0) < (measured[$1].area, $1) }
        var parents = [Int?](repeating: nil, count: rings.count)
        for (rank, ring) in bySize.enumerated() {
            parents[ring] = bySize[(rank + 1)...].first { candidate in
                guard let inner = measured[ring].box, let outer = measured[candidate].box,
                    inner.minX >= outer.minX, inner.maxX <= outer.maxX,
                    inner.minY >= outer.minY, inner.maxY <= outer.maxY
                else { return false }
                return contains(rings[candidate], rings[ring])
            }
        }
        return parents
    }

    private static func depths(_ parents: [Int?]) -> [Int] {
        parents.map { parent in
            var depth = 0
            var current = parent
            while let ring = current {
                depth += 1
                current = parents[ring]
            }
            return depth
        }
    }

    /// Whether a ring lies inside another, judged by its first vertex that is not on the other's line.
    private static func contains(_ outer: LinearRing<MapPoint>, _ inner: LinearRing<MapPoint>) -> Bool {
        for position in inner.positions {
            switch side(of: position, outer) {
            case .inside: return true
            case .outside: return false
            case .onLine: continue
            }
        }
        return middleIsInside(outer, inner)
    }

    /// For a ring all of whose vertices lie on the other's line: the middles of its edges decide.
    private static func middleIsInside(_ outer: LinearRing<MapPoint>, _ inner: LinearRing<MapPoint>) -> Bool {
        for (from, to) in inner.positions.adjacentPairs() {
            switch side(of: MapPoint(x: (from.x + to.x) / 2, y: (from.y + to.y) / 2), outer) {
            case .inside: return true
            case .outside: return false
            case .onLine: continue
            }
        }
        return false
    }

    private enum Side { case inside, outside, onLine }

    private static func side(of point: MapPoint, _ ring: LinearRing<MapPoint>) -> Side {
        var isInside = false
        for (from, to) in ring.positions.adjacentPairs() {
            let turn = (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x)
            if turn == 0, min(from.x, to.x) <= point.x, point.x <= max(from.x, to.x),
                min(from.y, to.y) <= point.y, point.y <= max(from.y, to.y)
            {
                return .onLine
            }
            if (from.y > point.y) != (to.y > point.y), (turn > 0) == (to.y > from.y) { isInside.toggle() }
        }
        return isInside ? .inside : .outside
    }
}
