import AddressParsing
import Boundaries
import Geocoding
import Geometry
import Locating
import ServiceRequests
import Testing

/// Two streets of one name that only their ZIP codes tell apart.
private enum Twins {
    static let reference = ReferenceCompiler.compile(segments: [
        segment(longitude: -71.01, zip: "02721"), segment(longitude: -70.99, zip: "02722"),
    ])

    private static func segment(longitude: Double, zip: String) -> StreetSegment {
        var name = StreetName()
        name.name = "WILLOW"
        name.postType = "LN"
        var segment = StreetSegment(
            names: [name],
            line: [
                Coordinate(longitude: longitude, latitude: 42),
                Coordinate(longitude: longitude, latitude: 42.001),
            ])
        segment.left = AddressRange(from: 1, to: 9)
        segment.right = AddressRange(from: 2, to: 10)
        (segment.leftZip, segment.rightZip) = (zip, zip)
        return segment
    }

    static func request(_ address: String?, zip: String? = nil, _ state: PositionState) -> ServiceRequest {
        var request = ServiceRequest(id: "R")
        request.address = address
        request.zip = zip
        request.positionState = state
        if state == .recorded { request.position = Coordinate(longitude: -71.2, latitude: 42.1) }
        return request
    }
}

@Suite struct RequestPlacerTests {
    private let table = RequestTable(
        [
            Twins.request("5 Willow Ln", .recorded),
            Twins.request("5 Willow Ln", zip: "02722", .blank),
            Twins.request("5 Willow Ln", .zero),
            Twins.request(nil, .unreadable),
            Twins.request("5 Willow Ln", zip: "02721", .outOfRange),
        ], layerCount: 0)

    // Case 70: rows without a position are placed by address and ZIP code, whoever asks.
    @Test(arguments: [RequestPlacer.Lookup.allAddresses, .missingPositions])
    func `a request without a usable position lies where its address and its ZIP code say`(
        lookup: RequestPlacer.Lookup
    ) {
        let placer = RequestPlacer(namedPlaceholders: [], reference: Twins.reference, jobs: 2)
        let places = placer.places(in: table, lookup: lookup)
        #expect(
            places.bases == [
                .recorded, .address, .missing(.zero), .missing(.unreadable), .address,
            ])
        #expect(
            (0..<5).map { places.coordinate(at: $0).map { $0.longitude > -71 } } == [
                false, true, nil, nil, false,
            ])
        let position = places.position(at: 1, recordedUncertainty: 10)
        #expect(position?.source == .range)
    }

    @Test func `without streets only recorded positions are places, and each other has its reason`() {
        let places = RequestPlacer(namedPlaceholders: [], reference: nil, jobs: 1)
            .places(in: table, lookup: .allAddresses)
        #expect(
            places.bases == [
                .recorded, .missing(.blank), .missing(.zero), .missing(.unreadable), .missing(.outOfRange),
            ])
    }

    @Test func `a named default point is no place`() {
        let named = [Coordinate(longitude: -71.2, latitude: 42.1)]
        let places = RequestPlacer(namedPlaceholders: named, reference: nil, jobs: 1)
            .places(in: table, lookup: .allAddresses)
        #expect(places.bases[0] == .missing(.defaultPoint))
        #expect(places.position(at: 0, recordedUncertainty: 10) == nil)
    }
}
