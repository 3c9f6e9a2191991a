package import Geometry

/// A position in ten-millionths of a degree, about a centimetre: half the room of a ``Coordinate``.
struct GridPosition: BitwiseCopyable, Hashable, Sendable {
    var longitude: Int32
    var latitude: Int32

    init(_ coordinate: Coordinate) {
        longitude = Int32((coordinate.longitude * 1e7).rounded())
        latitude = Int32((coordinate.latitude * 1e7).rounded())
    }

    @inline(__always) var coordinate: Coordinate {
        Coordinate(longitude: Double(longitude) / 1e7, latitude: Double(latitude) / 1e7)
    }
}

/// The length of a degree at one latitude of the WGS 84 ellipsoid: a plane good for a few kilometres.
///
/// A street segment is short enough that this differs from a projection by millimetres; so matching needs no
/// projection, and one index serves all workers. A place across the antimeridian lies beside its origin.
package struct LocalPlane {
    package let origin: Coordinate
    /// Metres in a degree.
    package let perLongitude: Double
    package let perLatitude: Double

    package init(origin: Coordinate) {
        self.origin = origin
        let latitude = origin.latitude * .pi / 180
        let sine = Self.sine(latitude)
        let cosine = (1 - sine * sine).squareRoot()
        let eccentricity = 0.006_694_379_990_14
        let radius = Earth.equatorialRadius
        let bend = 1 - eccentricity * sine * sine
        perLongitude = .pi / 180 * radius * cosine / bend.squareRoot()
        perLatitude = .pi / 180 * radius * (1 - eccentricity) / (bend * bend.squareRoot())
    }

    /// The sine by its series, exact to 1e-12 within a quarter turn; spares a call into the C library.
    private static func sine(_ angle: Double) -> Double {
        let square = angle * angle
        var term = angle
        var sum = angle
        for step in stride(from: 2.0, through: 20, by: 2) {
            term *= -square / (step * (step + 1))
            sum += term
        }
        return sum
    }

    @inline(__always) package func point(_ coordinate: Coordinate) -> ProjectedPoint {
        ProjectedPoint(
            x: (coordinate.longitude.degrees(near: origin.longitude) - origin.longitude) * perLongitude,
            y: (coordinate.latitude - origin.latitude) * perLatitude)
    }

    /// Returns a place in degrees, its longitude written beside the origin's: it may be beyond 180.
    @inline(__always) package func coordinate(_ point: ProjectedPoint) -> Coordinate {
        Coordinate(
            longitude: origin.longitude + point.x / perLongitude,
            latitude: origin.latitude + point.y / perLatitude)
    }

    /// Returns the box that reaches so many metres each way from the origin.
    func box(within reach: Double) -> Box<Coordinate> {
        Box(minX: origin.longitude, minY: origin.latitude, maxX: origin.longitude, maxY: origin.latitude)
            .expanded(byX: reach / perLongitude, y: reach / perLatitude)
    }

    /// Returns the distance between two places near each other, metres.
    package static func distance(_ first: Coordinate, _ second: Coordinate) -> Double {
        let plane = LocalPlane(
            origin: Coordinate(
                longitude: first.longitude, latitude: (first.latitude + second.latitude) / 2))
        return plane.point(first).distance(to: plane.point(second))
    }
}
