import Geometry

/// Where the drawing board, in metres, lies on the earth.
///
/// Two fixed scales instead of a projection: within the city they are right to about one part in 2,000, and the
/// written degrees come out the same on every machine.
enum CityFrame {
    static let origin = Coordinate(longitude: -70.85, latitude: 41.62)
    static let metresPerDegreeOfLongitude = 83_341.6
    static let metresPerDegreeOfLatitude = 111_065.9

    /// Returns the position in degrees, rounded to seven decimals as the files hold it.
    static func coordinate(of point: ProjectedPoint) -> Coordinate {
        Coordinate(
            longitude: rounded(origin.longitude + point.x / metresPerDegreeOfLongitude),
            latitude: rounded(origin.latitude + point.y / metresPerDegreeOfLatitude))
    }

    static func point(of coordinate: Coordinate) -> ProjectedPoint {
        ProjectedPoint(
            x: (coordinate.longitude - origin.longitude) * metresPerDegreeOfLongitude,
            y: (coordinate.latitude - origin.latitude) * metresPerDegreeOfLatitude)
    }

    /// Returns the point on the board that the rounded degrees stand for.
    static func snapped(_ point: ProjectedPoint) -> ProjectedPoint { self.point(of: coordinate(of: point)) }

    private static func rounded(_ degrees: Double) -> Double { (degrees * 1e7).rounded() / 1e7 }
}
