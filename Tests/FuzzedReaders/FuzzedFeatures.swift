import Boundaries
import FeatureFiles
import TestSupport

/// Files of features, by their ending.
final class FuzzedFeatures: FuzzedReader {
    let name: String
    let seeds: [[UInt8]]
    private let folder: InputFolder

    init(_ name: String) throws {
        self.name = name
        folder = try InputFolder()
        if name == "geopackage" {
            try GeoPackageFixture.write(
                [.init("d", rows: [("1", FuzzedGeometry.polygon)])], to: "\(folder.path)/seed.gpkg")
            seeds = [try folder.bytes(of: "seed.gpkg")]
        } else {
            seeds = [Array(Self.geoJSON.utf8)]
        }
    }

    static let geoJSON =
        #"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:2804"}},"features":["#
        + #"{"type":"Feature","id":12345678901234567,"properties":{"a":"é","b":[1,{"c":null}],"n":1e5},"geometry":{"type":"MultiPolygon","coordinates":[[[[0,0],[4,0],[4,4],[0,4],[0,0]],[[1,1],[2,1],[2,2],[1,1]]]]}},"#
        + #"{"type":"Feature","properties":null,"geometry":{"type":"GeometryCollection","geometries":[{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1.5e3],[0,0]]]},{"type":"Point","coordinates":[9,9]}]}}]}"#

    func read(_ input: [UInt8]) throws { try Self.read(folder.write(input, to: "areas.\(name)")) }

    /// Reads a file as a map and as areas.
    static func read(_ path: String) throws {
        let collection = try FeatureReader.read(path)
        for feature in collection.features {
            try FuzzedGeometry.check(feature.geometry)
            for field in collection.fields.indices { _ = feature.value(at: field).text }
        }
        let edition = try Edition.load(
            EditionSource(path: path, layer: nil, codeField: collection.fields.first, titleField: nil),
            jobs: 1)
        try Contradiction.unless(
            edition.areas.count <= collection.features.count, "more areas than features")
    }
}
