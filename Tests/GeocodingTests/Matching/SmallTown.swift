import AddressParsing
import Geometry

@testable import Geocoding

/// A made-up town of a few streets around 39.3 north, on a plane of metres.
enum SmallTown {
    static let plane = LocalPlane(origin: Coordinate(longitude: -76.6, latitude: 39.3))

    static func coordinate(_ x: Double, _ y: Double) -> Coordinate {
        plane.coordinate(ProjectedPoint(x: x, y: y))
    }

    static func street(_ text: String) -> StreetName {
        var standard = StreetStandard(parser: AddressParser())
        return standard.street(text) ?? StreetName()
    }

    /// A straight segment in metres.
    static func segment(
        _ name: String, from start: (Double, Double), to end: (Double, Double),
        left: (Int, Int)? = nil, right: (Int, Int)? = nil, zip: String = "", aliases: [String] = []
    ) -> StreetSegment {
        var segment = StreetSegment(
            names: ([name] + aliases).map(street),
            line: [coordinate(start.0, start.1), coordinate(end.0, end.1)])
        segment.left = left.map { AddressRange(from: $0.0, to: $0.1) }
        segment.right = right.map { AddressRange(from: $0.0, to: $0.1) }
        segment.leftZip = zip
        segment.rightZip = zip
        return segment
    }

    /// Streets that run north (x = 0, N and S Main St) and east (y = 0, Oak Ave; y = 200, 5th St).
    static let segments: [StreetSegment] = [
        segment("N MAIN ST", from: (0, 0), to: (0, 200), left: (101, 149), right: (100, 150), zip: "21201"),
        segment("N MAIN ST", from: (0, 200), to: (0, 400), left: (201, 249), right: (200, 250), zip: "21201"),
        segment("S MAIN ST", from: (0, 0), to: (0, -200), left: (100, 150), right: (101, 149), zip: "21202"),
        segment("OAK AVE", from: (0, 0), to: (300, 0), left: (2, 60), right: (1, 61), zip: "21201"),
        segment("5TH ST", from: (0, 200), to: (300, 200), left: (40, 2), right: (41, 1), zip: "21201"),
        segment("ST PAUL ST", from: (300, 0), to: (300, 200), left: (1, 99), zip: "21201"),
        segment(
            "MARTIN LUTHER KING JR BLVD", from: (600, 0), to: (600, 200), left: (701, 749), right: (700, 750),
            zip: "21203", aliases: ["MLK BLVD"]),
        segment("WILLOW LN", from: (900, 0), to: (900, 100), left: (1, 9), zip: "21201"),
        segment("WILLOW LN", from: (2900, 0), to: (2900, 100), left: (1, 9), zip: "21209"),
    ]

    static let settings: MatchSettings = {
        var settings = MatchSettings()
        settings.endInset = 0
        settings.rangeFilling = .evenly
        return settings
    }()

    static func geocoder(
        _ segments: [StreetSegment] = segments, points: [AddressPoint] = [],
        settings: MatchSettings = settings
    ) -> Geocoder {
        Geocoder(
            reference: ReferenceCompiler.compile(segments: segments, points: points), settings: settings)
    }

    /// Returns the place of a match in metres, rounded to whole ones.
    static func metres(_ candidate: AddressCandidate?) -> [Int]? {
        guard let candidate else { return nil }
        let point = plane.point(candidate.position)
        return [Int(point.x.rounded()), Int(point.y.rounded())]
    }
}
