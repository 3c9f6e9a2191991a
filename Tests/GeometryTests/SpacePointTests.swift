import Geometry
import Testing

/// Expected lengths are geodesics on WGS 84 by pyproj 3.7, `Geod(ellps="WGS84").inv`.
struct SpacePointTests {
    @Test(arguments: [
        (-76.615, 39.295, -76.61, 39.295, 431.328),
        (179.99995, -16.8, -179.99995, -16.8, 10.660),
        (-70.9, 41.5, -70.8, 41.6, 13_891.081),
    ])
    func `ways over the ground are those on the ellipsoid`(
        x1: Double, y1: Double, x2: Double, y2: Double, expected: Double
    ) {
        let start = SpacePoint(Coordinate(longitude: x1, latitude: y1))
        let end = SpacePoint(Coordinate(longitude: x2, latitude: y2))
        let arc = start.arc(to: end)
        #expect(abs(arc - expected) < expected * 1e-4, "\(arc)")
        #expect(abs(SpacePoint.chord(ofArc: arc) - start.chord(to: end)) < 1e-6)
    }

    @Test func `what is no position is no distance from anything`() {
        let nowhere = SpacePoint(Coordinate(longitude: .infinity, latitude: .infinity))
        #expect(!nowhere.chord(to: SpacePoint(Coordinate(longitude: 0, latitude: 0))).isFinite)
    }
}
