import Geometry
import GeometryEngine
import Testing

@Test func `a state plane position becomes the degrees that pyproj gives`() throws {
    // pyproj.Transformer.from_crs(26985, 4326, always_xy=True).transform(394693.91, 139495.9)
    let transformation = try CoordinateTransformation(
        from: CoordinateReferenceSystem("EPSG:26985"), to: .wgs84)
    let point = try #require(transformation.transformed(MapPoint(x: 394693.91, y: 139495.9)))
    #expect(abs(point.x - -77.06118964) < 1e-7)
    #expect(abs(point.y - 38.92332097) < 1e-7)
}

@Test func `the local projection measures a kilometre as the ellipsoid does`() throws {
    // pyproj.Geod(ellps="WGS84").inv(-76.62, 39.3, -76.61, 39.31) gives 1405.8932 m
    let projection = LocalProjection(center: Coordinate(longitude: -76.6, latitude: 39.3))
    let transformation = try projection.makeTransformation()
    let start = Coordinate(longitude: -76.62, latitude: 39.3)
    let end = Coordinate(longitude: -76.61, latitude: 39.31)
    let distance = transformation.project(start).distance(to: transformation.project(end))
    #expect(abs(distance - 1405.8932) < 0.01)
    let back = transformation.unproject(transformation.project(end))
    #expect(abs(back.longitude - end.longitude) < 1e-11)
    #expect(abs(back.latitude - end.latitude) < 1e-11)
}

@Test func `a reference system knows its unit, its code and its name`() throws {
    let feet = try CoordinateReferenceSystem("EPSG:2248")
    guard case .length(let metres) = feet.unit else {
        Issue.record("\(feet.unit) is no length")
        return
    }
    #expect(abs(metres - 1200.0 / 3937.0) < 1e-15)
    #expect(feet.code == "EPSG:2248")
    #expect(feet.name == "NAD83 / Maryland (ftUS)")
    #expect(try CoordinateReferenceSystem("urn:ogc:def:crs:OGC:1.3:CRS84").isGeographic)
}

@Test func `an unknown reference system is refused by name`() {
    #expect {
        _ = try CoordinateReferenceSystem("EPSG:999999")
    } throws: {
        String(describing: $0).contains("EPSG:999999")
    }
}
