import TestSupport
import Geometry
import Testing

@testable import FeatureFiles

struct GeoPackageReaderTests {
    private let temporary: ScratchFolder
    private let path: String

    init() throws {
        temporary = try ScratchFolder()
        path = temporary("city.gpkg")
    }

    @Test func `a layer's rows become features with their values and reference system`() throws {
        try GeoPackageFixture.write(
            [
                .init(
                    "wards",
                    rows: [
                        ("1", Hexadecimal.polygonWithHole), (nil, nil), ("3", Hexadecimal.triangleZBigEndian),
                    ])
            ], to: path)
        let read = try FeatureReader.read(path)
        #expect(read.format == .geoPackage)
        #expect(read.name == "wards")
        #expect(read.fields == ["fid", "code"])
        #expect(read.referenceSystem == .recorded(definition: "EPSG:4326", place: .systemTable))
        #expect(read.features.map(\.geometry.kind) == [.polygon, .null, .polygon])
        #expect(read.features.map { $0.value(at: 1) } == [.string("1"), .null, .string("3")])
        #expect(read.features.map(\.number) == [1, 2, 3])
        #expect(read.features[0].geometry.areas.polygons[0].holes.count == 1)
        #expect(read.notes == [])
    }

    @Test func `of several layers one has to be named, by its table or its title`() throws {
        try GeoPackageFixture.write(
            [
                .init("zones \"2024\"", title: "Collection zones", rows: [("A", Hexadecimal.twoTriangles)]),
                .init("districts", rows: [("B", Hexadecimal.twoTriangles)]),
            ], to: path)
        #expect(try FeatureReader.layers(of: path) == ["districts", "zones \"2024\""])
        let error = #expect(throws: FeatureFileError.self) { try FeatureReader.read(path) }
        #expect(error?.reason == .layerNotNamed(layers: ["districts", "zones \"2024\""]))
        for name in ["zones \"2024\"", "Collection zones"] {
            #expect(try FeatureReader.read(path, layer: name).features[0].value(at: 1) == .string("A"))
        }
        #expect(
            throws: FeatureFileError(
                path: path, reason: .unknownLayer("zone", layers: ["districts", "zones \"2024\""]))
        ) { try FeatureReader.read(path, layer: "zone") }
    }

    @Test(arguments: [
        (2804, RecordedReferenceSystem.recorded(definition: "EPSG:2804", place: .systemTable)),
        (900_001, .recorded(definition: "PROJCS[\"made up\"]", place: .systemTable)), (0, .missing),
        (-1, .missing),
    ])
    func `the reference system is an authority's code, a definition, or missing`(
        id: Int, expected: RecordedReferenceSystem
    ) throws {
        try GeoPackageFixture.write(
            [.init("wards", systemID: id, rows: [("1", Hexadecimal.twoTriangles)])],
            systems: [
                .init(id: 2804, organization: "epsg", organizationID: 2804),
                .init(
                    id: 900_001, organization: "city", organizationID: 1, definition: "PROJCS[\"made up\"]"),
            ], to: path)
        let read = try FeatureReader.read(path)
        #expect(read.referenceSystem == expected)
        #expect(read.notes.map(\.subject) == (expected == .missing ? [.noReferenceSystem] : []))
    }

    @Test func `a geometry that cannot be read leaves its feature and the others`() throws {
        try GeoPackageFixture.write(
            [.init("wards", rows: [("1", "0103"), ("2", Hexadecimal.twoTriangles)])], to: path)
        let read = try FeatureReader.read(path)
        #expect(read.features[0].geometry == .unreadable("the blob ends too early"))
        #expect(read.features[1].geometry.kind == .polygon)
    }

    @Test func `a database that is no GeoPackage, or a damaged one, says so`() throws {
        try GeoPackageFixture.write([], to: path)
        #expect(throws: FeatureFileError(path: path, reason: .layerNotNamed(layers: []))) {
            try FeatureReader.read(path)
        }
        let damaged = try temporary.write("SQLite format 3\u{0} and nothing of the kind", to: "damaged.gpkg")
        let error = #expect(throws: FeatureFileError.self) { try FeatureReader.read(damaged) }
        #expect(error?.description.contains("SQLite says: file is not a database") == true)
    }
}
