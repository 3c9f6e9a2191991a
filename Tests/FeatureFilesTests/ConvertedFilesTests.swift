import Foundation
import Geometry
import TestSupport
import Testing

@testable import FeatureFiles

/// Maps in archives, and those that `ogr2ogr` converts.
struct ConvertedFilesTests {
    private let folder: ScratchFolder
    private static let square = """
        {"type":"FeatureCollection","name":"wards","features":[{"type":"Feature","properties":{"ward":"01","fid":"x"},
        "geometry":{"type":"Polygon","coordinates":[[[-76.7,39.2],[-76.6,39.2],[-76.6,39.3],[-76.7,39.3],[-76.7,39.2]]]}}]}
        """
    private static let hasConverter = ChildProcess.find("ogr2ogr") != nil

    init() throws { folder = try ScratchFolder() }

    private func failure(_ path: String) -> String {
        let error = #expect(throws: FeatureFileError.self) { try FeatureReader.read(path) }
        return error?.description ?? ""
    }

    /// Has `ogr2ogr` write the square in a format.
    private func written(_ format: String, _ name: String) throws -> String {
        let source = try folder.write(Self.square, to: "source.geojson")
        let process = Process()
        process.executableURL = URL(filePath: try #require(ChildProcess.find("ogr2ogr")))
        process.arguments = ["-q", "-f", format, folder(name), source]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return folder(name)
    }

    private func check(_ collection: FeatureCollection, code: String, path: String) throws {
        #expect(collection.path == path)
        #expect(collection.features.count == 1)
        let field = try #require(collection.field(named: code))
        #expect(collection.features.first?.value(at: field).text == "01")
        #expect(!collection.fields.contains { $0.hasPrefix("wardline") })
        let ring = try #require(collection.features.first?.geometry.areas.rings.first)
        #expect(ring.positions.map(\.x).min() == -76.7)
        #expect(ring.positions.count == 5)
    }

    // MARK: Archives

    @Test func `a zipped map is read as itself, whatever else lies beside it`() throws {
        let path = try folder.write(
            ArchiveFixture.zip([
                ("a/wards.geojson", Self.square), ("a/readme.txt", "x"), ("__MACOSX/a/._wards.shp", "x"),
            ]),
            to: "wards.zip")
        let collection = try FeatureReader.read(path)
        #expect(collection.name == "wards")
        #expect(collection.format == .geoJSON)
        try check(collection, code: "ward", path: path)
        #expect(try FeatureReader.layers(of: path).count == 1)
    }

    @Test func `a zipped shapefile needs no converter`() throws {
        let shape = folder("wards.shp")
        try ShapefileFixture.write(
            .polygon, [.init([[(0, 0), (0, 1), (1, 1), (1, 0), (0, 0)]], text: Array("01".utf8))], to: shape)
        let parts = try ["shp", "shx", "dbf"].map { ending in
            (
                name: "Wards.\(ending.uppercased())",
                bytes: Array(try Data(contentsOf: URL(filePath: folder("wards.\(ending)"))))
            )
        }
        let path = try folder.write(ArchiveFixture.zip(parts), to: "wards.zip")
        let collection = try FeatureReader.read(path)
        #expect(collection.format == .shapefile)
        #expect(collection.features.count == 1)
    }

    @Test func `of several maps in an archive one has to be named`() throws {
        let path = try folder.write(
            ArchiveFixture.zip([("wards.geojson", Self.square), ("zones.geojson", Self.square)]),
            to: "maps.zip")
        #expect(try FeatureReader.layers(of: path) == ["wards", "zones"])
        #expect(failure(path).hasSuffix("holds several layers; name one of them: wards, zones"))
        #expect(try FeatureReader.read(path, layer: "zones").features.count == 1)
    }

    @Test func `archives that are damaged, hold no map or lead elsewhere`() throws {
        let whole = ArchiveFixture.zip([("wards.geojson", Self.square)])
        #expect(failure(try folder.write(whole.dropLast(40), to: "cut.zip")).contains("is a damaged archive"))
        #expect(
            failure(try folder.write(ArchiveFixture.zip([("a.docx", "x")]), to: "none.zip"))
                .contains("an archive without a map"))
        let climbing = ArchiveFixture.zip([("../../evil.geojson", Self.square)])
        #expect(try FeatureReader.read(try folder.write(climbing, to: "evil.zip")).features.count == 1)
        #expect(!FileManager.default.fileExists(atPath: folder("../../evil.geojson")))
        let bomb = ArchiveFixture.zip([(name: "a.geojson", bytes: [UInt8](repeating: 0x20, count: 65 << 20))])
        #expect(failure(try folder.write(bomb, to: "bomb.zip")).contains("250 times its size"))
    }

    // MARK: Conversion

    @Test(
        .enabled(if: hasConverter, "ogr2ogr is not installed"),
        arguments: [
            ("KML", "wards.kml", FeatureFileFormat.kml), ("LIBKML", "wards.kmz", .kml),
            ("FlatGeobuf", "wards.fgb", .flatGeobuf), ("MapInfo File", "wards.tab", .mapInfo),
            ("MapInfo File", "wards.mif", .mapInfo),
        ])
    func `other maps are converted, with their codes`(driver: String, name: String, format: FeatureFileFormat)
        throws
    {
        let path = try written(driver, name)
        let collection = try FeatureReader.read(path)
        #expect(collection.format == format)
        #expect(collection.referenceSystem == .recorded(definition: "EPSG:4326", place: .conversion))
        try check(collection, code: "ward", path: path)
        #expect(try FeatureReader.layers(of: path).count == 1)
    }

    @Test(.enabled(if: hasConverter, "ogr2ogr is not installed"))
    func `a KMZ has the fields of the KML in it, also those of a schema`() throws {
        let kml = """
            <?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document id="root_doc">
            <Schema id="b.schema"><SimpleField name="ward" type="string"/></Schema><Document id="b"><name>b</name>
            <Placemark id="b.1"><name>One</name><ExtendedData><SchemaData schemaUrl="#b.schema">
            <SimpleData name="ward">01</SimpleData></SchemaData></ExtendedData><Polygon><outerBoundaryIs><LinearRing>
            <coordinates>-76.7,39.2 -76.6,39.2 -76.6,39.3 -76.7,39.3 -76.7,39.2</coordinates>
            </LinearRing></outerBoundaryIs></Polygon></Placemark></Document></Document></kml>
            """
        for path in [
            try folder.write(ArchiveFixture.zip([("doc.kml", kml)]), to: "schema.kmz"),
            try folder.write(kml, to: "schema.kml"),
        ] {
            try check(try FeatureReader.read(path), code: "ward", path: path)
        }
    }

    @Test(.enabled(if: hasConverter, "ogr2ogr is not installed"))
    func `TopoJSON is converted`() throws {
        let path = try folder.write(
            #"{"type":"Topology","objects":{"w":{"type":"GeometryCollection","geometries":[{"type":"Polygon","properties":{"ward":"01"},"arcs":[[0]]}]}},"#
                + #""arcs":[[[-76.7,39.2],[-76.6,39.2],[-76.6,39.3],[-76.7,39.3],[-76.7,39.2]]]}"#,
            to: "w.json")
        try check(try FeatureReader.read(path), code: "ward", path: path)
    }

    @Test(.enabled(if: hasConverter, "ogr2ogr is not installed"))
    func `what cannot be converted is told in the converter's words, and leaves nothing`() throws {
        let path = try folder.write("<?xml version=\"1.0\"?><kml><Document><Place", to: "cut.kml")
        let message = failure(path)
        #expect(message.contains("is KML, and ogr2ogr cannot convert it"))
        #expect(!message.contains("drivers"))
    }

    @Test func `KML that links to the network is refused before anything is fetched`() throws {
        let kml =
            "<?xml version=\"1.0\"?><kml><Document><NetworkLink><Link><href>http://127.0.0.1:9/x.kml</href></Link></NetworkLink></Document></kml>"
        #expect(failure(try folder.write(kml, to: "link.kml")).contains("links to maps on the network"))
        let packed = ArchiveFixture.zip([("doc.kml", kml)])
        #expect(failure(try folder.write(packed, to: "link.kmz")).contains("links to maps on the network"))
    }

    /// A VRT under another ending, and a linked `crs`, made GDAL ask a server.
    @Test func `the converter knows no driver that follows links`() {
        let list = """
            Supported Formats:
              OGR_VRT -vector- (rov): VRT - Virtual Datasource
              MapInfo File -vector- (rw+v): MapInfo File
              PNG -raster- (rwv): Portable Network Graphics
              netCDF -raster,multidimensional raster,vector- (rw+vs): Network Common Data Format
            """
        #expect(Converter.vectorDrivers(in: list) == ["OGR_VRT", "MapInfo File", "netCDF"])
        #expect(
            Converter.reason(
                in: "Warning 1: x\nERROR 4: parsing failed\nFAILURE:\nwith the following drivers.\n")
                == "parsing failed")
    }
}
