import Foundation
import Geocoding
import ServiceRequests
import Testing

@testable import City

/// A city file that has every key, with its example, and the files that it names.
enum CityExample {
    static let files = [
        "a.geojson", "b.geojson", "zones-2024.geojson", "streets.geojson", "addresses.csv", "aliases.csv",
        "water.geojson", "logo.png",
    ]
    static let text = CityReference.example()
}

struct CityKeysTests {
    private let path: String

    init() throws { path = try folder().appending(path: "city.yaml").path }

    @Test func `the example of every key is read`() throws {
        _ = try CityFile.parse(CityExample.text, path: path)
    }

    /// A key of the table that the reader did not ask for would make no difference.
    @Test func `every key of the table makes a difference to what is read`() throws {
        let whole = try CityFile.parse(CityExample.text, path: path)
        let lines = CityExample.text.split(separator: "\n").map(String.init)
        var keys = 0
        for (index, line) in lines.enumerated() where !line.hasSuffix(":") {
            let key = line.drop { " -".contains($0) }.prefix { $0 != ":" }
            // A list keeps its first line's dash, with another key that stands there already.
            guard !line.contains("- "), key != "timezone" else { continue }
            keys += 1
            var others = lines
            others.remove(at: index)
            let text = others.joined(separator: "\n")
            let without = try? CityFile.parse(text, path: path)
            #expect(without.map(withoutLines) != withoutLines(whole), "\(line)")
        }
        #expect(keys > 90)
    }

    /// What the file says, whatever the lines on which it says it.
    private func withoutLines(_ city: CityFile) -> CityFile {
        var city = city
        for layer in city.layers.indices {
            for edition in city.layers[layer].editions.indices {
                city.layers[layer].editions[edition].line = 0
            }
            for entry in city.layers[layer].accepted.indices { city.layers[layer].accepted[entry].line = 0 }
        }
        for name in city.categories.names { city.categories[name]?.line = 0 }
        return city
    }

    @Test func `each key says what it means, and has a default or is required, and an example`() {
        for section in CityReference.sections(below: CityKeys.root) {
            #expect(Set(section.keys.map(\.name)).count == section.keys.count, "\(section.path)")
            for key in section.keys {
                #expect(key.meaning.hasSuffix("."), "\(section.path): \(key.name)")
                #expect(key.example.isEmpty == (key.form.section != nil), "\(section.path): \(key.name)")
            }
        }
    }

    @Test func `a key without a value is as if it were not there`() throws {
        let city = try CityFile.parse(
            "timezone: America/New_York\nfiscal_year: July\nname: null\n", path: path)
        #expect(city.fiscalYearMonth == 7 && city.name == "the city")
    }

    @Test func `the keys of columns are the fields that the readers know`() {
        let fields = RequestField.allCases.filter { $0 != .assigned }.map(\.rawValue)
        let keys = CityKeys.requestColumns.keys.map(\.name)
        #expect(Set(fields).subtracting(keys).isEmpty)
        #expect(Set(CityKeys.streetColumns.keys.map(\.name)) == Set(StreetColumn.allCases.map(\.rawValue)))
        #expect(
            Set(CityKeys.addressColumns.keys.map(\.name)) == Set(AddressPointColumn.allCases.map(\.rawValue)))
    }

    @Test func `the profiles are those that the readers know`() {
        #expect(CityKeys.requestProfiles == ColumnProfile.known.map(\.name))
        #expect(CityKeys.streetProfiles == StreetProfile.known.map(\.name))
        #expect(CityKeys.addressProfiles == AddressPointProfile.known.map(\.name))
    }

    @Test func `the manual's page of the city file is the one that the keys make`() throws {
        let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Docs/city-file.md")
        if ProcessInfo.processInfo.environment["WARDLINE_WRITE_DOCS"] != nil {
            try CityReference.page().write(to: page, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: page, encoding: .utf8) == CityReference.page(), "run make docs")
    }
}
