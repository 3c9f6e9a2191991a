import City
import Foundation
import Geometry
import Testing

/// A folder with two boundary files that a city file may name.
private func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "city-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in ["a.geojson", "b.geojson"] { try Data().write(to: folder.appending(path: name)) }
    return folder
}

private func message(of text: String) throws -> String {
    let path = try folder().appending(path: "city.yaml").path
    do throws(CityFileError) {
        _ = try CityFile.parse(text, path: path)
        return "no error"
    } catch {
        return error.description.replacing(path, with: "city.yaml")
    }
}

private let head = "name: X\ntimezone: America/New_York\n"

@Test func `a city file gives its layers, editions by date, aliases, quantities and categories`() throws {
    let path = try folder().appending(path: "city.yaml").path
    let city = try CityFile.parse(
        head + """
            requests:
              columns: {id: sr, longitude: lon}
              placeholders: [[-77, 39]]
            layers:
              - name: zone
                assigned: z
                aliases: {Downtown: "1"}
                uncertainty: 30 ft
                editions:
                  - {file: b.geojson, from: 2024-07-01}
                  - {file: a.geojson, code: zone}
            categories:
              Pothole: {radius: 30 m, minimum: 3, repair_life: 365 d}
              Wellness Check: {private: true}
            """, path: path)
    #expect(
        city.layers[0].editions.map { URL(filePath: $0.file).lastPathComponent } == [
            "a.geojson", "b.geojson",
        ])
    #expect(abs(city.layers[0].uncertainty - 9.144) < 1e-9)
    #expect(city.layers[0].aliases == ["Downtown": "1"])
    #expect(city.requests.placeholders.map(\.longitude) == [-77])
    #expect(city.categories["Pothole"]?.repairLife == 365)
    #expect(city.categories["Wellness Check"]?.privacy == .counted)
}

@Test(arguments: [
    (head + "layerz: []", "city.yaml line 3: unknown key “layerz”; did you mean layers?"),
    (
        head + "layers:\n  - {name: zone, asigned: z}",
        "city.yaml line 4: unknown key “asigned”; did you mean assigned?"
    ),
    ("name: X", "timezone: is missing"),
    ("timezone: America/New_Yrk", "did you mean America/New_York?"),
    (head + "layers:\n  - {name: zone, editions: [{file: c.geojson}]}", "there is no such file"),
    (head + "layers:\n  - {name: zone, editions: [{code: zone}]}", "file: is missing"),
    (head + "layers:\n  - {name: zone}", "layer zone has no edition"),
    (
        head + "layers:\n  - name: zone\n    editions: [{file: a.geojson}, {file: b.geojson}]",
        "a.geojson and b.geojson are both in force"
    ),
    (
        head + "layers:\n  - {name: zone, uncertainty: wide, editions: []}",
        "“wide” is no length; such as 10 m"
    ),
    ("name: [", "is not YAML"), ("", "holds no settings"),
])
func `a mistake in a city file is named with its line and what to do`(_ text: String, _ expected: String)
    throws
{
    let message = try message(of: text)
    #expect(message.contains(expected), "\(message)")
}

@Test func `a reference names its files, and the names that people use beside theirs`() throws {
    let text = """
        timezone: America/New_York
        reference:
          streets: {file: CityFileTests.swift, profile: tiger, offset: 30 ft, columns: {name: road}}
          aliases: {MLK Blvd: Martin Luther King Jr Blvd}
          towns: [Baltimore]
          town_aliases: {BC: Baltimore}
        """
    let city = try CityFile.parse(text, path: #filePath)
    #expect(city.streets?.profile == "tiger")
    #expect(city.streets?.columns == ["name": "road"])
    #expect(try abs(#require(city.streets?.sideOffset) - 9.144) < 1e-9)
    #expect(city.names.streets == ["MLK Blvd": "Martin Luther King Jr Blvd"])
    #expect(city.names.ownTowns == ["Baltimore"])
    #expect(city.names.towns == ["BC": "Baltimore"])
    #expect(city.names.file == nil)
}

@Test func `water for maps is a file that has to be there`() throws {
    let path = try folder().appending(path: "city.yaml").path
    let city = try CityFile.parse(head + "map: {water: {file: a.geojson, layer: rivers}}\n", path: path)
    #expect(city.water?.file.hasSuffix("/a.geojson") == true)
    #expect(city.water?.layer == "rivers")
    let missing = try message(of: head + "map: {water: {file: sea.geojson}}\n")
    #expect(missing.contains("the map's water names sea.geojson, and there is no such file"), "\(missing)")
    #expect(try message(of: head + "map: {wter: {file: a.geojson}}\n").contains("did you mean water"))
}
