import GeometryEngine
import Testing

struct CoordinateReferenceSystemTests {
    @Test func `a reference system knows its unit, its code and its name`() throws {
        let feet = try CoordinateReferenceSystem("EPSG:2248")
        guard case .length(let metres) = feet.unit else {
            Issue.record("\(feet.unit) is no length")
            return
        }
        #expect(abs(metres - 1200.0 / 3937.0) < 1e-15)
        #expect(feet.code == "EPSG:2248")
        #expect(feet.name == "NAD83 / Maryland (ftUS)")
        #expect(!feet.isGeographic)
    }

    @Test(arguments: [
        "EPSG:4326", "urn:ogc:def:crs:OGC:1.3:CRS84", "+proj=longlat +datum=WGS84 +type=crs",
        // A height beside the degrees, as files from scanners have it.
        "EPSG:4326+5773",
    ])
    func `degrees are known by any name`(definition: String) throws {
        #expect(try CoordinateReferenceSystem(definition).isGeographic)
    }

    @Test(arguments: ["EPSG:999999", "", "WARD_ID", "EPSG:5773", "EPSG:4978"])
    func `what is no system of positions on a map is refused by name`(definition: String) {
        let error = #expect(throws: GeometryError.self) { try CoordinateReferenceSystem(definition) }
        #expect(error.map { "\($0)".contains("the reference system \(definition)") } == true)
    }
}
