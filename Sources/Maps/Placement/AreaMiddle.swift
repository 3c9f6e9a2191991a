import Algorithms
import Foundation
import Geometry

/// Finds a place within an area for its name.
enum AreaMiddle {
    /// So many lines from west to east are looked along.
    private static let lines = 24

    /// Returns the place that is farthest from the area's border to the west, east, north and south, of some tried along lines
    /// from west to east.
    ///
    /// Of islands so small that all lines miss them, that of the largest one.
    static func of(_ shape: MultiPolygon<Coordinate>) -> Coordinate? {
        if let place = middle(of: shape) { return place }
        let boxes = shape.polygons.map { $0.exterior.positions }.map { Box(enclosing: $0) }
        let sizes = boxes.map { $0.map { $0.width * $0.height } ?? 0 }
        guard let largest = shape.polygons.indices.max(by: { sizes[$0] < sizes[$1] }) else { return nil }
        return middle(of: MultiPolygon([shape.polygons[largest]]))
    }

    private static func middle(of shape: MultiPolygon<Coordinate>) -> Coordinate? {
        guard let box = shape.box else { return nil }
        // A degree to the east is shorter than one to the north.
        let shortening = cos(box.center.latitude * .pi / 180)
        var best: (place: Coordinate, room: Double)?
        for line in 1..<lines {
            let latitude = box.minY + box.height * Double(line) / Double(lines)
            let crossings = crossings(of: shape, at: latitude, \.latitude, along: \.longitude)
            for index in stride(from: 0, to: crossings.count - 1, by: 2) {
                let width = crossings[index + 1] - crossings[index]
                for share in [0.5, 0.35, 0.65] {
                    let longitude = crossings[index] + width * share
                    let across = width * min(share, 1 - share) * shortening
                    guard across > best?.room ?? 0 else { continue }
                    let borders = Self.crossings(of: shape, at: longitude, \.longitude, along: \.latitude)
                    let upAndDown = borders.map { abs($0 - latitude) }.min() ?? 0
                    let room = min(across, upAndDown)
                    guard room > best?.room ?? 0 else { continue }
                    best = (Coordinate(longitude: longitude, latitude: latitude), room)
                }
            }
        }
        return best?.place
    }

    /// Returns where the rings cross a line, in order.
    private static func crossings(
        of shape: MultiPolygon<Coordinate>, at value: Double, _ across: (Coordinate) -> Double,
        along: (Coordinate) -> Double
    ) -> [Double] {
        shape.rings.flatMap { ring in
            ring.positions.adjacentPairs().compactMap { start, end -> Double? in
                guard (across(start) > value) != (across(end) > value) else { return nil }
                let share = (value - across(start)) / (across(end) - across(start))
                return along(start) + share * (along(end) - along(start))
            }
        }.sorted()
    }
}
