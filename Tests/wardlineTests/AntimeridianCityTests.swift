import Foundation
import Testing

/// The sample city moved along its parallel until the antimeridian runs through the middle of its streets, beside the same
/// city moved only as far as 160° east: all that is found has to be the same, moved.
struct AntimeridianCityTests {
    private static let across = try? MovedCity(to: 180)
    private static let elsewhere = try? MovedCity(to: 160)

    /// Runs a command in both cities and returns what it writes, the longitudes of the one as those of the other.
    private func both(_ arguments: String...) throws -> (across: [Substring], elsewhere: [Substring]) {
        let cities = (try #require(Self.across), try #require(Self.elsewhere))
        return (try cities.0.run(arguments), try cities.1.run(arguments))
    }

    /// Compares lines field by field, numbers with a slack for the seventh decimal of degrees.
    private func expectSame(_ one: [Substring], _ other: [Substring]) {
        #expect(one.count == other.count && one.count > 3)
        var different = 0
        for (line, otherLine) in zip(one, other) where line != otherLine {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            let others = otherLine.split(separator: ",", omittingEmptySubsequences: false)
            let isSame =
                fields.count == others.count
                && zip(fields, others).allSatisfy { field, other in
                    if field == other { return true }
                    guard let number = Double(field), let otherNumber = Double(other) else { return false }
                    let apart = abs(number - otherNumber)
                    return apart < 0.11 || abs(abs(number > 0 ? apart : 360 - apart) - 20) < 1e-5
                }
            if !isSame { different += 1 }
            #expect(isSame || different > 5, "\(line)\n\(otherLine)")
        }
        #expect(different == 0)
    }

    @Test func `a city on both sides of 180 degrees has the audit of the same city elsewhere`() throws {
        let findings = try both("audit", "SampleData/requests.csv", "-o", "-")
        expectSame(findings.across, findings.elsewhere)
    }

    @Test func `its hotspots are the same`() throws {
        for edition in ["internal", "public"] {
            let places = try both("hotspots", "SampleData/requests.csv", "--edition", edition, "-o", "-")
            expectSame(places.across, places.elsewhere)
        }
    }

    @Test func `its map has its streets and cases within the area`() throws {
        let city = try #require(Self.across)
        let outcome = try Wardline.shell(
            "wardline map SampleData/requests.csv --layer district --area 3 --as-of 2025-06-30 -o m.html"
                + " && wardline map SampleData/requests.csv --layer district --area 3 --as-of 2025-06-30 -o m.geojson",
            in: city.folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let text = try String(contentsOf: city.folder.appending(path: "m.geojson"), encoding: .utf8)
        let longitudes = text.matches(of: /\[(-?1[0-9]{2}\.[0-9]+),/).compactMap { Double($0.1) }
        #expect(longitudes.count > 20 && longitudes.allSatisfy { abs($0) > 179.9 && abs($0) <= 180 })
        // The area is cut at 180, as RFC 7946 asks.
        #expect(longitudes.contains { $0 < 0 } && longitudes.contains(180) && longitudes.contains(-180))
    }
}

/// The files of the sample city with other longitudes.
private struct MovedCity {
    let folder: URL
    private let move: Double

    init(to middle: Double) throws {
        folder = try Wardline.scratchFolder()
        move = middle + 70.86
        for name in ["Boundaries", "SampleData"] {
            try FileManager.default.createDirectory(
                at: folder.appending(path: name), withIntermediateDirectories: true)
        }
        let boundaries = try FileManager.default.contentsOfDirectory(
            atPath: Wardline.package.appending(path: "Boundaries").path)
        for name in boundaries.map({ "Boundaries/\($0)" }) + ["SampleData/streets.geojson"] {
            try write(moved(read(name), after: "["), name)
        }
        try write(
            moved(read("SampleData/addresses.csv"), after: "", atStart: true), "SampleData/addresses.csv")
        let requests = try read("SampleData/requests.csv").split(separator: "\n").prefix(3_000)
        try write(moved(requests.joined(separator: "\n") + "\n", after: ","), "SampleData/requests.csv")
        try write(read("SampleData/city.yaml"), "SampleData/city.yaml")
    }

    private func read(_ name: String) throws -> String {
        try String(contentsOf: Wardline.package.appending(path: name), encoding: .utf8)
    }

    private func write(_ text: String, _ name: String) throws {
        try Data(text.utf8).write(to: folder.appending(path: name))
    }

    /// Returns the text with each number of −70 or −71 degrees moved that stands after a sign.
    private func moved(_ text: String, after sign: String, atStart: Bool = false) -> String {
        var parts = text.components(separatedBy: (atStart ? "\n" : sign) + "-7")
        for index in parts.indices.dropFirst() {
            let digits = parts[index].prefix { $0.isNumber || $0 == "." }
            guard let number = Double("-7" + digits) else { continue }
            var longitude = number + move
            if longitude > 180 { longitude -= 360 }
            let decimals = digits.split(separator: ".").dropFirst().first?.count ?? 0
            parts[index] =
                String(format: "%.\(decimals)f", longitude) + parts[index].dropFirst(digits.count)
            parts[index] = (atStart ? "\n" : sign) + parts[index]
        }
        return parts.joined()
    }

    func run(_ arguments: [String]) throws -> [Substring] {
        let line = arguments.map { "'\($0)'" }.joined(separator: " ")
        let outcome = try Wardline.shell("wardline \(line)", in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return outcome.output.split(separator: "\n")
    }
}
