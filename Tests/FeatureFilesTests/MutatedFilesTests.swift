import Foundation
import Geometry
import TestSupport
import Testing

@testable import FeatureFiles

/// Each reader on inputs that were changed at random, with a seed: none crashes, and none takes long.
///
/// `make test-long` does it with fifty times as many.
struct MutatedFilesTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    /// How many inputs each reader gets.
    private static let runs =
        LongTests.rounds(20_000, usually: 400)

    /// Reads, and holds that a geometry that was read is one: numbers only, rings closed.
    private func read(_ path: String) throws {
        let spent = ThreadTime.spent {
            do throws(FeatureFileError) {
                let collection = try FeatureReader.read(path)
                for feature in collection.features {
                    for ring in feature.geometry.areas.rings {
                        #expect(ring.positions.allSatisfy { $0.x.isFinite && $0.y.isFinite })
                        #expect(ring.positions.count >= 4 && ring.positions.first == ring.positions.last)
                    }
                    for field in collection.fields.indices { _ = feature.value(at: field).text }
                }
            } catch {
                #expect(!error.description.isEmpty)
            }
        }
        #expect(spent < .seconds(5))
    }

    @Test func `changed GeoJSON`() throws {
        let text =
            #"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:2804"}},"features":["#
            + #"{"type":"Feature","id":12345678901234567,"properties":{"a":"é","b":[1,{"c":null}],"n":1e5},"geometry":{"type":"MultiPolygon","coordinates":[[[[0,0],[4,0],[4,4],[0,4],[0,0]],[[1,1],[2,1],[2,2],[1,1]]]]}},"#
            + #"{"type":"Feature","properties":null,"geometry":{"type":"GeometryCollection","geometries":[{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1.5e3],[0,0]]]},{"type":"Point","coordinates":[9,9]}]}}]}"#
        var random = SeededNumbers(12)
        let path = folder("a.geojson")
        for _ in 0..<Self.runs {
            try Data(ByteMutation.changed(Array(text.utf8), &random)).write(to: URL(filePath: path))
            try read(path)
        }
    }

    @Test func `changed shapefiles, each part`() throws {
        let path = folder("a.shp")
        let squares = (0..<4).map { index -> ShapefileFixture.Record in
            let x = Double(index)
            return .init(
                [
                    [(x, 0), (x, 1), (x + 0.9, 1), (x + 0.9, 0), (x, 0)],
                    [(x + 0.2, 0.2), (x + 0.5, 0.2), (x + 0.5, 0.5), (x + 0.2, 0.2)],
                ], text: Array("Höhe \(index)".utf8))
        }
        try ShapefileFixture.write(.polygon, squares, to: path)
        _ = try folder.write("UTF-8", to: "a.cpg")
        _ = try folder.write("GEOGCS[\"WGS 84\"]", to: "a.prj")
        let parts = try ["shp", "shx", "dbf", "cpg", "prj"].map { ending in
            (
                path: folder("a.\(ending)"),
                bytes: Array(try Data(contentsOf: URL(filePath: folder("a.\(ending)"))))
            )
        }
        var random = SeededNumbers(13)
        for round in 0..<Self.runs {
            let part = parts[round % parts.count]
            try Data(ByteMutation.changed(part.bytes, &random)).write(to: URL(filePath: part.path))
            try read(path)
            try Data(part.bytes).write(to: URL(filePath: part.path))
        }
    }

    @Test func `changed GeoPackages`() throws {
        let path = folder("a.gpkg")
        try GeoPackageFixture.write(
            [.init("d", rows: [("1", Hexadecimal.polygonWithHole), ("2", Hexadecimal.twoTriangles)])],
            to: path)
        let bytes = Array(try Data(contentsOf: URL(filePath: path)))
        var random = SeededNumbers(14)
        for _ in 0..<Self.runs / 2 {
            try Data(ByteMutation.changed(bytes, &random)).write(to: URL(filePath: path))
            try read(path)
        }
    }

    @Test func `changed well-known binary`() {
        let seeds = [
            Hexadecimal.polygonWithHole, Hexadecimal.twoTriangles, Hexadecimal.collection,
            Hexadecimal.triangleZBigEndian,
            "010C00000001000000010A00000001000000010200000004000000" + Hexadecimal.triangle,
        ].map { Array(GeoPackageFixture.bytes(hexadecimal: $0)) }
        var random = SeededNumbers(15)
        for round in 0..<Self.runs * 20 {
            let geometry = ByteMutation.changed(seeds[round % seeds.count], &random).withUnsafeBytes {
                WellKnownBinary.read($0)
            }
            #expect(geometry.areas.rings.allSatisfy { $0.positions.count >= 4 })
        }
    }
}
