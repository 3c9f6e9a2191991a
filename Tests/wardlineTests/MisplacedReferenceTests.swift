import Foundation
import Testing

/// A city whose streets, addresses or requests lie elsewhere than its areas, as with exchanged axes or a sign that was lost.
struct MisplacedReferenceTests {
    private let folder: URL

    init() throws {
        folder = try Wardline.scratchFolder()
    }

    private func sample(_ name: String) throws -> [[String]] {
        try String(contentsOf: Wardline.package.appending(path: "SampleData/\(name)"), encoding: .utf8)
            .split(separator: "\n").filter { !$0.contains("\"") }.map {
                $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            }
    }

    private func write(_ rows: [[String]], as name: String) throws -> String {
        let file = folder.appending(path: name)
        try Data(rows.map { $0.joined(separator: ",") }.joined(separator: "\n").appending("\n").utf8)
            .write(to: file)
        return file.path
    }

    /// Writes the sample's city file with its own files elsewhere.
    private func city(addresses: String) throws -> String {
        let package = Wardline.package.path
        let text = try String(
            contentsOf: Wardline.package.appending(path: "SampleData/city.yaml"), encoding: .utf8
        ).replacingOccurrences(of: "../Boundaries", with: "\(package)/Boundaries")
            .replacingOccurrences(of: "file: streets", with: "file: \(package)/SampleData/streets")
            .replacingOccurrences(of: "file: addresses.csv", with: "file: \(addresses)")
        let file = folder.appending(path: "city.yaml")
        try Data(text.utf8).write(to: file)
        return file.path
    }

    private func swapped() throws -> String {
        let rows = try sample("addresses.csv")
        return try write(
            [rows[0]] + rows.dropFirst().map { [$0[1], $0[0]] + $0.dropFirst(2) }, as: "swapped.csv")
    }

    private static let told = "swapped.csv lies about "
    private static let reading = "its numbers would fit as latitude and longitude, swapped"

    // 190 right requests became uncertain, and 26 were placed 15,000 km away.
    @Test func `addresses with exchanged axes are told in each command, and place nothing`() throws {
        let requests = try write(Array(try sample("requests.csv").prefix(801)), as: "requests.csv")
        let city = try city(addresses: try swapped())
        let output = folder.appending(path: "f.csv").path
        let audit = try Wardline.run("audit", requests, "--city", city, "-o", output)
        #expect(audit.status == 0)
        #expect(audit.errors.contains(Self.told) && audit.errors.contains(Self.reading), "\(audit.errors)")
        #expect(audit.errors.contains("it is not used, so that nothing is placed by it"), "\(audit.errors)")
        let findings = try String(contentsOfFile: output, encoding: .utf8)
        #expect(!findings.contains("address_point"))
        let map = try Wardline.run(
            "map", requests, "--city", city, "--layer", "district", "--area", "1", "-o",
            folder.appending(path: "map.geojson").path)
        #expect(map.errors.contains(Self.told), "\(map.errors)")
        let placed = try Wardline.run("geocode", "--city", city, "874 Pine Cir")
        #expect(placed.errors.contains(Self.told), "\(placed.errors)")
        let drafted = try Wardline.run(
            "init", requests, "Boundaries/council-districts.geojson", "--addresses",
            folder.appending(path: "swapped.csv").path, "-o", folder.appending(path: "drafted.yaml").path)
        let text = drafted.output + drafted.errors
        #expect(text.contains(Self.told) && text.contains(Self.reading), "\(text)")
    }

    @Test func `addresses without their sign are told with the reading that fits`() throws {
        let rows = try sample("addresses.csv")
        let path = try write(
            [rows[0]] + rows.dropFirst().map { [String($0[0].dropFirst())] + $0.dropFirst() },
            as: "swapped.csv")
        let requests = try write(Array(try sample("requests.csv").prefix(301)), as: "requests.csv")
        let audit = try Wardline.run("audit", requests, "--city", try city(addresses: path))
        #expect(
            audit.errors.contains("its numbers would fit as degrees with the other sign of the longitude"),
            "\(audit.errors)")
    }

    @Test func `the sample's own reference raises no warning`() throws {
        let requests = try write(Array(try sample("requests.csv").prefix(101)), as: "requests.csv")
        let audit = try Wardline.run("audit", requests, "--city", "SampleData/city.yaml")
        #expect(!audit.errors.contains("lies about"), "\(audit.errors)")
    }

    // Each of the three maps was said to be 15,086 km off, and none was.
    @Test func `where all maps agree the requests' own axes are the likelier fault`() throws {
        let rows = try sample("requests.csv").prefix(801)
        let (longitude, latitude) = (
            try #require(rows[0].firstIndex(of: "lon")), try #require(rows[0].firstIndex(of: "lat"))
        )
        let exchanged = rows.enumerated().map { index, row in
            var row = row
            if index > 0 { row.swapAt(longitude, latitude) }
            return row
        }
        let requests = try write(exchanged, as: "requests.csv")
        let audit = try Wardline.run("audit", requests, "--city", "SampleData/city.yaml")
        #expect(
            audit.errors.contains("from all 3 maps, which lie together and with the streets and addresses"),
            "\(audit.errors)")
        #expect(audit.errors.contains("With longitude and latitude exchanged"), "\(audit.errors)")
        #expect(!audit.errors.contains("council-districts.geojson lies about"), "\(audit.errors)")
    }
}
