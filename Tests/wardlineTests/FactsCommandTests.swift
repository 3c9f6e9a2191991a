import Foundation
import TestSupport
import Testing

/// Parts of a file that are judged by facts of all of it.
struct FactsCommandTests {
    private let city: SplitCity

    init() throws { city = try SplitCity() }

    private func facts(_ requests: [String]? = nil) throws -> String {
        let path = city.path("facts.json")
        let made = try Wardline.run(
            ["facts"] + (requests ?? [city.requests]) + ["--city", city.cityFile, "-o", path])
        try #require(made.status == 0, "\(made.errors)")
        return path
    }

    private func audit(_ text: String, _ options: String...) throws -> [String] {
        try city.audit(text, options)
    }

    @Test
    func
        `seven parts cut anywhere have the findings of the whole, each kind of which a part alone would miss`()
        throws
    {
        let whole = try audit(city.text)
        let facts = try facts()
        var generator = SeededNumbers(7)
        let parts = city.parts(7, by: &generator)
        var known = [whole[0]]
        var alone = [whole[0]]
        for part in parts {
            let place = ["--first-line", "\(part.line)"]
            let columns = part.line > 1 ? ["--no-header"] : []
            known += try city.audit(part.text, ["--facts", facts] + columns + place).dropFirst()
            alone += try city.audit(part.text, ["--header-from", city.requests] + place).dropFirst()
        }
        #expect(known == whole)
        // What others tell of a request: the test would see it where facts were not used.
        let missed = Set(whole).subtracting(alone)
        for kind in ["placeholder_position", "stale_edition", "requests of its block"] {
            #expect(missed.contains { $0.contains(kind) }, "\(kind)")
        }
        let doubles = Dictionary(grouping: alone.dropFirst()) { $0.prefix { $0 != "," } }
        #expect(doubles.contains { $0.value.count > 2 })
    }

    @Test func `files of half years that overlap have the findings of all of them together`() throws {
        let (header, rows) = city.rows
        let halves = Dictionary(grouping: rows) { row -> String in
            let day = row.split(separator: ",", omittingEmptySubsequences: false)[5]
            let parts = day.prefix(10).split(separator: "/")
            return "\(parts[2])-\(parts[1] < "07" ? 1 : 2)"
        }
        // Each file ends with some requests of the one before, as they are since.
        var files: [String] = []
        var earlier: [String] = []
        for key in halves.keys.sorted() {
            let own = (halves[key] ?? []).map(String.init)
            let again = earlier.enumerated().filter { $0.offset % 40 == 0 }.map { offset, row in
                offset % 80 == 0 ? row : row.replacing(",Open,", with: ",Closed,")
            }
            let path = city.path("half-\(key).csv")
            try (([header] + own + again).joined(separator: "\n") + "\n")
                .write(toFile: path, atomically: true, encoding: .utf8)
            files.append(path)
            earlier = own
        }
        let facts = try facts(files)
        let texts = try files.map { try String(contentsOfFile: $0, encoding: .utf8) }
        let together = texts.map { $0.drop { $0 != "\n" }.dropFirst() }.joined()
        let whole = try audit(header + "\n" + together)
        var known = [whole[0]]
        for file in files {
            let out = try Wardline.run(
                "audit", file, "--city", city.cityFile, "--facts", facts, "--all", "-o", "-")
            #expect(out.status == 0, "\(out.errors)")
            known += out.output.split(separator: "\n").dropFirst().map(String.init)
        }
        #expect(known == whole)
    }

    @Test func `a single request has with facts the finding that it has within the whole`() throws {
        let whole = try audit(city.text)
        let facts = try facts()
        let (_, rows) = city.rows
        var generator = SeededNumbers(11)
        for _ in 0..<LongTests.rounds(300, usually: 12) {
            let index = Int.random(in: 0..<rows.count, using: &generator)
            let id = rows[index].prefix { $0 != "," }
            let alone = try audit(
                "\(rows[index])\n", "--facts", facts, "--no-header", "--first-line", "\(index + 2)")
            // A row that another one supersedes is no request.
            let expected = whole.filter { $0.hasPrefix("\(id),") }
            #expect(alone.count == 1 || Array(alone.dropFirst()) == expected, "line \(index + 2)")
        }
    }

    @Test(.enabled(if: Wardline.realData != nil, "WARDLINE_REAL_DATA or ../shared/data is missing"))
    func `parts and single requests of Baltimore have the findings of the whole`() throws {
        let data = try #require(Wardline.realData)
        let path = data + "/baltimore/baltimore_311_sample_10000.csv"
        let cityFile = city.path("baltimore.yaml")
        try """
        name: Baltimore
        timezone: America/New_York
        requests: {profile: baltimore}
        layers:
          - name: district
            title: Council district
            assigned: CouncilDistrict
            editions: [{file: \(data)/baltimore/council_districts_4326.geojson, code: id}]
        """.write(toFile: cityFile, atomically: true, encoding: .utf8)
        let baltimore = SplitCity(requests: path, cityFile: cityFile, folder: city.folder)
        let whole = try baltimore.audit(baltimore.text, [])
        let facts = city.path("baltimore.json")
        let made = try Wardline.run("facts", path, "--city", cityFile, "-o", facts)
        try #require(made.status == 0, "\(made.errors)")
        var generator = SeededNumbers(3)
        var known = [whole[0]]
        for part in baltimore.parts(5, by: &generator) {
            known += try baltimore.audit(
                part.text,
                ["--facts", facts, "--first-line", "\(part.line)"] + (part.line > 1 ? ["--no-header"] : [])
            ).dropFirst()
        }
        #expect(known == whole)
    }

    @Test func `facts of another city, another version or half a file are refused with words`() throws {
        let facts = try facts()
        let text = try String(contentsOfFile: facts, encoding: .utf8)
        func refusal(_ text: String) throws -> String {
            let path = city.path("bad.json")
            try text.write(toFile: path, atomically: true, encoding: .utf8)
            let out = try Wardline.run("audit", city.requests, "--facts", path)
            #expect(out.status == 1)
            return out.errors
        }
        #expect(
            try refusal(text.replacing("\"city\":\"Fairhaven\"", with: "\"city\":\"Elsewhere\""))
                .contains("has facts of Elsewhere, and the city file is of Fairhaven"))
        #expect(
            try refusal(text.replacing("\"version\":1", with: "\"version\":9"))
                .contains("has facts of version 9, and this wardline knows version 1"))
        #expect(try refusal(String(text.prefix(text.count / 2))).contains("is no whole file of facts"))
        #expect(try refusal("").contains("is no whole file of facts"))
        #expect(try refusal("{\"version\":1}").contains("there is no "))
        let missing = try Wardline.run("audit", city.requests, "--facts", city.path("none.json"))
        #expect(missing.status == 1 && missing.errors.contains("there is no such file"))
        for wrong in [["--no-header"], ["--first-line", "0"], ["--facts", facts, "-o", facts]] {
            #expect(try Wardline.run(["audit", city.requests] + wrong).status == 64, "\(wrong)")
        }
    }

    @Test func `a value that no facts have is an error that names it`() throws {
        // A few requests will do.
        let rows = try String(contentsOfFile: city.requests, encoding: .utf8).split(separator: "\n")
        let part = city.path("part.csv")
        try Data((rows.prefix(500).joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: part))
        let facts = try facts([part])
        let whole = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: facts)))
        let values = try #require(whole as? [String: Any])
        func outcome(_ changes: [String: Any]) throws -> Wardline.Outcome {
            let path = city.path("changed.json")
            let changed = values.merging(changes) { $1 }
            try JSONSerialization.data(withJSONObject: changed).write(to: URL(filePath: path))
            return try Wardline.run("audit", part, "--city", city.cityFile, "--facts", path)
        }
        let point: [String: Any] = ["longitude": -70, "latitude": 41, "requests": 30, "streets": 12]
        let witness: [String: Any] = [
            "layer": "zone", "edition": "x", "block": "0000000000000001", "area": "1", "requests": 1,
            "addresses": [],
            "places": [],
        ]
        let places = try #require(values["places"] as? [String: Any])
        let middle = ["longitude": -70.0, "latitude": 91]
        let catchAll: [String: Any] = ["longitude": -70, "latitude": 41, "categories": [0, 1_000_000]]
        let writing: [String: Any] = ["delimiter": ",", "quote": "\"", "line_end": "line_feed"]
        let faults: [(String, [String: Any])] = [
            ("default_points[0].latitude", ["default_points": [point.merging(["latitude": 1e300]) { $1 }]]),
            ("default_points[0].longitude", ["default_points": [point.merging(["longitude": -181]) { $1 }]]),
            ("default_points[0].requests", ["default_points": [point.merging(["requests": -1]) { $1 }]]),
            ("places.middle.latitude", ["places": places.merging(["middle": middle]) { $1 }]),
            (
                "places.catch_alls[0].categories",
                ["places": places.merging(["catch_alls": [catchAll]]) { $1 }]
            ),
            ("position_errors[0].radius_m", ["position_errors": [["pairs": 300, "radius_m": -5]]]),
            ("position_errors[0].radius_m", ["position_errors": [["pairs": 300, "radius_m": 1e9]]]),
            ("witnesses[0].layer", ["witnesses": [witness.merging(["layer": "ward"]) { $1 }]]),
            ("witnesses[0].places", ["witnesses": [witness.merging(["places": [1]]) { $1 }]]),
            ("dialect.delimiter", ["dialect": writing.merging(["delimiter": "\n"]) { $1 }]),
            ("dialect.quote", ["dialect": writing.merging(["quote": ","]) { $1 }]),
            ("dialect.line_end", ["dialect": writing.merging(["line_end": "page"]) { $1 }]),
            ("dates.order", ["dates": ["order": "month/month/year", "form": [:], "certain": true]]),
            ("days.last", ["days": ["first": "2024-01-01", "last": "2024-13-01"]]),
            ("days.last", ["days": ["first": "2024-01-01", "last": "2023-12-01"]]),
            ("rows", ["rows": -7]),
        ]
        for (field, change) in faults {
            let out = try outcome(change)
            #expect(out.status == 1 && out.errors.contains(": \(field) "), "\(field): \(out.errors)")
        }
        // What may be meant is told.
        let older = try outcome(["wardline": "0.0.1"])
        #expect(
            older.status == 0 && older.errors.contains("warning: ") && older.errors.contains("wardline 0.0.1")
        )
        var columns = try #require(values["columns"] as? [String: Any])
        columns["header"] = (columns["header"] as? [String] ?? []) + ["extra"]
        let foreign = try outcome(["columns": columns])
        #expect(
            foreign.errors.contains("other columns") && foreign.errors.contains("extra"), "\(foreign.errors)")
        let same = try outcome([:])
        #expect(same.status == 0 && !same.errors.contains("warning"), "\(same.errors)")
        // One layer alone is judged by facts of all.
        let zone = try Wardline.run(
            "audit", part, "--city", city.cityFile, "--facts", facts, "--layer", "zone")
        #expect(zone.status == 0, "\(zone.errors)")
    }

    @Test func `a day is judged by the workspace that it went into, also before its facts are kept`() throws {
        let whole = try audit(city.text)
        let workspace = city.path("night.gpkg")
        for step in [["import", city.requests, "--into", workspace], ["changes", workspace]] {
            let out = try Wardline.run(step + ["--city", city.cityFile])
            try #require(out.status == 0, "\(out.errors)")
        }
        // The day's file as it came: its requests once each.
        let (header, rows) = city.rows
        let ids = rows.suffix(700).prefix(300).map { $0.prefix { $0 != "," } }
        let repeated = Dictionary(grouping: rows) { $0.prefix { $0 != "," } }
        let day = ids.filter { repeated[$0]?.count == 1 }.compactMap { repeated[$0]?[0] }
        let text = header + "\n" + day.joined(separator: "\n") + "\n"
        let asked = Set(day.map { $0.prefix { $0 != "," } })
        let expected = whole.filter { $0 == whole[0] || asked.contains($0.prefix { $0 != "," }) }
        #expect(try audit(text, "--facts", workspace) == expected)
        let kept = try Wardline.run("audit", workspace, "--city", city.cityFile, "--keep")
        try #require(kept.status == 0, "\(kept.errors)")
        let bytes = try Data(contentsOf: URL(filePath: workspace))
        #expect(try audit(text, "--facts", workspace) == expected)
        #expect(try Wardline.run("audit", workspace, "--city", city.cityFile, "--keep").status == 0)
        #expect(try Data(contentsOf: URL(filePath: workspace)) == bytes)
        #expect(try audit(text) != expected)
    }

    @Test func `a part whose dates settle no order has that of the whole`() throws {
        let whole = try audit(city.text)
        let facts = try facts()
        // Of a row both numbers of each date may be the month.
        let (header, rows) = city.rows
        let row = try #require(
            rows.first { row in
                let dates = row.split(separator: ",", omittingEmptySubsequences: false)[5...7].filter {
                    !$0.isEmpty
                }
                return dates.count == 3
                    && dates.allSatisfy { $0.prefix(2) <= "12" && $0.prefix(2) != $0.dropFirst(3).prefix(2) }
            })
        let id = row.prefix { $0 != "," }
        let expected = [whole[0]] + whole.filter { $0.hasPrefix("\(id),") }
        #expect(try audit("\(header)\n\(row)\n", "--facts", facts) == expected)
        #expect(try audit("\(header)\n\(row)\n") != expected)
    }

    @Test func `rejects of a part name the lines of the file`() throws {
        let facts = try facts()
        let (_, rows) = city.rows
        let part = "\(rows[0])\nbroken,row\n\(rows[1])\n"
        let path = city.path("rejects.csv")
        _ = try audit(part, "--facts", facts, "--no-header", "--first-line", "2", "--rejects", path)
        let rejects = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        #expect(rejects.contains { $0.hasPrefix("3,,rejected,") })
    }

    @Test func `the same requests give the same facts, on any number of threads`() throws {
        let once = try String(contentsOfFile: facts(), encoding: .utf8)
        let again = try Wardline.run("facts", city.requests, "-o", "-", "--jobs", "1")
        #expect(again.output == once)
    }
}

/// The sample city without streets, with dates that start with the day, and requests that stand in it twice.
struct SplitCity {
    let folder: URL
    let requests: String
    let cityFile: String
    let text: String

    init(requests: String, cityFile: String, folder: URL) {
        self.folder = folder
        self.requests = requests
        self.cityFile = cityFile
        text = (try? String(contentsOfFile: requests, encoding: .utf8)) ?? ""
    }

    init() throws {
        let folder = try Wardline.scratchFolder()
        let sample = Wardline.package.appending(path: "SampleData")
        let own = folder.appending(path: "SampleData")
        try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: Wardline.package.appending(path: "Boundaries"), to: folder.appending(path: "Boundaries"))
        let city = try String(contentsOf: sample.appending(path: "city.yaml"), encoding: .utf8)
        let end = try #require(city.range(of: "\nreference:")).lowerBound
        try String(city[..<end] + "\n").write(
            to: own.appending(path: "city.yaml"), atomically: true, encoding: .utf8)
        let path = own.appending(path: "requests.csv").path
        try Self.requests.get().write(toFile: path, atomically: true, encoding: .utf8)
        self.init(requests: path, cityFile: own.appending(path: "city.yaml").path, folder: folder)
    }

    /// The sample with days first, and with some requests twice and in a later state; made once.
    private static let requests = Result {
        let sample = Wardline.package.appending(path: "SampleData/requests.csv")
        var lines = try String(contentsOf: sample, encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: true).map(dayFirst)
        var generator = SeededNumbers(5)
        for _ in 0..<150 {
            let line = lines[Int.random(in: 1..<lines.count, using: &generator)]
            lines.append(line)
            lines.append(line.replacing(",Open,", with: ",Closed,").replacing(",Web,", with: ",Phone,"))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Writes `2024-07-30 10:00:00` as `30/07/2024 10:00:00`.
    private static func dayFirst(_ line: Substring) -> String {
        line.split(separator: ",", omittingEmptySubsequences: false).map { field -> String in
            let parts = field.prefix(10).split(separator: "-")
            guard field.count == 19, parts.count == 3, parts[0].count == 4, Int(parts[0]) != nil else {
                return String(field)
            }
            return "\(parts[2])/\(parts[1])/\(parts[0])\(field.dropFirst(10))"
        }.joined(separator: ",")
    }

    func path(_ name: String) -> String { folder.appending(path: name).path }

    /// The header and the rows, none of which spans lines.
    var rows: (header: String, rows: [Substring]) {
        let lines = text.split(separator: "\n")
        return (String(lines[0]), Array(lines.dropFirst()))
    }

    /// Returns the lines of all findings of some requests.
    func audit(_ text: String, _ options: [String]) throws -> [String] {
        let out = try Wardline.run(
            ["audit", "-", "--city", cityFile, "--all", "-o", "-"] + options, input: text)
        try #require(out.status == 0, "\(out.errors)")
        return out.output.split(separator: "\n").map(String.init)
    }

    /// Cuts the file at the ends of records, and returns the parts with their first lines.
    func parts(_ count: Int, by generator: inout SeededNumbers) -> [(line: Int, text: String)] {
        var isQuoted = false
        var records: [String] = [""]
        for character in text {
            if character == "\"" { isQuoted.toggle() }
            records[records.count - 1].append(character)
            if character.isNewline, !isQuoted { records.append("") }
        }
        if records.last == "" { records.removeLast() }
        var cuts: Set<Int> = [0, records.count]
        while cuts.count < count + 1 { cuts.insert(Int.random(in: 2..<records.count, using: &generator)) }
        let sorted = cuts.sorted()
        var line = 1
        return zip(sorted, sorted.dropFirst()).map { first, end in
            let text = records[first..<end].joined()
            defer { line += text.count { $0.isNewline } }
            return (line, text)
        }
    }
}
