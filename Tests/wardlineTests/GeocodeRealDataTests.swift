import Foundation
import Testing

/// How near Baltimore's addresses come to the positions that its CRM records; skipped where the extracts are missing.
@Suite(
    .enabled(
        if: Wardline.realData != nil, "The real data are not there: name their folder in WARDLINE_REAL_DATA.")
)
struct GeocodeRealDataTests {
    private let data = Wardline.realData ?? ""

    @Test func `of Baltimore's numbered addresses 19 in 20 are placed in their range, half within 13 m`()
        throws
    {
        let rows = try placed(of: 2_000)
        let numbered = rows.filter { $0.address.first?.isNumber == true }
        let inRange = numbered.filter { $0.precision == "range" }
        #expect(numbered.count > 1_500)
        #expect(
            Double(inRange.count) >= 0.95 * Double(numbered.count), "\(inRange.count) of \(numbered.count)")
        let errors = inRange.compactMap(\.error).sorted()
        #expect(errors[errors.count / 2] <= 13, "\(errors[errors.count / 2])")
        #expect(errors[errors.count * 9 / 10] <= 42, "\(errors[errors.count * 9 / 10])")
        let within = inRange.count { ($0.error ?? 0) <= $0.uncertainty }
        #expect(Double(within) >= 0.93 * Double(inRange.count), "\(within) of \(inRange.count)")
    }

    @Test func `of Baltimore's named crossings 97 in 100 are found, 95 in 100 of those placed within 15 m`()
        throws
    {
        let path = "\(data)/baltimore/named_intersections.csv"
        let named = try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)
            .dropFirst().map { Array(fields($0).dropFirst()) }.filter { $0[0].contains(" & ") }
        #expect(named.count == 10_579)
        let rows = try placed(named)
        let found = rows.filter { $0.precision == "intersection" }
        #expect(Double(found.count) >= 0.97 * Double(rows.count), "\(found.count) of \(rows.count)")
        // A crossing of two carriageways is in the file once for each: the nearest one counts. A tie has no position.
        let places = Dictionary(grouping: found.filter { $0.status == "match" }, by: \.address).values
        let errors = places.flatMap { rows in rows.map { _ in rows.compactMap(\.error).min() ?? .infinity } }
        let near = errors.count { $0 <= 15 }
        #expect(Double(near) >= 0.95 * Double(errors.count), "\(near) of \(errors.count)")
    }

    /// Points only, half of them missing, without towns and ZIP codes, made of the addresses of Washington's requests.
    @Test
    func
        `over a reference with half of the addresses no match is far off without a fault or a radius that holds it`()
        throws
    {
        let text = try String(
            contentsOfFile: "\(data)/washington-dc/dc_311_combined.csv", encoding: .utf8)
        let lines = text.split(whereSeparator: \.isNewline).map { fields($0) }
        let columns = try ["STREETADDRESS", "LONGITUDE", "LATITUDE"].map { name in
            try #require(lines[0].firstIndex(of: name))
        }
        var known: [String: [String]] = [:]
        for line in lines.dropFirst() where line.count == lines[0].count {
            let record = columns.map { line[$0] }
            if !record.contains("") { known[record[0]] = record }
        }
        let records = known.sorted { $0.key < $1.key }.map(\.value)
        let isHouse = { (address: String) in
            let number = address.prefix { $0 != " " }
            return !number.isEmpty && number.allSatisfy(\.isNumber) && !address.contains(" - ")
        }
        let points = records.enumerated().filter { $0.offset % 2 == 0 && isHouse($0.element[0]) }.map {
            let parts = $0.element[0].split(separator: " ", maxSplits: 1)
            return "\($0.element[1]),\($0.element[2]),\(parts[0]),\(parts[1])"
        }
        #expect(points.count > 5_000)
        let folder = try Wardline.scratchFolder()
        try Data(("LON,LAT,NUMBER,STREET\n" + points.joined(separator: "\n") + "\n").utf8)
            .write(to: folder.appending(path: "points.csv"))
        let city = folder.appending(path: "city.yaml").path
        try Data(
            "name: Washington\ntimezone: America/New_York\nreference:\n  addresses: {file: points.csv}\n".utf8
        ).write(to: URL(filePath: city))
        let asked = records.enumerated().filter { $0.offset % 5 == 1 }.map {
            ["\($0.element[0]), Washington, DC", $0.element[1], $0.element[2]]
        }
        let matches = try placed(asked, city: city).filter { $0.status == "match" }
        let lost = matches.filter { match in
            let error = match.error ?? 0
            return error > 500 && error > match.uncertainty && match.faults.isEmpty
        }
        #expect(matches.count > 2_000)
        #expect(Double(lost.count) <= 0.002 * Double(matches.count), "\(lost.count) of \(matches.count)")
        // A quadrant that is written is never made a part of the town, to match the street of another.
        #expect(
            matches.count {
                $0.faults.contains("second_reading") && $0.faults.contains("directional_missing")
            } == 0)
    }

    private struct Row {
        let faults: String
        let address: String
        let status: String
        let precision: String
        let uncertainty: Double
        /// Metres to the recorded position, where there is a usable one.
        let error: Double?
    }

    /// Places the addresses of the first requests.
    private func placed(of count: Int) throws -> [Row] {
        let text = try String(
            contentsOfFile: "\(data)/baltimore/baltimore_311_sample_10000.csv", encoding: .utf8)
        let lines = text.split(whereSeparator: \.isNewline).prefix(count + 1).map { fields($0) }
        let header = lines[0].map { $0.trimmingCharacters(in: .whitespaces) }
        let wanted = try ["Address", "Longitude", "Latitude"].map { name in
            try #require(header.firstIndex { $0.hasSuffix(name) })
        }
        return try placed(
            lines.dropFirst().filter { $0.count == header.count }.map { line in wanted.map { line[$0] } })
    }

    /// Places addresses, each given with the longitude and latitude to compare with.
    private func placed(_ records: [[String]]) throws -> [Row] {
        let city = try Wardline.city(
            assigned: "CouncilDistrict",
            editions: ["file: \(data)/baltimore/council_districts_4326.geojson, code: id"],
            columns: .profile("baltimore"),
            streets: "file: \(data)/baltimore/baltimore_street_centerlines.geojson, profile: baltimore")
        return try placed(records, city: city)
    }

    private func placed(_ records: [[String]], city: String) throws -> [Row] {
        let input = records.map { "\"\($0[0])\",\($0[1]),\($0[2])" }
        let outcome = try Wardline.run(
            "geocode", "-", "--city", city, "-o", "-",
            input: "Address,Longitude,Latitude\n" + input.joined(separator: "\n") + "\n")
        #expect(outcome.status == 0, "\(outcome.errors)")
        return outcome.output.split(separator: "\n").dropFirst().map { row($0) }
    }

    private func row(_ line: Substring) -> Row {
        let fields = fields(line)
        let numbers = fields.map { Double($0) }
        var error: Double?
        if let x = numbers[1], let y = numbers[2], let lon = numbers[4], let lat = numbers[5], y != 39, x != 0
        {
            let dx = (lon - x) * 111_320 * cos(y * .pi / 180)
            error = (dx * dx + (lat - y) * (lat - y) * 111_050 * 111_050).squareRoot()
        }
        return Row(
            faults: fields[10], address: fields[0], status: fields[3], precision: fields[6],
            uncertainty: numbers[9] ?? 0,
            error: error)
    }

    /// Splits a record of CSV; quoted fields hold no line breaks here.
    private func fields(_ line: Substring) -> [String] {
        var fields = [""]
        var isQuoted = false
        for character in line {
            if character == "\"" {
                isQuoted.toggle()
            } else if character == ",", !isQuoted {
                fields.append("")
            } else {
                fields[fields.count - 1].append(character)
            }
        }
        return fields
    }
}
