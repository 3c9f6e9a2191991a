import Foundation
import GRDB
import Geometry
import TestSupport
import Testing

@testable import FeatureFiles

/// Files as they come from the wild: in other encodings, with odd numbers, with tables that lie.
struct WildFilesTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private let square = #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]}"#

    // MARK: GeoJSON

    private func collection(_ features: String...) -> String {
        #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#
    }

    /// Case 10.
    @Test func `a feature's own id is a field where no property is called so`() throws {
        let text = collection(
            #"{"type":"Feature","id":"A","properties":{"name":"x"},"geometry":null}"#,
            #"{"type":"Feature","id":7,"properties":{"name":"y"},"geometry":null}"#)
        let read = try GeoJSONReader.read(Array(text.utf8), path: "a.geojson")
        #expect(read.fields == ["name", "id"])
        #expect(read.identifierField == 1)
        #expect(read.features.map { $0.value(at: 1).text } == ["A", "7"])
        let named = collection(#"{"type":"Feature","id":"A","properties":{"id":"B"},"geometry":null}"#)
        let own = try GeoJSONReader.read(Array(named.utf8), path: "a.geojson")
        #expect(own.fields == ["id"])
        #expect(own.identifierField == nil)
        #expect(own.features[0].value(at: 0) == .string("B"))
    }

    @Test func `whole numbers keep all their digits`() throws {
        let text = collection(
            #"{"type":"Feature","id":9007199254740993,"properties":{"pin":12345678901234567890,"n":7,"s":"1\"2345678901234567"},"geometry":\#(square)}"#
        )
        let read = try GeoJSONReader.read(Array(text.utf8), path: "a.geojson")
        #expect(
            read.fields.indices.map { read.features[0].value(at: $0).text } == [
                "12345678901234567890", "7", #"1"2345678901234567"#, "9007199254740993",
            ])
        #expect(read.features[0].geometry.kind == .polygon)
    }

    @Test func `NaN and Infinity, as Python writes them, are null and told`() throws {
        let text = collection(
            #"{"type":"Feature","properties":{"a":NaN,"b":-Infinity,"c":"NaN"},"geometry":\#(square)}"#)
        let read = try GeoJSONReader.read(Array(text.utf8), path: "a.geojson")
        #expect((0..<3).map { read.features[0].value(at: $0) } == [.null, .null, .string("NaN")])
        #expect(read.notes.map(\.subject) == [.notANumber])
    }

    @Test(arguments: [String.Encoding.utf16, .utf16LittleEndian, .utf16BigEndian])
    func `text in UTF-16 is read`(encoding: String.Encoding) throws {
        let text = collection(#"{"type":"Feature","properties":{"name":"Bogotá"},"geometry":\#(square)}"#)
        let path = try folder.write(try #require(text.data(using: encoding)), to: "wide.geojson")
        let read = try FeatureReader.read(path)
        #expect(read.features.map { $0.value(at: 0) } == [.string("Bogotá")])
    }

    @Test func `a pipe is refused and not waited for`() throws {
        let path = folder("pipe.geojson")
        #expect(mkfifo(path, 0o600) == 0)
        let error = #expect(throws: FeatureFileError.self) { try FeatureReader.read(path) }
        #expect(error?.reason == .notAFile)
        #expect(throws: FeatureFileError.self) { try FeatureReader.read("/dev/zero") }
    }

    // MARK: Shapefiles

    private func shapefile(_ texts: [[UInt8]], encoding: String) throws -> FeatureCollection {
        let path = folder("b.shp")
        let square: [(x: Double, y: Double)] = [(0, 0), (0, 1), (1, 1), (1, 0), (0, 0)]
        try ShapefileFixture.write(.polygon, texts.map { .init([square], text: $0) }, to: path)
        _ = try folder.write(encoding, to: "b.cpg")
        return try FeatureReader.read(path)
    }

    /// Case 08: `Peñón` and `Über` in Windows-1252 under a .cpg of UTF-8.
    @Test func `text that is not in the encoding that the file names is read and told`() throws {
        let read = try shapefile(
            [[0x50, 0x65, 0xF1, 0xF3, 0x6E], [0xDC, 0x62, 0x65, 0x72], Array("plain".utf8)], encoding: "UTF-8"
        )
        #expect(read.features.map { $0.value(at: 0).text } == ["Peñón", "Über", "plain"])
        #expect(read.notes.first { $0.subject == .notUTF8 }?.features == [1, 2])
    }

    @Test func `UTF-8 under another name is read as UTF-8 and told`() throws {
        let read = try shapefile(["Peñón", "Río"].map { Array($0.utf8) }, encoding: "ISO 88591")
        #expect(read.features.map { $0.value(at: 0).text } == ["Peñón", "Río"])
        #expect(read.notes.map(\.subject).contains(.notNamedEncoding))
    }

    @Test func `a character that the field cuts is left out`() throws {
        // The field holds 40 bytes: 39 letters and the first half of é.
        let long = Array(String(repeating: "a", count: 39).utf8) + [0xC3]
        let read = try shapefile([long, Array("é".utf8)], encoding: "UTF-8")
        #expect(read.features.map { $0.value(at: 0).text } == [String(repeating: "a", count: 39), "é"])
        #expect(!read.notes.map(\.subject).contains(.notUTF8))
    }

    // MARK: GeoPackages

    private func package(_ change: String...) throws -> String {
        let path = folder("city.gpkg")
        try? FileManager.default.removeItem(atPath: path)
        try GeoPackageFixture.write([.init("d", rows: [("1", Hexadecimal.polygonWithHole)])], to: path)
        let queue = try DatabaseQueue(path: path)
        try queue.write { database in for sql in change { try database.execute(sql: sql) } }
        try queue.close()
        return path
    }

    /// Case 96, first half.
    @Test(arguments: [
        "UPDATE gpkg_spatial_ref_sys SET organization_coordsys_id = 'abc' WHERE srs_id = 4326",
        "UPDATE gpkg_spatial_ref_sys SET organization_coordsys_id = NULL WHERE srs_id = 4326",
        "UPDATE gpkg_spatial_ref_sys SET organization_coordsys_id = 1e300 WHERE srs_id = 4326",
        "UPDATE gpkg_geometry_columns SET srs_id = 'WGS 84'",
        "UPDATE gpkg_geometry_columns SET srs_id = x'00'",
        "UPDATE gpkg_geometry_columns SET column_name = NULL",
        "UPDATE gpkg_geometry_columns SET table_name = x'FF', column_name = 5",
    ])
    func `metadata of another type is damage, not a trap`(change: String) throws {
        let path = try package(change)
        let error = try #require(throws: FeatureFileError.self) { try FeatureReader.read(path) }
        guard case .damaged = error.reason else {
            Issue.record("\(error)")
            return
        }
    }

    @Test(arguments: [
        "UPDATE gpkg_spatial_ref_sys SET organization = 5 WHERE srs_id = 4326",
        "UPDATE gpkg_contents SET identifier = x'FFFE'", "UPDATE d SET code = x'FFFE'",
        "UPDATE d SET code = 1.5",
        "DROP TABLE gpkg_contents", "UPDATE d SET geom = 'POLYGON EMPTY'", "UPDATE d SET geom = 5",
    ])
    func `odd values are read for what they are`(change: String) throws {
        #expect(try FeatureReader.read(try package(change)).features.count == 1)
    }

    /// Case 96, second half: views that never end, with rows and without, and blobs of gigabytes.
    @Test(arguments: [
        "WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM r) SELECT x AS fid, (SELECT geom FROM d) AS geom, x AS code FROM r",
        "WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM r) SELECT x AS fid, NULL AS geom FROM r WHERE x < 0",
        "SELECT 1 AS fid, zeroblob(2000000000) AS geom",
        "SELECT 1 AS fid, NULL AS geom, hex(zeroblob(900000000)) AS code",
        "WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM r LIMIT 200) SELECT x AS fid, zeroblob(900000) AS geom FROM r",
    ])
    func `a view without end or measure ends with an error`(view: String) throws {
        let path = try package(
            "CREATE VIEW v AS \(view)", "UPDATE gpkg_geometry_columns SET table_name = 'v'",
            "UPDATE gpkg_contents SET table_name = 'v'")
        let spent = ThreadTime.spent {
            #expect(throws: FeatureFileError.self) { try FeatureReader.read(path) }
        }
        #expect(spent < .seconds(20))
    }
}
