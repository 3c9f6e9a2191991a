import FeatureFiles
import Geometry
import GeometryEngine

/// What of a layer's surfaces is likely a slip of the pen and no certain one: vertices that stand out, and numbers that would fit if
/// they were read otherwise.
extension PieceSurvey {
    /// Returns the first vertex that stands out of a ring as a needle does, far from home for areas of such a size: a digit of it is
    /// likely wrong. `nil` where there is none.
    func strayVertex(of piece: Int, stored: MultiPolygon<MapPoint>) -> (text: String, place: Coordinate)? {
        for (part, polygon) in surfaces[piece].polygons.enumerated() {
            for (ring, line) in polygon.rings.enumerated() {
                guard let vertex = needle(of: line) else { continue }
                return (
                    Self.text(RingVertex(part: part, ring: ring, vertex: vertex), of: stored),
                    written(line.positions[vertex])
                )
            }
        }
        return nil
    }

    /// As many vertices beside one another are a needle's; more are a part of an area that lies apart.
    private static let mostStray = 2
    /// How many times longer than wide a needle is.
    private static let leastNeedle = 5.0

    /// The first of one or two far vertices between near ones that lie much nearer to each other.
    private func needle(of ring: LinearRing<Coordinate>) -> Int? {
        let vertices = ring.positions.dropLast().map(written)
        let far = vertices.indices.filter { closeHome.isFar(vertices[$0]) }
        guard let first = far.first, 2 * far.count < vertices.count else { return nil }
        // From a near vertex on, so that no run of far ones is cut where the ring begins.
        let start = vertices.indices.first { !closeHome.isFar(vertices[$0]) } ?? first
        let order = vertices.indices.map { (start + $0) % vertices.count }
        var index = 0
        while index < order.count {
            guard closeHome.isFar(vertices[order[index]]) else {
                index += 1
                continue
            }
            let run = order[index...].prefix { closeHome.isFar(vertices[$0]) }
            let (before, after) = (order[index - 1], order[(index + run.count) % order.count])
            if run.count <= Self.mostStray,
                isNeedle(run.map { vertices[$0] }, between: vertices[before], vertices[after])
            {
                return order[index]
            }
            index += run.count
        }
        return nil
    }

    private func isNeedle(_ run: [Coordinate], between before: Coordinate, _ after: Coordinate) -> Bool {
        let (start, end) = (SpacePoint(before), SpacePoint(after))
        let width = start.arc(to: end)
        return run.allSatisfy { vertex in
            let point = SpacePoint(vertex)
            return min(point.arc(to: start), point.arc(to: end)) >= Self.leastNeedle * width
        }
    }

    /// Returns how the numbers of a place far from home have to be read to lie among a city's other areas, in words; `nil` where
    /// no reading brings them there. Most areas have to lie there, or nobody knows which are right.
    func misreading(of place: Coordinate) -> String? {
        let box = home.box
        guard 2 * nearCount > surfaces.count, max(box.width, box.height) < Self.widestCity else { return nil }
        let among = box.expanded(byX: box.width, y: box.height)
        return Self.reading(of: place) { among.contains(window.coordinate($0.standard)) }
    }

    private static let widestCity = 5.0

    /// Returns in words how numbers have to be read to fit; `nil` where no reading does.
    static func reading(of place: Coordinate, fits: (Coordinate) -> Bool) -> String? {
        let (x, y) = (place.standard.longitude, place.latitude)
        let signs = [(-x, y), (x, -y), (-x, -y)].map { Coordinate(longitude: $0.0, latitude: $0.1) }
        if signs.contains(where: fits) { return "was a minus sign lost?" }
        return abs(x) <= 90 && fits(Coordinate(longitude: y, latitude: x))
            ? "its numbers would fit as latitude and longitude, swapped" : nil
    }
}
