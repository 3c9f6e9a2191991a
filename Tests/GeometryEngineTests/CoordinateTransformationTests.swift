import Geometry
import GeometryEngine
import Testing

/// Expected by pyproj 3.7: `Transformer.from_crs(…, always_xy=True).transform(…)`.
struct CoordinateTransformationTests {
    @Test func `a state plane position becomes degrees`() throws {
        let transformation = try CoordinateTransformation(
            from: CoordinateReferenceSystem("EPSG:26985"), to: .wgs84)
        let point = try #require(transformation.transformed(MapPoint(x: 394693.91, y: 139495.9)))
        #expect(abs(point.x - -77.06118964) < 1e-7)
        #expect(abs(point.y - 38.92332097) < 1e-7)
    }

    @Test(arguments: [
        ("EPSG:2804", 433645.2216, 180271.2709), ("EPSG:3857", -8528186.1897, 4763297.1256),
        ("EPSG:32618", 361154.4997, 4350194.4917), ("EPSG:2263", 245350.155, -308395.8225),
    ])
    func `degrees become eastings and northings, east first whatever order the system names`(
        code: String, x: Double, y: Double
    ) throws {
        let transformation = try CoordinateTransformation(from: .wgs84, to: CoordinateReferenceSystem(code))
        let point = try #require(transformation.transformed(MapPoint(x: -76.61, y: 39.29)))
        #expect(abs(point.x - x) < 0.001)
        #expect(abs(point.y - y) < 0.001)
    }

    @Test func `a position without an image becomes infinite, and those after it are not touched`() throws {
        let transformation = try CoordinateTransformation(
            from: .wgs84, to: CoordinateReferenceSystem("EPSG:32618"))
        var points = [MapPoint(x: -76.61, y: 39.29), MapPoint(x: 0, y: 999), MapPoint(x: -76.61, y: 39.29)]
        transformation.transform(&points)
        #expect(points[0] == points[2])
        #expect(points[0].x.isFinite)
        #expect(points[1] == MapPoint(x: .infinity, y: .infinity))
        #expect(transformation.transformed(MapPoint(x: .nan, y: 39)) == nil)
        var none: [MapPoint] = []
        transformation.transform(&none)
        #expect(none.isEmpty)
    }
}
