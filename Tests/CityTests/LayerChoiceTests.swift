import City
import Foundation
import Testing
import Wording

/// Which layer is meant.
struct LayerChoiceTests {
    private func city(layers: String...) throws -> CityFile {
        let path = try folder().appending(path: "city.yaml").path
        let text = layers.map { "  - {name: \($0), editions: [{file: a.geojson, code: code}]}\n" }.joined()
        return try CityFile.parse(
            "name: X\ntimezone: America/New_York\n" + (text.isEmpty ? "" : "layers:\n" + text), path: path)
    }

    private func error(_ city: CityFile, named name: String?) -> LayerChoiceError? {
        #expect(throws: LayerChoiceError.self) { try city.layer(namedOrOnly: name) }
    }

    @Test func `another name would do where there are layers, and without any the city file is to be mended`()
        throws
    {
        let two = try city(layers: "zone", "ward")
        #expect(error(two, named: "wrd")?.isUsage == true)
        #expect(error(two, named: nil)?.description == "name the layer: zone or ward")
        #expect(error(two, named: nil)?.isUsage == true)
        #expect(try city(layers: "zone").layer(namedOrOnly: nil).name == "zone")
        let none = try city()
        #expect(error(none, named: nil)?.isUsage == false)
        #expect(error(none, named: "zone")?.isUsage == false)
    }
}
