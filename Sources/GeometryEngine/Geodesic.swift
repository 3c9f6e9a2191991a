import CPROJ
package import Geometry

/// The shortest way over the ellipsoid (Karney 2013, as PROJ has it).
package enum Geodesic {
    /// Returns the length of the shortest way between two positions, metres.
    package static func distance(from start: Coordinate, to end: Coordinate) -> Double {
        var ellipsoid = geod_geodesic()
        geod_init(&ellipsoid, Earth.equatorialRadius, Earth.flattening)
        var distance = 0.0
        geod_inverse(
            &ellipsoid, start.latitude, start.longitude, end.latitude, end.longitude, &distance, nil, nil)
        return distance
    }
}
