import Geometry
import GeometryEngine
import Testing

struct LocalProjectionTests {
    /// Segments of about a kilometre that begin 50 km from a centre: start, end and length on the ellipsoid by pyproj
    /// 3.7, `Geod(ellps="WGS84").fwd` and `.inv`.
    private static let segments: [(center: Coordinate, start: Coordinate, end: Coordinate, metres: Double)] =
        [
            (-76.6, 39.3, -76.020361, 39.2985571, -76.020361, 39.3075644, 1000.0019),
            (-76.6, 39.3, -76.020361, 39.2985571, -76.0087683, 39.2985565, 999.9999),
            (-76.6, 39.3, -77.179639, 39.2985571, -77.171441, 39.3049259, 999.9969),
            (-76.6, 39.3, -76.1882608, 39.6177206, -76.1800267, 39.6113516, 999.9987),
            (-76.6, 39.3, -76.6, 39.7503469, -76.6, 39.7593535, 1000.0021),
            (25.0, 65.0, 26.0597722, 64.996241, 26.0597722, 65.0052102, 999.9996),
            (25.0, 65.0, 25.0, 64.5515262, 24.9791515, 64.5515247, 999.9980),
            (103.8, 1.3, 104.2492725, 1.2999598, 104.2492725, 1.3090034, 999.9947),
            (103.8, 1.3, 104.2492725, 1.2999598, 104.258258, 1.2999598, 1000.0056),
        ].map { centerX, centerY, startX, startY, endX, endY, metres in
            (
                Coordinate(longitude: centerX, latitude: centerY),
                Coordinate(longitude: startX, latitude: startY),
                Coordinate(longitude: endX, latitude: endY), metres
            )
        }

    @Test func `50 km from its centre a distance is wrong by less than 1 part in 30,000`() throws {
        for (center, start, end, metres) in Self.segments {
            let local = try LocalProjection(center: center).makeTransformation()
            let distance = local.project(start).distance(to: local.project(end))
            #expect(abs(distance - metres) < metres / 30_000, "\(start)")
        }
    }

    @Test func `within a city it measures as the ellipsoid does, and leads back`() throws {
        // pyproj.Geod(ellps="WGS84").inv(-76.62, 39.3, -76.61, 39.31) gives 1405.8932 m
        let local = try LocalProjection(center: Coordinate(longitude: -76.6, latitude: 39.3))
            .makeTransformation()
        let start = Coordinate(longitude: -76.62, latitude: 39.3)
        let end = Coordinate(longitude: -76.61, latitude: 39.31)
        #expect(abs(local.project(start).distance(to: local.project(end)) - 1405.8932) < 0.001)
        let back = local.unproject(local.project(end))
        #expect(abs(back.longitude - end.longitude) < 1e-11)
        #expect(abs(back.latitude - end.latitude) < 1e-11)
    }

    @Test func `the middle of a region is its origin`() throws {
        let box = Box<Coordinate>(minX: -77, minY: 38, maxX: -75, maxY: 40)
        let local = try LocalProjection(covering: box).makeTransformation()
        let origin = local.project(Coordinate(longitude: -76, latitude: 39))
        #expect(abs(origin.x) < 1e-6 && abs(origin.y) < 1e-6)
    }
}
