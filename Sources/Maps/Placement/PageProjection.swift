package import Geometry

/// From degrees to metres on the ground, then to points on a page, with north up.
///
/// The metres are those of the ellipsoid at the map's middle latitude. Away from it the width is off by the
/// cosine's change: 0.15 % at 0.1° of latitude, which on paper is less than a line's width. Nothing is decided with
/// these metres; they only draw.
package struct PageProjection: Sendable {
    private let middle: Coordinate
    private let metersPerDegreeEast: Double
    private let metersPerDegreeNorth: Double
    private let target: PagePoint
    /// Points of the page for each metre of the ground.
    package let pointsPerMeter: Double

    /// Creates the projection that shows a box of degrees in the middle of a frame, as large as fits.
    ///
    /// - Parameter margin: Points left free between the box and the frame.
    package init(showing box: Box<Coordinate>, in frame: PageBox, margin: Double) {
        middle = box.center
        (metersPerDegreeEast, metersPerDegreeNorth) = Self.metersPerDegree(at: box.center.latitude)
        let width = max(box.width * metersPerDegreeEast, 1)
        let height = max(box.height * metersPerDegreeNorth, 1)
        pointsPerMeter = min((frame.width - 2 * margin) / width, (frame.height - 2 * margin) / height)
        target = frame.center
    }

    package func meters(_ coordinate: Coordinate) -> ProjectedPoint {
        ProjectedPoint(
            x: (coordinate.longitude - middle.longitude) * metersPerDegreeEast,
            y: (coordinate.latitude - middle.latitude) * metersPerDegreeNorth)
    }

    package func point(_ coordinate: Coordinate) -> PagePoint {
        let meters = meters(coordinate)
        return PagePoint(
            x: target.x + meters.x * pointsPerMeter,
            y: target.y - meters.y * pointsPerMeter)
    }

    /// Returns the coordinate of a place on the page.
    func coordinate(_ point: PagePoint) -> Coordinate {
        Coordinate(
            longitude: middle.longitude + (point.x - target.x) / pointsPerMeter / metersPerDegreeEast,
            latitude: middle.latitude - (point.y - target.y) / pointsPerMeter / metersPerDegreeNorth)
    }

    /// Returns the length of a degree of longitude and of latitude on the WGS 84 ellipsoid, metres.
    ///
    /// Source: the radii of curvature in the prime vertical and in the meridian.
    package static func metersPerDegree(at latitude: Double) -> (east: Double, north: Double) {
        let semiMajor = Earth.equatorialRadius
        let eccentricitySquared = Earth.squaredEccentricity
        let radians = latitude * .pi / 180
        let flattening = 1 - eccentricitySquared * sine(radians) * sine(radians)
        let primeVertical = semiMajor / flattening.squareRoot()
        let meridian = semiMajor * (1 - eccentricitySquared) / (flattening * flattening.squareRoot())
        return (primeVertical * cosine(radians) * .pi / 180, meridian * .pi / 180)
    }
}
