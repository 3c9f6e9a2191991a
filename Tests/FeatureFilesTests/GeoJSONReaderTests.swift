import Geometry
import TestSupport
import Testing

@testable import FeatureFiles

struct GeoJSONReaderTests {
    private func read(_ text: String) throws(FeatureFileError) -> FeatureCollection {
        try GeoJSONReader.read(Array(text.utf8), path: "wards.geojson")
    }

    private func feature(_ geometry: String, properties: String = "{}") -> String {
        #"{"type":"Feature","properties":\#(properties),"geometry":\#(geometry)}"#
    }

    @Test func `features keep their values and the order of their fields`() throws {
        let first = feature(
            "null", properties: #"{"ward":7,"name":"Höhe \"7\"","rate":2.5,"open":true,"x":null}"#)
        let second = feature("null", properties: #"{"name":"B","new":"01","ward":20018.0}"#)
        let read = try read(#"{"type":"FeatureCollection","features":[\#(first),\#(second)]}"#)
        #expect(read.fields == ["ward", "name", "rate", "open", "x", "new"])
        let values = read.features.map { feature in read.fields.indices.map { feature.value(at: $0) } }
        #expect(values[0] == [.integer(7), .string("Höhe \"7\""), .number(2.5), .bool(true), .null, .null])
        #expect(values[1] == [.integer(20018), .string("B"), .null, .null, .null, .string("01")])
        #expect(read.features[0].value(at: 0).text == "7")
    }

    @Test func `every kind of geometry is read and elevations are dropped`() throws {
        func geometry(_ type: String, _ coordinates: String) throws -> FeatureGeometry {
            try read(#"{"type":"\#(type)","coordinates":\#(coordinates)}"#).features[0].geometry
        }
        let a = MapPoint(x: 1, y: 2)
        let b = MapPoint(x: 3, y: 4)
        #expect(try geometry("Point", "[1,2,99]") == .points([a]))
        #expect(try geometry("MultiPoint", "[[1,2],[3,4]]") == .points([a, b]))
        #expect(try geometry("LineString", "[[1,2,0],[3,4,0]]") == .lines([LineString([a, b])]))
        #expect(try geometry("MultiLineString", "[[[1,2],[3,4]]]") == .lines([LineString([a, b])]))
        let ring = "[[0,0,5],[4,0,5],[4,4,5],[0,0,5]]"
        let square = Polygon(
            exterior: LinearRing([MapPoint(x: 0, y: 0), MapPoint(x: 4, y: 0), MapPoint(x: 4, y: 4)]))
        #expect(try geometry("Polygon", "[\(ring)]") == .polygons(MultiPolygon([square])))
        #expect(
            try geometry("MultiPolygon", "[[\(ring)],[\(ring)]]")
                == .polygons(MultiPolygon([square, square])))
    }

    @Test func `a geometry collection gives its polygons`() throws {
        let polygon = #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}"#
        let point = #"{"type":"Point","coordinates":[9,9]}"#
        let read = try read(#"{"type":"GeometryCollection","geometries":[\#(polygon),\#(point)]}"#)
        #expect(read.features[0].geometry.kind == .mixed)
        #expect(read.features[0].geometry.areas.polygons.count == 1)
        #expect(read.features[0].geometry.places == [MapPoint(x: 9, y: 9)])
    }

    @Test func `null and empty geometries stay and are counted`() throws {
        let list = [
            feature("null"), #"{"type":"Feature","properties":null}"#,
            feature(#"{"type":"Polygon","coordinates":[]}"#),
            feature(#"{"type":"Point","coordinates":[1,2]}"#),
        ]
        let read = try read(#"{"type":"FeatureCollection","features":[\#(list.joined(separator: ","))]}"#)
        #expect(read.features.map(\.geometry.kind) == [.null, .null, .empty, .point])
        #expect(read.geometrySummary == "1 point, 2 without geometry, 1 with an empty geometry")
    }

    @Test(arguments: [
        (#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[0,0]]]}"#, "fewer than 3 different positions"),
        (
            #"{"type":"MultiPolygon","coordinates":[[[[0,0],[4,0],[4,4],[0,0]],[[1,1],["2",1],[2,2],[1,1]]]]}"#,
            "vertex 2 of hole 1 is not a list of two numbers"
        ),
        (#"{"type":"Polygon","coordinates":[[0,0],[1,0],[1,1],[0,0]]}"#, "not a list of two numbers"),
        (#"{"type":"Point","coordinates":["1",2]}"#, "not a list of two numbers"),
        (#"{"type":"LineString","coordinates":[[1,2]]}"#, "a line has 1 position"),
        (#"{"type":"Polygon","coordinates":7}"#, "not nested"),
        (#"{"type":"Circle","coordinates":[1,2]}"#, "“Circle” is no GeoJSON geometry"),
        (#"{"coordinates":[1,2]}"#, "no type"), (#"{"type":"Point"}"#, "no coordinates"),
        ("[1,2]", "no type"),
        (#"{"type":"Point","coordinates":[1e999,2]}"#, "not a list of two numbers"),
    ])
    func `a broken geometry is kept as unreadable with the reason`(_ geometry: String, reason: String) throws
    {
        let good = feature(#"{"type":"Point","coordinates":[1,2]}"#)
        let read = try read(#"{"type":"FeatureCollection","features":[\#(feature(geometry)),\#(good)]}"#)
        guard case .unreadable(let text) = read.features[0].geometry else {
            Issue.record("\(read.features[0].geometry)")
            return
        }
        #expect(text.contains(reason))
        #expect(read.features[1].geometry.kind == .point)
    }

    @Test func `an unclosed ring is closed and noted`() throws {
        let open = feature(#"{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4]]]}"#)
        let read = try read(open)
        #expect(read.features[0].geometry.areas.polygons.first?.exterior.positions.count == 4)
        #expect(read.notes == [ReadingNote(subject: .unclosedRing, features: [1])])
    }

    @Test func `one feature a line, with byte-order mark or record separators`() throws {
        let lines = [feature("null", properties: #"{"id":1}"#), feature("null", properties: #"{"id":2}"#)]
        for text in [
            "\u{FEFF}" + lines.joined(separator: "\r\n"), "\u{1E}" + lines.joined(separator: "\n\u{1E}"),
        ] {
            #expect(try read(text).features.map { $0.value(at: 0) } == [.integer(1), .integer(2)])
        }
    }

    @Test(arguments: [
        (#"{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}}"#, "EPSG:4326"),
        (#"{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::2804"}}"#, "EPSG:2804"),
        (#"{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG:6.9:2804"}}"#, "EPSG:2804"),
        (#"{"type":"name","properties":{"name":"EPSG:2804"}}"#, "EPSG:2804"),
        (#"{"type":"name","properties":{"name":"http://www.opengis.net/def/crs/EPSG/0/2804"}}"#, "EPSG:2804"),
        (
            #"{"type":"name","properties":{"name":"http://www.opengis.net/gml/srs/epsg.xml#2804"}}"#,
            "EPSG:2804"
        ),
        (#"{"type":"link","properties":{"href":"http://spatialreference.org/ref/epsg/2804"}}"#, "EPSG:2804"),
        (#"{"type":"EPSG","properties":{"code":2804}}"#, "EPSG:2804"),
        (#"{"type":"name","properties":{"name":"urn:ogc:def:crs:ESRI::102685"}}"#, "ESRI:102685"),
    ])
    func `the crs member of older files is understood`(_ member: String, definition: String) throws {
        let read = try read(#"{"type":"FeatureCollection","crs":\#(member),"features":[]}"#)
        #expect(read.referenceSystem == .recorded(definition: definition, place: .member))
    }

    @Test func `a file without crs member is in degrees, and an unknown one is noted`() throws {
        let silent = try read(#"{"type":"FeatureCollection","features":[]}"#)
        #expect(silent.referenceSystem == .impliedByFormat)
        #expect(silent.referenceSystem.definition == "EPSG:4326")
        let named = #"{"type":"name","properties":{"name":"our own grid"}}"#
        let unknown = try read(#"{"type":"FeatureCollection","crs":\#(named),"features":[]}"#)
        #expect(unknown.referenceSystem == .missing)
        #expect(unknown.notes.map(\.subject) == [.unknownReferenceSystem])
    }

    @Test func `text that is not UTF-8 is read as Windows-1252 and noted`() throws {
        var bytes = Array(feature("null", properties: #"{"name":"Montr#al"}"#).utf8)
        let place = try #require(bytes.lastIndex(of: UInt8(ascii: "#")))
        bytes[place] = 0xE9
        let read = try GeoJSONReader.read(bytes, path: "a.geojson")
        #expect(read.features[0].value(at: 0) == .string("Montréal"))
        #expect(read.notes == [ReadingNote(subject: .notUTF8, features: [1])])
    }

    @Test func `a syntax error is named with line and column`() {
        let text = "{\"type\":\"FeatureCollection\",\n\"features\":[\n  {\"a\":nope}]}"
        #expect(
            throws: FeatureFileError(
                path: "wards.geojson",
                reason: .malformedJSON(line: 3, column: 8, found: "cannot read “nope}]}”"))
        ) { try read(text) }
    }

    @Test(arguments: [
        (#"{"processingTime":"1 s","status":"Processing"}"#, "it says “Processing”"),
        (#"{"type":"Topology","objects":{}}"#, "TopoJSON"),
        (#"{"geometryType":"esriGeometryPolygon","features":[]}"#, "Esri JSON"),
        ("[]", "a list"), ("{}", "an object without members"),
        (#"{"type":"FeatureCollection"}"#, "without a list of features"),
        (#"{"error":{"code":498,"message":"Invalid token"}}"#, "it says “Invalid token”"),
    ])
    func `JSON of another kind is named`(_ text: String, message: String) throws {
        let error = try #require(throws: FeatureFileError.self) { try read(text) }
        #expect(error.description.contains(message))
    }

    @Test(arguments: [
        (#""exceededTransferLimit":true"#, true), (#""properties":{"exceededTransferLimit":true}"#, true),
        (#""numberMatched":9,"numberReturned":1"#, true), (#""links":[{"rel":"next","href":"x"}]"#, true),
        (#""exceededTransferLimit":false,"numberMatched":1,"links":[{"rel":"self"}]"#, false),
    ])
    func `a collection that says itself that features are missing is noted`(member: String, isMissing: Bool)
        throws
    {
        let read = try read(#"{"type":"FeatureCollection",\#(member),"features":[\#(feature("null"))]}"#)
        #expect(read.notes.map(\.subject).contains(.missingFeatures) == isMissing)
    }

    @Test func `a truncated or changed text never crashes`() {
        let polygon = #"{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1.5e3],[0,0]]]]}"#
        let text =
            #"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:2804"}},"features":["#
            + [feature(polygon, properties: #"{"a":"é","b":[1,{"c":null}]}"#), feature("null")].joined(
                separator: ",")
            + "]}"
        let bytes = Array(text.utf8)
        for length in bytes.indices where length > 0 {
            #expect(throws: FeatureFileError.self) {
                try GeoJSONReader.read(Array(bytes.prefix(length)), path: "a")
            }
        }
        var generator = SeededNumbers(7)
        for _ in 0..<3000 {
            var changed = bytes
            for _ in 0...Int(generator.next() % 3) {
                changed[Int(generator.next() % UInt64(bytes.count))] =
                    Array("{}[]\",:0-9eé\u{0}".utf8)[Int(generator.next() % 14)]
            }
            _ = try? GeoJSONReader.read(changed, path: "a")
        }
    }
}
