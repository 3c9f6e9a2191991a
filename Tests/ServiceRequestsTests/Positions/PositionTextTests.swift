import Geometry
import TestSupport
import Testing

@testable import ServiceRequests

struct PositionTextTests {
    // Case 36
    @Test(arguments: [
        ("−76.615", -76.615, 3), ("-76.615°", -76.615, 3), ("76.615W", -76.615, 3), ("76.615° W", -76.615, 3),
        ("W 76.615", -76.615, 3), ("-76.615 W", -76.615, 3), ("76°36'54\"W", -76.615, 3),
        ("76° 36′ 54.00″ W", -76.615, 5),
        ("76º36’54”O", -76.615, 3), ("76 36 54 W", -76.615, 3), ("76°36.9'W", -76.615, 2),
        ("\u{A0} -76.615", -76.615, 3),
        ("-76,615", -76.615, 3), ("39.295N", 39.295, 3), ("39°17'42''N", 39.295, 3), ("33.9 South", -33.9, 1),
        ("39", 39, 0),
    ])
    func `a number is read as people and programs write it`(text: String, value: Double, decimals: Int) throws
    {
        let number = try #require(PositionNumber(text))
        #expect(abs(number.value - value) < 1e-9)
        #expect(number.decimals == decimals)
    }

    @Test(arguments: [
        "", "west", "76 36 54", "76°61'W", "76.5°36'W", "W76W", "76°36'54\"X", "1.2.3", "N",
        "76°°",
    ])
    func `anything else is no number`(text: String) {
        #expect(PositionNumber(text) == nil)
    }

    // Case 38, and columns that hold both numbers.
    // SRID 3857, 2248 (feet) and 4267 name the systems that the numbers are in.
    @Test(arguments: [
        "SRID=3857;POINT(-8528742.787 4764016.315)", "srid = 3857; Point Z (-8528742.787 4764016.315 12)",
        "0101000020110F00003C2430D96C4460C14A552C145C2C5241", "SRID=4326;POINT(-76.615 39.295)",
        "SRID=4269;POINT(-76.615 39.295)", "SRID=0;POINT(-76.615 39.295)",
    ])
    func `a point in well-known text lies where its own system says`(text: String) throws {
        let place = try #require(PositionText(text).flatMap { PositionSystems().degrees($0) })
        #expect(abs(place.longitude.value + 76.615) < 1e-4 && abs(place.latitude.value - 39.295) < 1e-4)
    }

    @Test(arguments: [
        #"{"type":"Point","coordinates":[-118.2496086,34.0449924],"crs":{"type":"name","properties":{"name":"EPSG:4267"}}}"#,
        #"{"type":"Point","coordinates":[-118.2496086,34.0449924],"crs":{"type":"EPSG","properties":{"code":4267}}}"#,
        #"{"x":-118.2496086,"y":34.0449924,"spatialReference":{"wkid":4267}}"#,
        #"{"latitude":34.0449924,"longitude":-118.2496086,"crs":"urn:ogc:def:crs:EPSG::4267"}"#,
        "<http://www.opengis.net/def/crs/EPSG/0/4267> POINT(-118.2496086 34.0449924)",
    ])
    func `JSON and GeoSPARQL that name a datum lie where it says`(text: String) throws {
        let old = try #require(PositionText(text))
        #expect(old.system == 4267)
        let place = try #require(PositionSystems().degrees(old))
        #expect(place.longitude.value < -118.2500 && place.longitude.value > -118.2510)
        #expect(abs(place.latitude.value - 34.045) < 0.001)
    }

    @Test(arguments: [
        #"{"x":-8528742.787,"y":4764016.315,"spatialReference":{"wkid":102100,"latestWkid":3857}}"#,
        #"{"x":-8528742.787,"y":4764016.315,"spatialReference":{"wkid":102100}}"#,
        #"{"type":"Point","coordinates":[-76.615,39.295],"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}}}"#,
        #"{"x":-76.615,"y":39.295,"spatialReference":{"wkid":4326}}"#,
    ])
    func `JSON in metres lies where its own system says, and degrees of today as they are`(text: String)
        throws
    {
        let place = try #require(PositionText(text).flatMap { PositionSystems().degrees($0) })
        #expect(abs(place.longitude.value + 76.615) < 1e-4 && abs(place.latitude.value - 39.295) < 1e-4)
    }

    @Test func `degrees of an older datum are brought to today's, and unknown systems give no position`()
        throws
    {
        let old = try #require(PositionText("SRID=4267;POINT(-118.2496086 34.0449924)"))
        let place = try #require(PositionSystems().degrees(old))
        #expect(place.longitude.value < -118.2500 && place.longitude.value > -118.2510)
        let unknown = try #require(PositionText("SRID=999999;POINT(-118.2496086 34.0449924)"))
        #expect(PositionSystems().degrees(unknown) == nil)
        let table = try ScratchFile(
            "id,category,status,opened,place\n1,a,Open,2024-01-01,SRID=3857;POINT(-8528742.787 4764016.315)\n"
                + "2,a,Open,2024-01-01,SRID=999999;POINT(-76.615 39.295)\n"
        ).read(columns: ColumnSelection(columns: [.location: "place"]))
        #expect(abs(table.longitudes[0] + 76.615) < 1e-4 && table.positionStates[0] == .recorded)
        #expect(table.positionStates[1] == .unreadable)
    }

    @Test(arguments: [
        ("39.295, -76.615", nil as PositionText.Order?), ("39.295 -76.615", nil), ("39.295;-76.615", nil),
        ("39,295; -76,615", nil),
        ("39.295,-76.615", nil), ("(39.295, -76.615)", .latitudeFirst),
        ("POINT (-76.615 39.295)", .longitudeFirst),
        ("SRID=4326;Point Z(-76.615 39.295)", .longitudeFirst),
        ("POINT Z (-76.615 39.295 12.5)", .longitudeFirst),
        ("PointZM( -76.615 39.295 12 0 )", .longitudeFirst), ("(-176.615, 39.295)", .longitudeFirst),
        ("12 Main St\nBaltimore, MD 21201\n(39.295, -76.615)", .latitudeFirst),
        ("39.295N, 76.615W", .latitudeFirst),
        ("76°36'54\"W 39°17'42\"N", .longitudeFirst),
        ("{\"type\": \"Point\", \"coordinates\": [-76.615, 39.295]}", .longitudeFirst),
        ("{'latitude': '39.295', 'longitude': '-76.615'}", .latitudeFirst),
        ("[-76.615, 39.295]", .longitudeFirst), ("Lat: 39.295 Long: -76.615", .latitudeFirst),
        ("lon=-76.615, lat=39.295", .latitudeFirst), ("{\"x\": -76.615, \"y\": 39.295}", .latitudeFirst),
        ("01010000008FC2F5285C2753C0F6285C8FC2A54340", .longitudeFirst),
        ("0101000020E61000008FC2F5285C2753C0F6285C8FC2A54340", .longitudeFirst),
        ("00000003e9c053275c28f5c28f4043a5c28f5c28f64028000000000000", .longitudeFirst),
        ("01010000A0E61000008FC2F5285C2753C0F6285C8FC2A543400000000000001440", .longitudeFirst),
        ("MULTIPOINT ((-76.615 39.295))", .longitudeFirst), ("MULTIPOINT(-76.615 39.295)", .longitudeFirst),
        ("39.295,-76.615,14.2", nil), ("39.295, -76.615, 14", nil), ("39.295 -76.615 0 4.5", nil),
        ("geo:39.295,-76.615", .latitudeFirst), ("geo:39.295,-76.615,12;u=35", .latitudeFirst),
        ("https://www.google.com/maps?q=39.295,-76.615", .latitudeFirst),
        ("https://www.google.com/maps/search/?api=1&query=39.295%2C-76.615", .latitudeFirst),
        ("https://maps.google.com/?q=loc:39.295,+-76.615&z=15", .latitudeFirst),
        ("https://www.google.com/maps/place/X/@39.1,-76.1,17z/data=!3m1!3d39.295!4d-76.615", .latitudeFirst),
        ("https://maps.apple.com/?ll=39.295,-76.615", .latitudeFirst),
        ("https://www.openstreetmap.org/?mlat=39.295&mlon=-76.615#map=17/39.1/-76.1", .latitudeFirst),
    ])
    func `a pair is read in the order that its form says`(text: String, order: PositionText.Order?) throws {
        let pair = try #require(PositionText(text))
        #expect(pair.order == order)
        #expect(abs(pair.position.latitude.value - 39.295) < 1e-9)
        #expect([-76.615, -176.615].contains { abs(pair.position.longitude.value - $0) < 1e-9 })
    }

    @Test(arguments: [
        "MULTIPOINT ((-76.6 39.3),(-76.7 39.4))", "MULTIPOINT ((-76.6 39.3), -76.7 39.4)",
        "39.295 -76.615 0 4.5 9", "https://www.google.com/maps/@39.295,-76.615,17z",
        "https://goo.gl/maps/abc", "geo:", "https://x.org/?q=39.295", "http",
        "", "39.295", "12 Main St", "(39.295)", "POINT EMPTY", "39N, 40N", "(1, 2) x", "1 2 3 4", "{}", "[a]",
        "Latrobe Long 5", "L 39.295 -76.615",
        "01020000008FC2F5285C2753C0F6285C8FC2A54340",
        "01010000008FC2F5285C2753C0F6285C8FC2A543",
        "0101000000000000000000F87F000000000000F87F",
    ])
    func `anything else is no pair`(text: String) {
        #expect(PositionText(text) == nil)
    }

    private func read(_ header: String, _ rows: String..., columns: [RequestField: String] = [:]) throws
        -> RequestTable
    {
        try ScratchFile(header + "\n" + rows.map { $0 + "\n" }.joined()).read(
            columns: ColumnSelection(columns: columns))
    }

    @Test func `a column with both numbers is found by itself and named in the city file`() throws {
        let rows = [
            "1,a,Open,2024-01-01,\"1 Main St\nCity, ST\n(39.295, -76.615)\"", "2,a,Open,2024-01-01,",
            "3,a,Open,2024-01-01,POINT(-76.6 39.3)", "4,a,Open,2024-01-01,\"(0, 0)\"",
        ]
        for named in [[:], [RequestField.location: "Where"]] {
            let table = try read(
                "id,category,status,opened,Where", rows[0], rows[1], rows[2], rows[3], columns: named)
            #expect(table.positionStates == [.recorded, .blank, .recorded, .zero])
            #expect(table[0].position == Coordinate(longitude: -76.615, latitude: 39.295))
            #expect(table[2].position == Coordinate(longitude: -76.6, latitude: 39.3))
            #expect(table.intake.columns[.location] == "Where")
        }
    }

    @Test(arguments: [
        "https://maps.org/@39.29512,-76.61534,17z", "LINESTRING (-76.61534 39.29512, -76.6 39.3)",
    ])
    func `a column of which no position is read is named where it holds degrees`(text: String) throws {
        let rows = (1...6).map { "\($0),a,Open,2024-01-01,\"\(text)\"\n" }.joined()
        let table = try ScratchFile("id,category,status,opened,loc\n" + rows).read()
        #expect(table.intake.unusedPlaces == ["loc"])
    }

    @Test func `columns of degrees come before one with both numbers, and letters before their names`() throws
    {
        let table = try read(
            "id,category,status,opened,longitude,latitude,spot",
            "1,a,Open,2024-01-01,39.295N,76.615W,\"(1.5, 2.5)\"")
        #expect(table[0].position == Coordinate(longitude: -76.615, latitude: 39.295))
        #expect(table.intake.columns[.location] == nil)
    }

    // Case 83: T98 of two lost zeros is as precise as its neighbours.
    @Test func `the decimals of a column are its precision, not those of one number`() throws {
        let rows = (0..<60).map {
            "\($0),a,Open,2024-01-01,-73.951\($0 % 9 + 1)\($0 % 7 + 1),40.0517\($0 % 8 + 1)"
        }
        func decimals(_ last: String...) throws -> [Int] {
            let lines = rows + last.enumerated().map { "x\($0),a,Open,2024-01-01,\($1)" }
            let table = try ScratchFile(
                "id,category,status,opened,longitude,latitude\n" + lines.joined(separator: "\n") + "\n"
            ).read()
            return table.positionDecimals.suffix(last.count).map(Int.init)
        }
        #expect(try decimals("-73.8995,40.058", "-73.89951,40.05") == [5, 5])
        // A point of whole degrees is no place whose five zeros were lost.
        #expect(try decimals("-74,40") == [0])
        #expect(try decimals("-73.9,40.1", "-73.9,40.1") == [1, 1])
        // More than chance gives are coarse.
        #expect(
            try decimals(
                "-73.8991,40.0511", "-73.8992,40.0512", "-73.8993,40.0513", "-73.8994,40.0514",
                "-73.8995,40.0515")
                == [4, 4, 4, 4, 4])
    }

    @Test func `a point that lies nowhere is a blank, and not a text that cannot be read`() throws {
        let table = try ScratchFile(
            "id,category,status,opened,geom\n1,a,Open,2024-01-01,POINT (-76.615 39.295)\n"
                + "2,a,Open,2024-01-01,POINT EMPTY\n3,a,Open,2024-01-01,SRID=4326;POINT Z EMPTY\n"
        ).read(columns: ColumnSelection(columns: [.location: "geom"]))
        #expect(table.positionStates == [.recorded, .blank, .blank])
        #expect(table.notes.isEmpty)
    }

    @Test func `columns of degrees and of addresses that are not used are named by what they hold`() throws {
        let rows = (1...9).map {
            "\($0),a,Open,2024-01-01,39.295,-76.615,\($0) Main St,\($0) business days,2 of 3\n"
        }
        let table = try ScratchFile(
            "id,category,status,opened,lat_dd,long_dd,where,wait,part\n" + rows.joined()
        ).read()
        #expect(table.intake.unusedPlaces == ["lat_dd", "long_dd", "where"])
    }

    @Test func `address parts are joined, and places that are not used are named`() throws {
        let file = try ScratchFile(
            "id,category,status,opened,No,Street,Type,wgs_lat\n1,a,Open,2024-01-01,102.0,Main,St,39.29512\n2,a,Open,2024-01-01,,Oak,,39.29533\n"
        )
        let table = try file.read(columns: ColumnSelection(addressParts: ["No", "Street", "Type"]))
        #expect((0..<2).map { table.address(at: $0) } == ["102 Main St", "Oak"])
        #expect(table.intake.unusedPlaces == ["wgs_lat"])
        #expect(table.intake.addressParts == ["No", "Street", "Type"])
    }

    @Test func `of two columns with one name the first is taken and told`() throws {
        let table = try read("id,category,status,opened,Status", "1,a,Open,2024-01-01,Closed")
        #expect(table.statuses.values == ["Open"])
        #expect(table.intake.doubledColumns == ["status"])
    }

    @Test func `a column that is named letter by letter is taken, not one before it in other capitals`()
        throws
    {
        let (header, row) = ("id,category,status,opened,Status,STATE", "1,a,Open,2024-01-01,Closed,Held")
        let named = try read(header, row, columns: [.status: "Status"])
        #expect(named.statuses.values == ["Closed"])
        #expect(named.intake.doubledColumns.isEmpty)
        let unlike = try read(header, row, columns: [.status: "STATUS"])
        #expect(unlike.statuses.values == ["Open"])
        #expect(unlike.intake.doubledColumns == ["status"])
        let other = try read(header, row, columns: [.status: "state"])
        #expect(other.statuses.values == ["Held"])
    }

    @Test func `areas and carried columns are found letter by letter too`() throws {
        let table = try ScratchFile(
            "id,category,status,opened,Zone,zone,Note,note\n1,a,Open,2024-01-01,A,B,C,D\n"
        ).read(layers: ["zone"], carrying: ["note", "Note"])
        #expect(table[0].assigned == ["B"])
        #expect(table.rawTexts(ofColumn: "note")?[0] == "D")
        #expect(table.rawTexts(ofColumn: "Note")?[0] == "C")
        #expect(table.rawTexts(ofColumn: "NOTE")?[0] == "D")
    }
}
