import City
import TestSupport
import Testing

@testable import CityDrafting

/// Esri's answers, which name the reference system of their positions.
struct OlderDegreesTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private func requests(system: Int) throws -> CityFile.RequestSettings {
        let features = (0..<40).map { row in
            let plain = GeneratedCity.plain(row)
            let place = GeneratedCity.position(row)
            return """
                {"attributes":{"id":"\(plain[0])","category":"\(plain[1])","status":"\(plain[2])","opened":"\(plain[3])",\
                "closed":"\(plain[4])"},"geometry":{"x":\(place.longitude),"y":\(place.latitude)}}
                """
        }
        let path = try folder.write(
            """
            {"geometryType":"esriGeometryPoint","spatialReference":{"wkid":\(system)},"features":[\
            \(features.joined(separator: ","))]}
            """, to: "answer.json")
        let sources = CityDraftSources(requests: path, cityFile: folder("city.yaml"))
        let draft = try CityDrafter(sources, jobs: 1).draft()
        return try CityFile.parse(draft.text, path: folder("city.yaml")).requests
    }

    @Test func `degrees of an older datum are x and y of the system that the answer names`() throws {
        let older = try requests(system: 4267)
        #expect(older.referenceSystem == "EPSG:4267")
        #expect(older.columns["x"] == "x" && older.columns["y"] == "y")
        #expect(older.columns["longitude"] == nil)
        let today = try requests(system: 4326)
        #expect(today.referenceSystem == nil)
        #expect(today.columns["longitude"] == "x" && today.columns["latitude"] == "y")
    }
}
