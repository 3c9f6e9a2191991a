package import Geometry
package import GeometryEngine

/// A projection to metres around the middle of a city, and around a place in each other part of the world that it has areas in: within
/// each distances are as on the ground, and the parts lie so far apart that nothing of two is near.
package struct CityProjection: Sendable, Hashable {
    package let center: Coordinate
    let overseas: [Coordinate]

    package func makeTransformation() throws(GeometryError) -> CityTransformation {
        var parts: [LocalTransformation] = []
        for center in [center] + overseas {
            parts.append(try LocalProjection(center: center).makeTransformation())
        }
        return CityTransformation(centers: overseas, parts: parts)
    }
}

/// Owns the transformations of a city's projection. Not Sendable.
package final class CityTransformation {
    private let centers: [Coordinate]
    /// That of the city, and those overseas.
    private let parts: [LocalTransformation]

    /// How far the parts lie apart in the plane, metres: some times as far as any of them reaches.
    private static let spacing = 8_000_000.0

    fileprivate init(centers: [Coordinate], parts: [LocalTransformation]) {
        (self.centers, self.parts) = (centers, parts)
    }

    package func project(_ coordinate: Coordinate) -> ProjectedPoint {
        if centers.isEmpty { return parts[0].project(coordinate) }
        let part = (centers.firstIndex { !RowSelection.areApart(coordinate, $0) } ?? -1) + 1
        let point = parts[part].project(coordinate)
        return ProjectedPoint(x: point.x + Double(part) * Self.spacing, y: point.y)
    }

    package func unproject(_ point: ProjectedPoint) -> Coordinate {
        if centers.isEmpty || !point.x.isFinite { return parts[0].unproject(point) }
        let part = min(max(0, Int((point.x / Self.spacing).rounded())), parts.count - 1)
        return parts[part].unproject(
            ProjectedPoint(x: point.x - Double(part) * Self.spacing, y: point.y))
    }
}
