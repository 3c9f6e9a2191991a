import Foundation
import GRDB
import Geometry
import Testing

@testable import Records

struct GeoPackageTests {
    private func write(_ document: RecordDocument, in folder: ScratchFolder) throws -> String {
        let path = folder.path + "/\(try folder.names().count).gpkg"
        try RecordWriter(format: .gpkg).write(document, to: .file(path))
        return path
    }

    private let square = RecordGeometry.surface(
        MultiPolygon([
            Polygon(
                exterior: LinearRing([
                    Coordinate(longitude: 0, latitude: 0), Coordinate(longitude: 2, latitude: 0),
                    Coordinate(longitude: 2, latitude: 3), Coordinate(longitude: 0, latitude: 3),
                ]))
        ]))

    @Test func `the same records give the same bytes, and nothing else is left`() throws {
        let folder = try ScratchFolder()
        let first = try write(RecordFixtures.document(), in: folder)
        let second = try write(RecordFixtures.document(), in: folder)
        #expect(
            try Data(contentsOf: URL(filePath: first)) == Data(contentsOf: URL(filePath: second)))
        #expect(try folder.names() == ["0.gpkg", "1.gpkg"])
    }

    @Test
    func `values keep their kinds, moments are in universal time, and the index holds what has a place`()
        throws
    {
        let folder = try ScratchFolder()
        let queue = try DatabaseQueue(path: write(RecordFixtures.document(), in: folder))
        try queue.read { database in
            #expect(try Int.fetchOne(database, sql: "PRAGMA application_id") == 0x4750_4B47)
            let row = try #require(try Row.fetchOne(database, sql: "SELECT * FROM findings WHERE fid = 2"))
            #expect(row["request_id"] == "07")
            #expect(row["reports"] == -1)
            #expect(row["distance_m"] == 12.4)
            #expect(row["opened"] == "2024-07-04T09:46:41.000Z")
            #expect(row["day"] == "2024-03-19")
            #expect(try Int.fetchOne(database, sql: "SELECT count(*) FROM rtree_findings_geom") == 9)
            let types = try String.fetchAll(database, sql: "SELECT type FROM pragma_table_info('findings')")
            #expect(types == ["INTEGER", "POINT", "TEXT", "INTEGER", "REAL", "DATETIME", "DATE", "TEXT"])
            let meaning = try String.fetchOne(
                database, sql: "SELECT description FROM gpkg_data_columns WHERE column_name = 'distance_m'")
            #expect(meaning == "metres to the area")
            let style = try String.fetchOne(database, sql: "SELECT styleQML FROM layer_styles")
            #expect(style?.contains("value=\"a &amp; b\"") == true)
        }
    }

    @Test func `columns that bear the names of the format's own keep them`() throws {
        let folder = try ScratchFolder()
        let table = RecordTable(
            name: "findings", title: "Findings",
            columns: [RecordColumn("FID", "theirs"), RecordColumn("geom", "theirs too")], shape: .points,
            count: 2
        ) { row in
            TableRecord(
                values: [.text("f\(row)"), .text("g\(row)")],
                geometry: .point(Coordinate(longitude: Double(row), latitude: 1)))
        }
        let queue = try DatabaseQueue(path: write(RecordDocument(title: "T", tables: [table]), in: folder))
        try queue.read { database in
            let names = try String.fetchAll(database, sql: "SELECT name FROM pragma_table_info('findings')")
            #expect(names == ["fid_", "geom_", "FID", "geom"])
            #expect(
                try String.fetchAll(database, sql: "SELECT FID FROM findings ORDER BY fid_") == ["f0", "f1"])
            let column = try String.fetchOne(database, sql: "SELECT column_name FROM gpkg_geometry_columns")
            #expect(column == "geom_")
            #expect(try Int.fetchOne(database, sql: "SELECT count(*) FROM rtree_findings_geom_") == 2)
        }
    }

    @Test func `surfaces carry the box around them, and tables without places are attributes`() throws {
        let folder = try ScratchFolder()
        let columns = [RecordColumn("area", "code of the area")]
        let records = [TableRecord(values: [.text("1")], geometry: square)]
        let document = RecordDocument(
            title: "Areas",
            tables: [
                RecordTable(
                    name: "areas", title: "Areas", columns: columns, shape: .surfaces, records: records),
                RecordTable(name: "levels", title: "Levels", columns: columns, records: records),
            ])
        let queue = try DatabaseQueue(path: write(document, in: folder))
        try queue.read { database in
            let contents = try Row.fetchAll(
                database, sql: "SELECT data_type, max_x, max_y FROM gpkg_contents ORDER BY table_name")
            #expect(contents.map { $0["data_type"] } == ["features", "attributes"])
            #expect(contents[0]["max_x"] == 2.0 && contents[0]["max_y"] == 3.0)
            let blob = try #require(try Data.fetchOne(database, sql: "SELECT geom FROM areas"))
            #expect(Array(blob.prefix(8)) == [0x47, 0x50, 0, 3, 0xE6, 0x10, 0, 0])
        }
    }

    @Test func `a table without records is a layer all the same`() throws {
        let folder = try ScratchFolder()
        let queue = try DatabaseQueue(path: write(RecordFixtures.document(count: 0), in: folder))
        let count = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM findings") }
        #expect(count == 0)
    }

    @Test(.enabled(if: RecordFixtures.isThere("ogrinfo"), "GDAL (ogrinfo) is not installed"))
    func `GDAL sees layer, reference system, types and values`() throws {
        let folder = try ScratchFolder()
        let path = try write(RecordFixtures.document(), in: folder)
        let info = try #require(try RecordFixtures.run("ogrinfo", ["-al", path, "findings"]))
        #expect(info.status == 0)
        for part in [
            "Geometry: Point", "Feature Count: 10", "WGS 84", "opened: DateTime", "day: Date",
            "reports: Integer64",
            "distance_m: Real", "request_id (String) = 0012345678901100000",
        ] {
            #expect(info.output.contains(part), "\(part)")
        }
    }

    @Test(
        .enabled(
            if: try RecordFixtures.run(
                "/usr/bin/python3", ["-c", "import osgeo_utils.samples.validate_gpkg"])?.status
                == 0,
            "GDAL's validate_gpkg (python3-gdal) is not installed"))
    func `GDAL's validator accepts it`() throws {
        let folder = try ScratchFolder()
        let path = try write(RecordFixtures.document(summary: "10 of 10"), in: folder)
        let result = try RecordFixtures.run(
            "/usr/bin/python3", ["-m", "osgeo_utils.samples.validate_gpkg", "-k", path])
        #expect(result?.status == 0, "\(result?.output ?? "")")
    }
}
