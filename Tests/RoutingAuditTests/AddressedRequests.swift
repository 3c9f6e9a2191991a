import AddressParsing
import Boundaries
import Chronology
import Geocoding
import Geometry
import GeometryEngine
import Locating
import RoutingAudit
import ServiceRequests

/// A town of a few streets on a plane of metres, in two zones whose border is the middle of Border St (x = 0).
///
/// N and S Main St run along x = 500, in zone 2; Elm St lies in zone 1 (x = −500) and Elm Ave in zone 2 (x = 700).
enum AddressedTown {
    /// Metres in a degree of longitude and latitude at 42 north.
    static let perDegree = (x: 82_851.0, y: 111_061.0)

    static func coordinate(_ x: Double, _ y: Double) -> Coordinate {
        Coordinate(longitude: -71 + x / perDegree.x, latitude: 42 + y / perDegree.y)
    }

    static func name(_ directional: Directional?, _ name: String, _ type: String) -> StreetName {
        var street = StreetName()
        street.preDirectional = directional
        street.name = name
        street.postType = type
        return street
    }

    static func segment(
        _ name: StreetName, from start: (Double, Double), to end: (Double, Double), left: (Int, Int),
        right: (Int, Int), zip: String = ""
    ) -> StreetSegment {
        var segment = StreetSegment(
            names: [name], line: [coordinate(start.0, start.1), coordinate(end.0, end.1)])
        segment.left = AddressRange(from: left.0, to: left.1)
        segment.right = AddressRange(from: right.0, to: right.1)
        (segment.leftZip, segment.rightZip) = (zip, zip)
        return segment
    }

    static let geocoder = Geocoder(reference: ReferenceCompiler.compile(segments: segments))

    /// A house on the western bank, 9 m from the border of zones 1 and 2, in a city that has address points alone.
    static let quay: Geocoder = {
        let house = AddressPoint(street: name(nil, "QUAY", "ST"), number: 7, position: coordinate(-9, 100))
        return Geocoder(reference: ReferenceCompiler.compile(segments: [], points: [house]))
    }()

    /// Border St in a city that has address points alone: odd numbers west of the border, even ones east of it.
    static let parted: Geocoder = {
        let points = (60...75).map { index in
            let number = 2 * index + 1
            let y = 3.0 * Double(number - 100)
            return [
                AddressPoint(
                    street: name(nil, "BORDER", "ST"), number: number, position: coordinate(-14, y)),
                AddressPoint(
                    street: name(nil, "BORDER", "ST"), number: number + 1, position: coordinate(18, y)),
            ]
        }
        // Mill St leads west from the north end of Border St.
        let mill = (1...8).map { index in
            AddressPoint(
                street: name(nil, "MILL", "ST"), number: 2 * index,
                position: coordinate(-20 * Double(index) - 20, 172))
        }
        return Geocoder(
            reference: ReferenceCompiler.compile(segments: [], points: points.flatMap(\.self) + mill))
    }()

    /// The same streets where requests showed that full hundreds are houses.
    static let hundredsAreHouses = Geocoder(
        reference: ReferenceCompiler.compile(segments: segments).takingHundredsForHouses())

    /// The same where the streets' file says that all lie in Fairhaven.
    static let fairhaven = Geocoder(
        reference: ReferenceCompiler.compile(
            segments: segments.map { segment in
                var segment = segment
                (segment.leftPlace, segment.rightPlace) = ("FAIRHAVEN", "FAIRHAVEN")
                return segment
            }))

    /// Market St runs from west to east through both zones, and has a hundred in every 200 m; Cross St leads north from it.
    static let market: Geocoder = {
        let hundreds = (1...9).map { hundred in
            let x = 200 * Double(hundred) - 1100
            return segment(
                name(nil, "MARKET", "ST"), from: (x, 600), to: (x + 200, 600),
                left: (100 * hundred + 1, 100 * hundred + 99),
                right: (100 * hundred + 2, 100 * hundred + 98))
        }
        let cross = segment(
            name(nil, "CROSS", "ST"), from: (100, 600), to: (100, 800), left: (1, 49), right: (2, 50))
        return Geocoder(reference: ReferenceCompiler.compile(segments: segments + hundreds + [cross]))
    }()

    /// The same streets with a list of houses, in which 125 N Main St is missing, and 125 S Main St or its neighbours stand.
    static func listed(_ southern: [Int]) -> Geocoder {
        let north = [121, 129].map { number in
            AddressPoint(
                street: name(.north, "MAIN", "ST"), number: number,
                position: coordinate(490, 4 * Double(number - 100)))
        }
        let south = southern.map { number in
            AddressPoint(
                street: name(.south, "MAIN", "ST"), number: number,
                position: coordinate(-590, -4 * Double(number - 100)))
        }
        return Geocoder(reference: ReferenceCompiler.compile(segments: segments, points: north + south))
    }

    /// 125 N Main St in zone 2 and 125 S Main St in zone 1, both listed.
    static let twins: Geocoder = {
        let points = [
            AddressPoint(
                street: name(.north, "MAIN", "ST"), number: 125, position: coordinate(490, 100)),
            AddressPoint(
                street: name(.south, "MAIN", "ST"), number: 125, position: coordinate(-590, -100)),
        ]
        return Geocoder(reference: ReferenceCompiler.compile(segments: [], points: points))
    }()

    /// A list of houses, each of a street in the words of the reference, with the same streets.
    static func housed(
        _ houses: [(number: Int, street: StreetName, place: (Double, Double))], zips: [String] = [],
        ranges: [StreetSegment] = segments
    ) -> Geocoder {
        let points = houses.enumerated().map { index, house in
            var point = AddressPoint(
                street: house.street, number: house.number,
                position: coordinate(house.place.0, house.place.1))
            if index < zips.count { point.zip = zips[index] }
            return point
        }
        return Geocoder(reference: ReferenceCompiler.compile(segments: ranges, points: points))
    }

    /// A list of houses in which 377 Quay St lies in zone 2, and two houses with other numbers lie together in zone 1.
    static func quay(neighbours: [Int]) -> Geocoder {
        let points = ([377] + neighbours).enumerated().map { index, number in
            AddressPoint(
                street: name(nil, "QUAY", "ST"), number: number,
                position: coordinate(index == 0 ? 60 : -100 - 4 * Double(index), 100))
        }
        return Geocoder(reference: ReferenceCompiler.compile(segments: [], points: points))
    }

    /// Bosque Ln in zone 2 of one ZIP code, Bosque Rd in zone 1 of another.
    static let bosque = Geocoder(
        reference: ReferenceCompiler.compile(segments: [
            segment(
                name(nil, "BOSQUE", "LN"), from: (800, 300), to: (800, 400), left: (1, 9), right: (2, 10),
                zip: "02721"),
            segment(
                name(nil, "BOSQUE", "RD"), from: (-400, 300), to: (-400, 400), left: (1, 9),
                right: (2, 10), zip: "02722"),
        ]))

    static let segments = [
        segment(
            name(nil, "BORDER", "ST"), from: (0, 0), to: (0, 200), left: (101, 149), right: (102, 150)),
        segment(
            name(nil, "BORDER", "ST"), from: (0, 200), to: (0, 400), left: (200, 248), right: (201, 249)),
        segment(
            name(.north, "MAIN", "ST"), from: (500, 0), to: (500, 200), left: (101, 149),
            right: (102, 150)),
        segment(
            name(.south, "MAIN", "ST"), from: (-600, 0), to: (-600, -200), left: (101, 149),
            right: (102, 150)),
        segment(
            name(nil, "ELM", "ST"), from: (-500, 0), to: (-500, 200), left: (101, 149),
            right: (102, 150)),
        segment(
            name(nil, "ELM", "AVE"), from: (700, 0), to: (700, 200), left: (101, 149),
            right: (102, 150)),
        segment(
            name(nil, "OAK", "ST"), from: (900, 0), to: (900, 200), left: (101, 149), right: (102, 150)),
        segment(
            name(nil, "WILLOW", "LN"), from: (400, 300), to: (400, 400), left: (1, 9), right: (2, 10),
            zip: "02721"),
        segment(
            name(nil, "WILLOW", "LN"), from: (-400, 300), to: (-400, 400), left: (1, 9), right: (2, 10),
            zip: "02722"),
    ]

    /// Zone 1 in the west, zone 2 in the east.
    static func edition(border: Double = 0, name: String = "zones", from: String? = nil) throws
        -> PreparedEdition
    {
        try edition(borders: [border], name: name, from: from)
    }

    /// Zones 1, 2, 3… from west to east.
    static func edition(borders: [Double], name: String = "zones", from: String? = nil) throws
        -> PreparedEdition
    {
        let edges = [-2000.0] + borders + [2000.0]
        let shapes = zip(edges, edges.dropFirst()).map { west, east in
            let corners = [(west, -2000.0), (east, -2000.0), (east, 2000.0), (west, 2000.0), (west, -2000.0)]
            return MultiPolygon([
                Polygon(
                    exterior: LinearRing(
                        corners.map { coordinate($0.0, $0.1) }
                            .map { MapPoint(x: $0.longitude, y: $0.latitude) }))
            ])
        }
        let codes = shapes.indices.map { "\($0 + 1)" }
        let table = AreaCodeTable(codes: codes)
        return PreparedEdition(
            name: name, from: from.flatMap { .init(iso: $0) }, codes: codes,
            ground: try EditionGround(
                shapes: shapes, referenceSystem: .wgs84, nearDistance: 10, cells: 32),
            area: { table.index(of: $0).map(Ordinal.init) })
    }

    /// - Parameter place: Metres on the plane; `nil` for no recorded position.
    static func request(
        _ address: String?, at place: (Double, Double)?, assigned: String?, channel: String? = nil
    ) -> ServiceRequest {
        var request = ServiceRequest(id: address ?? "none")
        request.address = address
        request.position = place.map { coordinate($0.0, $0.1) }
        request.positionState = place == nil ? .blank : .recorded
        request.assigned = [assigned]
        request.channel = channel
        return request
    }

    static func book(
        _ table: RequestTable, geocoder: Geocoder = geocoder, jobs: Int = 1
    ) -> AddressBook {
        AddressLocator(geocoder, jobs: jobs).locate(
            table, placeholders: PlaceholderFinder().find(in: table))
    }

    static func layer(_ editions: [PreparedEdition]) -> PreparedLayer {
        PreparedLayer(name: "zone", title: "Zone", uncertainty: 10, editions: editions)
    }

    /// Returns one finding for each request, correct or not.
    static func audit(
        _ requests: [ServiceRequest], editions: [PreparedEdition]? = nil, geocoder: Geocoder = geocoder,
        jobs: Int = 1
    ) throws -> [Finding] {
        try audit(requests, in: layer(try editions ?? [edition()]), geocoder: geocoder, jobs: jobs)
    }

    static func audit(
        _ requests: [ServiceRequest], in layer: PreparedLayer, geocoder: Geocoder = geocoder,
        decisions: [DecisionKey: Decision] = [:], jobs: Int = 1
    ) throws -> [Finding] {
        let table = RequestTable(requests, layerCount: 1)
        let starts = layer.editions.map { edition in
            edition.from.map { Timestamp(secondsSince1970: Int64($0.daysSince1970) * 86_400) }
        }
        return try RoutingAuditor(
            layers: [layer], calendars: [EditionCalendar(starts: starts)],
            placeholders: PlaceholderFinder().find(in: table),
            addresses: book(table, geocoder: geocoder, jobs: jobs), decisions: decisions, jobs: jobs,
            listing: .all
        ).audit(table).findings
    }
}
