import TestSupport
import Foundation
import Geometry
import Testing

@testable import FeatureFiles

struct ShapefileReaderTests {
    private let temporary: ScratchFolder
    private let path: String

    init() throws {
        temporary = try ScratchFolder()
        path = temporary("wards.shp")
    }

    private typealias Corners = [(x: Double, y: Double)]

    /// Clockwise, as the format has outer rings.
    private func square(_ low: Double, _ high: Double) -> Corners {
        [(low, low), (low, high), (high, high), (high, low), (low, low)]
    }

    @Test func `records become features with their values, null shapes too`() throws {
        try ShapefileFixture.write(
            .polygon,
            [
                .init([square(0, 4)], text: Array("One".utf8)), .init([], text: Array("Two".utf8)),
                .init([square(5, 6)], isDeleted: true), .init([square(7, 8)]),
            ], to: path)
        let read = try FeatureReader.read(path)
        #expect(read.format == .shapefile)
        #expect(read.name == "wards")
        #expect(read.fields == ["name", "number"])
        #expect(read.features.map(\.number) == [1, 2, 4])
        #expect(read.features.map(\.geometry.kind) == [.polygon, .null, .polygon])
        #expect(read.features.map { $0.value(at: 0) } == [.string("One"), .string("Two"), .null])
        #expect(read.features.map { $0.value(at: 1) } == [.integer(1), .integer(2), .integer(4)])
        #expect(read.notes.map(\.subject) == [.deletedRecord, .noReferenceSystem])
        #expect(read.referenceSystem == .missing)
    }

    @Test func `elevations are dropped, and lines and points are read`() throws {
        try ShapefileFixture.write(.polygonZ, [.init([square(0, 4)], elevation: 99)], to: path)
        #expect(
            try FeatureReader.read(path).features[0].geometry.box == Box(minX: 0, minY: 0, maxX: 4, maxY: 4))
        let lines = temporary("lines.shp")
        try ShapefileFixture.write(.line, [.init([[(0, 0), (1, 1)], [(2, 2), (3, 3)]])], to: lines)
        #expect(try FeatureReader.read(lines).features[0].geometry.paths.count == 2)
        let points = temporary("points.shp")
        try ShapefileFixture.write(.point, [.init([[(1, 2)]])], to: points)
        #expect(try FeatureReader.read(points).features[0].geometry == .points([point(1, 2)]))
    }

    @Test func `the projection file is the reference system, an empty one is none`() throws {
        try ShapefileFixture.write(.polygon, [.init([square(0, 4)])], to: path)
        _ = try temporary.write("PROJCS[\"made up\"]\n", to: "wards.prj")
        #expect(
            try FeatureReader.read(path).referenceSystem
                == .recorded(definition: "PROJCS[\"made up\"]\n", place: .projectionFile))
        _ = try temporary.write(" \n", to: "wards.prj")
        #expect(try FeatureReader.read(path).referenceSystem == .missing)
    }

    /// `Höhe` in UTF-8, Windows-1252, code page 850 and ISO 8859-2: made with Python's `"Höhe".encode(…)`.
    @Test(
        arguments: [
            ("UTF-8", [0x48, 0xC3, 0xB6, 0x68, 0x65]), ("ANSI 1252", [0x48, 0xF6, 0x68, 0x65]),
            ("OEM 850", [0x48, 0x94, 0x68, 0x65]), ("ISO-8859-2", [0x48, 0xF6, 0x68, 0x65]),
            ("", [0x48, 0xF6, 0x68, 0x65]),
        ] as [(String, [UInt8])])
    func `text is read in the encoding that the .cpg file names`(encoding: String, bytes: [UInt8]) throws {
        try ShapefileFixture.write(.polygon, [.init([square(0, 4)], text: bytes)], to: path)
        if !encoding.isEmpty { _ = try temporary.write(encoding, to: "wards.cpg") }
        #expect(try FeatureReader.read(path).features[0].value(at: 0) == .string("Höhe"))
    }

    @Test func `without a .cpg file the table's language driver says the encoding`() throws {
        // 0x64 is code page 852, in which ö is 0x94 as in 850, and ő 0x8B.
        try ShapefileFixture.write(
            .polygon, [.init([square(0, 4)], text: [0x8B])], to: path, codePage: "LDID/100")
        #expect(try FeatureReader.read(path).features[0].value(at: 0) == .string("ő"))
    }

    @Test func `text of which nothing names the encoding is noted where it is not UTF-8`() throws {
        try ShapefileFixture.write(
            .polygon, [.init([square(0, 4)], text: [0xF6])], to: path, codePage: "LDID/0")
        #expect(try FeatureReader.read(path).notes.map(\.subject).contains(.assumedEncoding))
        try ShapefileFixture.write(
            .polygon, [.init([square(0, 4)], text: Array("ö".utf8))], to: path, codePage: "LDID/0")
        #expect(try !FeatureReader.read(path).notes.map(\.subject).contains(.assumedEncoding))
    }

    @Test func `an unknown encoding is noted and read as Windows-1252`() throws {
        try ShapefileFixture.write(.polygon, [.init([square(0, 4)], text: [0xF6])], to: path)
        _ = try temporary.write("KLINGON-1", to: "wards.cpg")
        let read = try FeatureReader.read(path)
        #expect(read.features[0].value(at: 0) == .string("ö"))
        #expect(read.notes.map(\.subject).contains(.unknownEncoding))
    }

    @Test func `a missing part is named, and a missing table leaves shapes without properties`() throws {
        try ShapefileFixture.write(.polygon, [.init([square(0, 4)])], to: path)
        try FileManager.default.removeItem(atPath: temporary("wards.dbf"))
        let read = try FeatureReader.read(path)
        #expect(read.fields == [])
        #expect(read.notes.map(\.subject).contains(.noAttributeTable))
        try FileManager.default.removeItem(atPath: temporary("wards.shx"))
        #expect(throws: FeatureFileError(path: path, reason: .missingPart(".shx"))) {
            try FeatureReader.read(path)
        }
    }

    @Test func `a file cut anywhere is refused or read in part, never a crash`() throws {
        try ShapefileFixture.write(
            .polygon,
            (0..<4).map { .init([square(Double($0), Double($0) + 0.5)], text: Array("\($0)".utf8)) },
            to: path)
        let whole = try ["shp", "shx", "dbf"].map {
            try Data(contentsOf: URL(filePath: temporary("wards.\($0)")))
        }
        for (part, ending) in ["shp", "shx", "dbf"].enumerated() {
            for length in stride(from: 0, to: whole[part].count, by: 7) {
                try whole[part].prefix(length).write(to: URL(filePath: temporary("wards.\(ending)")))
                do throws(FeatureFileError) {
                    let read = try FeatureReader.read(path)
                    #expect(read.features.count <= 4)
                } catch {
                    #expect(!error.description.isEmpty)
                }
            }
            try whole[part].write(to: URL(filePath: temporary("wards.\(ending)")))
        }
        #expect(try FeatureReader.read(path).features.map { $0.value(at: 0).text } == ["0", "1", "2", "3"])
    }

    @Test func `upper-case endings are found`() throws {
        try ShapefileFixture.write(.polygon, [.init([square(0, 4)], text: Array("One".utf8))], to: path)
        for ending in ["shp", "shx", "dbf"] {
            try FileManager.default.moveItem(
                atPath: temporary("wards.\(ending)"), toPath: temporary("WARDS.\(ending.uppercased())"))
        }
        #expect(try FeatureReader.read(temporary("WARDS.SHP")).features[0].value(at: 0) == .string("One"))
    }
}
