import Boundaries
import Chronology
import Geometry
import GeometryEngine
import Locating
import RoutingAudit
import ServiceRequests
import Testing

/// Two areas side by side, 0.01° wide; the border lies at 0.01 east of the first one's western side.
private func areas(border: Double) -> [MultiPolygon<MapPoint>] {
    [(-71.0, border), (border, -70.98)].map { west, east in
        let box = Box<MapPoint>(minX: west, minY: 42, maxX: east, maxY: 42.01)
        return MultiPolygon([Polygon(exterior: LinearRing(box.corners))])
    }
}

private func edition(_ name: String, border: Double, codes: [String], from: String? = nil) throws
    -> PreparedEdition
{
    let table = AreaCodeTable(codes: codes)
    return PreparedEdition(
        name: name, from: from.flatMap { CivilDate(iso: $0) }, codes: codes,
        ground: try EditionGround(
            shapes: areas(border: border), referenceSystem: .wgs84, nearDistance: 10, cells: 32),
        area: { table.index(of: $0).map(Ordinal.init) })
}

private func request(
    _ id: String, at longitude: Double?, _ latitude: Double = 42.005, assigned: String?,
    opened: String = "2024-08-01",
    state: PositionState = .recorded, address: String? = nil
) -> ServiceRequest {
    var request = ServiceRequest(id: id)
    request.position = longitude.map { Coordinate(longitude: $0, latitude: latitude) }
    request.positionState = longitude == nil ? .blank : state
    request.assigned = [assigned]
    request.opened = CivilDate(iso: opened).map {
        Timestamp(secondsSince1970: Int64($0.daysSince1970) * 86_400)
    }
    request.address = address
    return request
}

private func audit(_ requests: [ServiceRequest], editions: [PreparedEdition], jobs: Int = 1) throws
    -> AuditResult
{
    let table = RequestTable(requests, layerCount: 1)
    let starts = editions.map { edition in
        edition.from.map { Timestamp(secondsSince1970: Int64($0.daysSince1970) * 86_400) }
    }
    let auditor = RoutingAuditor(
        layers: [PreparedLayer(name: "zone", title: "Zone", uncertainty: 10, editions: editions)],
        calendars: [EditionCalendar(starts: starts)], placeholders: PlaceholderFinder().find(in: table),
        jobs: jobs,
        listing: .all)
    return try auditor.audit(table)
}

@Test func `each verdict is given in its own case, and every request has one`() throws {
    // 1e-5 degrees of longitude are 0.83 m here.
    let result = try audit(
        [
            request("inside", at: -70.995, assigned: "1"),
            request("on the border", at: -70.99, assigned: "2"),
            request("5 m over", at: -70.99006, assigned: "2"),
            request("far over", at: -70.995, assigned: "2"),
            request("in no area", at: -70.9, assigned: "2"), request("blank", at: -70.995, assigned: nil),
            request("retired", at: -70.995, assigned: "13"), request("nowhere", at: nil, assigned: "1"),
            request("blank and nowhere", at: nil, assigned: nil),
            request("5 m outside, another area is near", at: -70.995, 42.01004, assigned: "2"),
        ], editions: [edition("zones", border: -70.99, codes: ["1", "2"])])
    #expect(
        result.findings.map(\.verdict) == [
            .correct, .correct, .uncertain, .misrouted, .outside, .unassigned, .unknownArea, .unlocatable,
            .unassigned, .misrouted,
        ])
    #expect(result.layers[0].total == 10)
    #expect(result.layers[0].correctNearBorder == 1)
    #expect(result.findings[3].cause == .unexplained)
    #expect(result.findings[9].expected.index == 0)
}

@Test func `an old map explains a code that was right under it, and is named`() throws {
    let editions = [
        try edition("2023", border: -70.992, codes: ["1", "2"]),
        try edition("2024", border: -70.988, codes: ["1", "2"], from: "2024-07-01"),
    ]
    let result = try audit(
        [
            request("stale", at: -70.99, assigned: "2"),
            request("then it was right", at: -70.99, assigned: "2", opened: "2024-06-30"),
            request("right under neither", at: -70.985, assigned: "1"),
        ], editions: editions)
    #expect(result.findings.map(\.verdict) == [.misrouted, .correct, .misrouted])
    #expect(result.findings.map(\.cause) == [.staleEdition, nil, .unexplained])
    guard case .otherEdition(let other, Ordinal(1), 0) = result.findings[0].evidence else {
        Issue.record("\(result.findings[0].evidence)")
        return
    }
    #expect(editions[other].name == "2023")
}

@Test func `exchanged axes and numbers of another reference system are recognised`() throws {
    // pyproj: (-70.995, 42.005) in EPSG:3857 and in EPSG:2249 (feet).
    let mercator = CoordinateTransformationFixture.webMercator
    let result = try audit(
        [
            request("exchanged", at: 42.005, -70.995, assigned: "1"),
            request("metres", at: mercator.x, mercator.y, assigned: "1", state: .outOfRange),
        ], editions: [edition("zones", border: -70.99, codes: ["1", "2"])])
    #expect(result.findings.map(\.cause) == [.swappedAxes, .wrongCRS])
    #expect(result.findings.map(\.verdict) == [.outside, .unlocatable])
}

/// An area of the map with exchanged axes, or on the other side of the equator, says nothing of a request's numbers.
@Test(arguments: [(42.0, -70.98), (-70.98, -42.01)])
func `an area that lies far off is no evidence that a request's numbers are wrong`(x: Double, y: Double)
    throws
{
    let far = Box<MapPoint>(minX: x, minY: y, maxX: x + 0.01, maxY: y + 0.01)
    let table = AreaCodeTable(codes: ["1", "2", "3"])
    let edition = PreparedEdition(
        name: "zones", from: nil, codes: ["1", "2", "3"],
        ground: try EditionGround(
            shapes: areas(border: -70.99) + [MultiPolygon([Polygon(exterior: LinearRing(far.corners))])],
            referenceSystem: .wgs84, nearDistance: 10, cells: 32),
        area: { table.index(of: $0).map(Ordinal.init) })
    let result = try audit([request("right", at: -70.975, assigned: "3")], editions: [edition])
    #expect(result.findings.map(\.verdict) == [.outside])
    #expect(result.findings.map(\.cause) == [.unexplained])
}

@Test func `axes that are exchanged and a sign that is lost are told together`() throws {
    let result = try audit(
        [
            request("east", at: 42.005, 70.995, assigned: "1"),
            request("south", at: -42.005, -70.995, assigned: "1"),
            request("both", at: -42.005, 70.995, assigned: "1"),
            request("plain", at: 42.005, -70.995, assigned: "1"),
            request("elsewhere", at: 42.005, 71.995, assigned: "1"),
        ], editions: [edition("zones", border: -70.99, codes: ["1", "2"])])
    #expect(
        result.findings.map(\.cause) == [
            .swappedAxes, .swappedAxes, .swappedAxes, .swappedAxes, .unexplained,
        ])
    let numbers = result.findings.prefix(4).map { finding -> String in
        if case .swapped(Ordinal(0), let number) = finding.evidence { number ?? "none" } else { "" }
    }
    #expect(numbers == ["longitude", "latitude", "longitude and latitude", "none"])
}

@Test func `a sign that is lost or too much is a cause, whichever number it is of`() throws {
    let result = try audit(
        [
            request("east", at: 70.995, 42.005, assigned: "1"),
            request("south", at: -70.995, -42.005, assigned: "1"),
            request("both", at: 70.995, -42.005, assigned: "1"),
            request("elsewhere", at: 71.995, 42.005, assigned: "1"),
        ], editions: [edition("zones", border: -70.99, codes: ["1", "2"])])
    #expect(result.findings.map(\.cause) == [.lostSign, .lostSign, .lostSign, .unexplained])
    let numbers = result.findings.prefix(3).map { finding -> String in
        if case .otherSign(let number, Ordinal(0)) = finding.evidence { number } else { "" }
    }
    #expect(numbers == ["longitude", "latitude", "longitude and latitude"])
}

private enum CoordinateTransformationFixture {
    /// pyproj.Transformer.from_crs(4326, 3857, always_xy=True).transform(-70.995, 42.005)
    static let webMercator = (x: -7_903_127.2489, y: 5_161_728.4492)
}

@Test func `a position that many streets share is a default point, and one building's is not`() throws {
    let streets = [
        "Elm", "Oak", "Ash", "Fir", "Bay", "Cedar", "Dock", "East Hill", "Ferry", "Grove", "Hay", "Ivy",
    ]
    let shared = (0..<24).map { index in
        request("d\(index)", at: -70.995, assigned: "1", address: "\(index) \(streets[index % 12]) St")
    }
    let building = (0..<60).map { index in
        request("b\(index)", at: -70.994, assigned: "1", address: "12 N Elm St Apt \(index)")
    }
    let result = try audit(
        shared + building, editions: [edition("zones", border: -70.99, codes: ["1", "2"])])
    #expect(result.layers[0][.unlocatable, .placeholderPosition] == 24)
    #expect(result.layers[0][.correct] == 60)
}

@Test func `few decimals make a position less certain than the layer says`() throws {
    #expect(abs(Rounding.uncertainty(decimals: 4) - 11.132) < 1e-9)
    #expect(Rounding.uncertainty(decimals: 7) < 0.02)
    var rounded = request("rounded", at: -70.9903, assigned: "2")
    rounded.positionDecimals = 3
    let result = try audit([rounded], editions: [edition("zones", border: -70.99, codes: ["1", "2"])])
    #expect(result.findings[0].verdict == .uncertain)
}

@Test func `the number of threads does not change a finding`() throws {
    let requests = (0..<40_000).map {
        request("\($0)", at: -71 + Double($0) * 5e-7, assigned: $0 % 3 == 0 ? "1" : "2")
    }
    let editions = [try edition("zones", border: -70.99, codes: ["1", "2"])]
    let one = try audit(requests, editions: editions)
    let two = try audit(requests, editions: editions, jobs: 2)
    #expect(one.findings.map(\.row) == two.findings.map(\.row))
    #expect(one.findings.map(\.distance) == two.findings.map(\.distance))
    #expect(one.layers == two.layers)
}
