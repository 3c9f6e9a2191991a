import TestSupport
import Foundation
import Testing

/// The sample's council districts in every format that boundaries come in.
struct LayerFormatsTests {
    private typealias Ring = [(x: Double, y: Double)]

    private let folder: URL
    private let districts: [(code: String, rings: [Ring])]

    init() throws {
        folder = try Wardline.scratchFolder()
        let text = try String(
            contentsOf: Wardline.package.appending(path: "Boundaries/council-districts.geojson"),
            encoding: .utf8)
        let features = try #require((json(text) as? [String: Any])?["features"] as? [[String: Any]])
        districts = try features.map { feature in
            let code = try #require((feature["properties"] as? [String: Any])?["district"])
            let geometry = try #require(feature["geometry"] as? [String: Any])
            let rings = try #require(geometry["coordinates"] as? [[[Double]]])
            return ("\(code)", rings.map { $0.map { (x: $0[0], y: $0[1]) } })
        }
    }

    private func findings(_ edition: String) throws -> String {
        let city = try Wardline.city(assigned: "assigned_district", editions: [edition], columns: .sample)
        let outcome = try Wardline.run("audit", "SampleData/requests.csv", "--city", city, "--all", "-o", "-")
        #expect(outcome.status == 0, "\(outcome.errors)")
        // The evidence may name the file.
        return outcome.output
    }

    @Test func `a shapefile and one layer of a GeoPackage give the findings of the GeoJSON, byte for byte`()
        throws
    {
        let expected = try findings("file: \(Wardline.package.path)/Boundaries/council-districts.geojson")
        #expect(expected.split(separator: "\n").count == 12_001)

        let shapes = folder.appending(path: "districts.shp").path
        try ShapefileFixture.write(
            .polygonZ, districts.map { .init($0.rings, elevation: 12, text: Array($0.code.utf8)) }, to: shapes
        )
        try Data(
            "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137,298.257223563]],PRIMEM[\"Greenwich\",0],UNIT[\"Degree\",0.0174532925199433]]"
                .utf8
        )
        .write(to: folder.appending(path: "districts.prj"))
        try Data("UTF-8".utf8).write(to: folder.appending(path: "districts.cpg"))
        #expect(try findings("file: \(shapes), code: name") == expected)

        let package = folder.appending(path: "city.gpkg").path
        let rows = districts.map { (code: Optional($0.code), geometry: Optional(Self.hexadecimal($0.rings))) }
        try GeoPackageFixture.write(
            [.init("districts", rows: rows), .init("zones", rows: [("1", rows[0].geometry)])], to: package)
        #expect(try findings("file: \(package), layer: districts, code: code") == expected)
        let city = try Wardline.city(
            assigned: "assigned_district", editions: ["file: \(package)"], columns: .sample)
        let unnamed = try Wardline.run("audit", "SampleData/requests.csv", "--city", city)
        #expect(unnamed.status == 1)
        #expect(unnamed.errors.contains("holds several layers; name one of them: districts, zones"))
    }

    /// A polygon as little-endian well-known binary.
    private static func hexadecimal(_ rings: [Ring]) -> String {
        func bytes(_ number: some FixedWidthInteger) -> [UInt8] {
            withUnsafeBytes(of: number.littleEndian) { Array($0) }
        }
        var all: [UInt8] = [1] + bytes(UInt32(3)) + bytes(UInt32(rings.count))
        for ring in rings {
            all += bytes(UInt32(ring.count))
            for position in ring { all += bytes(position.x.bitPattern) + bytes(position.y.bitPattern) }
        }
        return all.map {
            String($0 >> 4, radix: 16, uppercase: true) + String($0 & 15, radix: 16, uppercase: true)
        }
        .joined()
    }
}
