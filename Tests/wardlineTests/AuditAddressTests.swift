import Foundation
import Testing

private struct Repair: Equatable {
    let key: String
    let to: String
    let confidence: String
}

private func repairs(_ options: String...) throws -> [Repair] {
    let path = try Wardline.scratchFolder().appending(path: "repairs.csv").path
    let outcome =
        options.isEmpty
        ? try Wardline.run("audit", "SampleData/requests.csv", "--repairs", path)
        : try Wardline.run("audit", "SampleData/requests.csv", "--repairs", path, options[0])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("certain repairs"))
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    #expect(
        lines.first
            == "request_id,layer,from,to,longitude,latitude,uncertainty_m,position_source,confidence,cause")
    return lines.dropFirst().map { line in
        let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        return Repair(key: "\(fields[0]) \(fields[1])", to: fields[3], confidence: fields[8])
    }
}

@Test func `every certain repair of the sample is the area that the truth expects`() throws {
    let truth = try String(
        contentsOf: Wardline.package.appending(path: "SampleData/truth.csv"), encoding: .utf8
    ).split(separator: "\n").dropFirst().map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let expected = Dictionary(uniqueKeysWithValues: truth.map { ("\($0[0]) \($0[1])", $0[6]) })
    let certain = try repairs()
    #expect(certain.count > 700)
    #expect(certain.allSatisfy { $0.confidence == "certain" })
    for repair in certain { #expect(expected[repair.key] == repair.to, "\(repair)") }
    let all = try repairs("--all-repairs")
    #expect(all.count > certain.count)
    #expect(all.filter { $0.confidence == "certain" } == certain)
}

@Test func `the summary tells a city manager what happened, whose it is and when`() throws {
    let outcome = try Wardline.run("audit", "SampleData/requests.csv")
    #expect(outcome.status == 0, "\(outcome.errors)")
    for words in [
        "went to the wrong collection zone:", "from the geocoding: 65 at a default point",
        "from another edition of the map", "From 2024-07 to 2024-08", "From 2024-09 to 2024-12",
        "of Missed Trash Pickup", "placed by their address", "more than 100 m off", "by channel",
        "taken for S Depot St",
    ] { #expect(outcome.output.contains(words), "\(words)") }
}

/// Writes the city file of a city with the sample's streets and zones.
///
/// - Parameter columns: Those of the requests beside the usual ones, as `field: column`.
private func writeCity(into folder: URL, columns: [String] = []) throws {
    let package = Wardline.package.path
    let known = [
        "id: id", "category: kind", "status: state", "opened: opened", "longitude: lon", "latitude: lat",
    ]
    let yaml = """
        timezone: America/New_York
        requests: {columns: {\((known + columns).joined(separator: ", "))}}
        reference: {streets: {file: \(package)/SampleData/streets.geojson, profile: tiger}}
        layers:
          - name: zone
            assigned: zone
            editions: [{file: \(package)/Boundaries/collection-zones-2024.geojson, code: zone}]
        """
    try Data(yaml.utf8).write(to: folder.appending(path: "city.yaml"))
}

@Test func `requests without a column of addresses are audited by a city that has streets`() throws {
    let folder = try Wardline.scratchFolder()
    try Data(
        "id,kind,state,opened,lon,lat,zone\na,Pothole,Open,2024-08-01 10:00:00,-70.8570,41.6095,1\n".utf8
    ).write(to: folder.appending(path: "requests.csv"))
    try writeCity(into: folder)
    let outcome = try Wardline.run("audit", folder.appending(path: "requests.csv").path, "-o", "-")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("a,zone,1,10,misrouted,unexplained"))
}

@Test func `addresses that are written as in other countries are counted and told`() throws {
    let folder = try Wardline.scratchFolder()
    let addresses = ["Hauptstr. 12", "Calle 45 # 13-22"] + (0..<58).map { "\(2 * $0 + 100) S Main St" }
    let rows = addresses.enumerated().map {
        "r\($0.offset),Pothole,Open,2024-08-01 10:00:00,-70.8570,41.6095,1,\($0.element)"
    }
    try Data(
        (["id,kind,state,opened,lon,lat,zone,address"] + rows).joined(separator: "\n").appending("\n").utf8
    ).write(to: folder.appending(path: "requests.csv"))
    try writeCity(into: folder, columns: ["address: address"])
    let outcome = try Wardline.succeed(["audit", folder.appending(path: "requests.csv").path])
    #expect(
        outcome.output.contains(
            "Of 60 addresses 2 are not read, since they are written as in other countries"),
        "\(outcome.output)")
}
