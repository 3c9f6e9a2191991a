import Geometry
import GeometryEngine
import Testing

struct ReferenceSystemCatalogTests {
    private let baltimore = Box<Coordinate>(minX: -76.71, minY: 39.2, maxX: -76.53, maxY: 39.37)

    @Test func `a city's usual systems hold Web Mercator, its state plane systems and its UTM zone`() throws {
        let codes = try CoordinateReferenceSystem.usual(covering: baltimore).map(\.code)
        #expect(codes.first == "EPSG:3857")
        for code in ["EPSG:26985", "EPSG:2248", "EPSG:26918", "EPSG:32618"] {
            #expect(codes.contains(code), "\(code) in \(codes)")
        }
        #expect(!codes.contains("EPSG:26986"), "Massachusetts lies elsewhere")
    }

    @Test func `systems for small areas come before those for large ones`() throws {
        let codes = CoordinateReferenceSystem.projected(covering: baltimore).map(\.code)
        let state = try #require(codes.firstIndex(of: "EPSG:26985"))
        let zone = try #require(codes.firstIndex(of: "EPSG:26918"))
        let world = try #require(codes.firstIndex(of: "EPSG:3857"))
        #expect(state < zone && zone < world)
    }

    @Test func `no system covers a region that reaches around the world but Web Mercator and its like`() {
        let world = Box<Coordinate>(minX: -179, minY: -80, maxX: 179, maxY: 80)
        let codes = CoordinateReferenceSystem.projected(covering: world).map(\.code)
        #expect(codes.contains("EPSG:3857"))
        #expect(!codes.contains("EPSG:26985"))
    }
}
