import Foundation
import TestSupport
import Testing

/// An audit of some requests of a file, compared with the last one and held to limits.
struct WeeklyAuditTests {
    private let folder: URL

    init() throws { folder = try Wardline.scratchFolder() }

    private func path(_ name: String) -> String { folder.appending(path: name).path }

    private func lines(_ name: String) throws -> [String] {
        try String(contentsOfFile: path(name), encoding: .utf8).split(separator: "\n").map(String.init)
    }

    private func audit(_ arguments: String...) throws -> Wardline.Outcome {
        try Wardline.run(["audit", "SampleData/requests.csv"] + arguments)
    }

    @Test func `what is chosen has the verdicts that it has among all, and is counted alone`() throws {
        #expect(try audit("--all", "-o", path("all.csv")).status == 0)
        let chosen = try audit(
            "--all", "-o", path("chosen.csv"), "--since", "2024-07-01", "--until", "2024-08-31", "--category",
            "missed trash pickup", "--where", "channel=Phone", "--where", "channel=App", "--status", "Closed")
        #expect(chosen.status == 0, "\(chosen.errors)")
        let file = Wardline.package.appending(path: "SampleData/requests.csv")
        let requests = SmallTable(try String(contentsOf: file, encoding: .utf8))
        func column(_ name: String) throws -> Int { try #require(requests.header.firstIndex(of: name)) }
        let (opened, category, channel) = (
            try column("created"), try column("sr_type"), try column("channel")
        )
        let status = try column("status")
        let ids = Set(
            requests.rows.filter { row in
                row[opened] >= "2024-07-01" && row[opened] < "2024-09-01"
                    && row[category] == "Missed Trash Pickup"
                    && ["Phone", "App"].contains(row[channel]) && row[status] == "Closed"
            }.map { $0[0] })
        #expect(ids.count > 20)
        let all = try lines("all.csv")
        let expected = [all[0]] + all.dropFirst().filter { ids.contains(String($0.prefix { $0 != "," })) }
        #expect(try lines("chosen.csv") == expected)
        #expect(
            chosen.output.contains("\(ids.count) requests judged: opened from 2024-07-01 to 2024-08-31, "))
        // Each layer's verdicts add up to the chosen requests.
        let totals = chosen.output.split(separator: "\n").filter { $0.hasPrefix("  all ") }
        #expect(totals.count == 2 && totals.allSatisfy { $0.hasSuffix(" \(ids.count)") })
    }

    @Test func `over a limit the exit is 2 and the outputs are written all the same`() throws {
        let over = try audit("-o", path("findings.csv"), "--fail-over", "misrouted=2%")
        #expect(over.status == 2)
        #expect(over.output.contains("Over the limit in zone: 390 misrouted, "))
        #expect(try lines("findings.csv").count > 900)
        #expect(
            try audit("--fail-over", "misrouted=5%", "--fail-over", "district:unlocatable=60").status == 0)
        #expect(try audit("--fail-over", "district:unlocatable=59").status == 2)
        for wrong in ["misrouted", "wrong=2%", "misrouted=200%", ":misrouted=1", "misrouted=-1"] {
            #expect(try audit("--fail-over", wrong).status == 64, "\(wrong)")
        }
    }

    @Test func `a limit of a layer that is not judged is an error of usage that names those that are`() throws
    {
        let cases: [(arguments: [String], words: String)] = [
            (["--fail-over", "zon:misrouted=1"], "did you mean zone? Layers that are: zone, district"),
            (
                ["--layer", "district", "--fail-over", "zone:misrouted=0"],
                "no layer zone is judged; did you mean district? Layers that are: district"
            ),
            (["--fail-over", "zone:misroutd=1"], "Verdicts are correct, misrouted, "),
        ]
        for (arguments, words) in cases {
            let outcome = try Wardline.run(
                ["audit", "SampleData/requests.csv", "-o", path("none.csv")] + arguments)
            #expect(outcome.status == 64 && outcome.output.isEmpty, "\(arguments)")
            #expect(outcome.errors.contains(words), "\(outcome.errors)")
            #expect(!FileManager.default.fileExists(atPath: path("none.csv")))
        }
        // A layer of the city file that nothing says the CRM's answer of.
        let sample = Wardline.package.appending(path: "SampleData").path
        let text = try String(contentsOfFile: "\(sample)/city.yaml", encoding: .utf8)
            .replacing("    assigned: assigned_zone\n", with: "")
            .replacing("../Boundaries", with: Wardline.package.appending(path: "Boundaries").path)
            .split(separator: "\n").prefix { $0 != "reference:" }.joined(separator: "\n")
        try Data(text.utf8).write(to: folder.appending(path: "city.yaml"))
        let left = try audit("--city", path("city.yaml"), "--fail-over", "zone:misrouted=0")
        #expect(left.status == 64, "\(left.errors)")
        #expect(left.errors.contains("the city file names no assigned: column for it"), "\(left.errors)")
    }

    @Test
    func `against the last findings it is told what is new, gone, still there and not among the requests`()
        throws
    {
        #expect(try audit("-o", path("last.csv")).status == 0)
        var last = try lines("last.csv")
        // One finding is new now, one of a routed request is gone, one is of a request that is not in the file.
        let new = last.remove(at: 1)
        let routed = "22-000001"
        #expect(!last.contains { $0.hasPrefix(routed) })
        for id in [routed, "99-1"] {
            last.append("\(id),zone,2,1,misrouted,zone_table" + String(repeating: ",", count: 10))
        }
        try Data((last.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: path("last.csv")))
        let outcome = try audit("--baseline", path("last.csv"), "--changes", path("changes.csv"))
        #expect(outcome.status == 0, "\(outcome.errors)")
        let changes = try lines("changes.csv")
        #expect(changes[0] == "request_id,layer,change,before,now,assigned,expected")
        #expect(
            changes.filter { $0.contains(",new,") }.map { $0.prefix { $0 != "," } } == [
                new.prefix { $0 != "," }
            ])
        #expect(changes.contains("\(routed),zone,gone,misrouted,correct,2,1"))
        #expect(changes.last == "99-1,zone,not_judged,misrouted,,2,1")
        #expect(changes.filter { $0.contains(",still_there,") }.count == last.count - 3)
        #expect(outcome.output.contains("Since last.csv"))
        let wrong = try audit("--baseline", "SampleData/requests.csv")
        #expect(wrong.status == 1 && wrong.errors.contains("no CSV file of findings"))
    }

    @Test func `earlier findings whose ids a spreadsheet wrote otherwise are still there`() throws {
        #expect(try audit("-o", path("last.csv")).status == 0)
        let last = try lines("last.csv")
        let saved = last.prefix(1) + last.dropFirst().map { "{" + $0.replacing(/^[^,]+/) { "\($0.output)}" } }
        try Data((saved.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: path("saved.csv")))
        let outcome = try audit("--baseline", path("saved.csv"), "--changes", path("changes.csv"))
        #expect(outcome.status == 0, "\(outcome.errors)")
        let changes = try lines("changes.csv").dropFirst()
        #expect(changes.count == last.count - 1)
        #expect(changes.allSatisfy { $0.contains(",still_there,") && !$0.hasPrefix("{") })
        #expect(outcome.output.contains("ids of saved.csv stand here in another spelling"))
    }

    @Test func `rows of a baseline that are no findings are counted, with the first line and why`() throws {
        #expect(try audit("-o", path("last.csv")).status == 0)
        var last = try lines("last.csv")
        let doubled = last[4]
        let key = doubled.split(separator: ",").prefix(2).joined(separator: " in ")
        last[2] = "22-000002,dis"
        last += [",zone,2,1,misrouted,", "Q1,zone,2,1,misrooted,", "Q1,beat,2,1,misrouted,", doubled]
        try Data((last.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: path("last.csv")))
        let outcome = try audit("--baseline", path("last.csv"), "--summary", path("sums.json"))
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(
            outcome.output.contains(
                "3 rows of it are no findings and left out, the first on line 3: 2 fields, fewer than the header has;"
            ),
            "\(outcome.output.suffix(900))")
        #expect(outcome.output.contains("which counts, the first on line \(last.count): \(key)"))
        #expect(
            outcome.output.contains(
                "1 row of it is of a layer that is not judged now, and not compared: beat"))
        let sums = try String(contentsOfFile: path("sums.json"), encoding: .utf8)
        for count in ["unread\":3", "repeated\":1", "of_other_layers\":1"] {
            #expect(sums.contains("\"baseline.\(count)"), "\(count)")
        }
        try Data("request_id,layer,assigned,expected,verdict\na,b,c,d,e\nf\n".utf8).write(
            to: URL(filePath: path("other.csv")))
        let other = try audit("--baseline", path("other.csv"), "-o", path("none.csv"))
        #expect(other.status == 1 && other.errors.contains("none of 2 rows is a finding"), "\(other.errors)")
        #expect(!FileManager.default.fileExists(atPath: path("none.csv")))
    }

    @Test func `a week without requests is no failure and says so`() throws {
        let header = try #require(
            try String(
                contentsOf: Wardline.package.appending(path: "SampleData/requests.csv"), encoding: .utf8
            )
            .split(separator: "\n").first)
        let empty = path("empty.csv")
        try Data((header + "\n").utf8).write(to: URL(filePath: empty))
        let outcome = try Wardline.run(
            "audit", empty, "--city", "SampleData/city.yaml", "-o", path("none.csv"), "--fail-over",
            "misrouted=0%")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("No request to judge: empty.csv has a header and no rows"))
        #expect(try lines("none.csv").count == 1)
        let week = try audit("--since", "2031-01-01", "--fail-over", "misrouted=0%")
        #expect(week.status == 0)
        #expect(week.output.contains("0 requests judged: opened from 2031-01-01; there is none"))
        let misspelled = try audit("--category", "Potole")
        #expect(misspelled.status == 0 && misspelled.errors.contains("the nearest is “Pothole”"))
        // Texts of columns are asked for as they are written; those of people are not named.
        let lower = try audit("--where", "status=closed")
        #expect(
            lower.status == 0
                && lower.errors.contains(
                    "--where status=closed: no request has it, letter for letter; the nearest is “Closed”"),
            "\(lower.errors)")
        #expect(try !audit("--where", "status=Closed").errors.contains("no request has it"))
        let person = try audit("--where", "address=12 Nowhere")
        #expect(
            person.errors.contains("no request has it") && !person.errors.contains("nearest"),
            "\(person.errors)")
    }

    @Test(arguments: [
        "audit FILE -o FOLDER/o.csv", "facts FILE -o FOLDER/o.json", "hotspots FILE -o FOLDER/o.csv",
        "hotspots FILE --edition public -o FOLDER/o.geojson", "report FILE --layer district -o FOLDER/o.csv",
        "report FILE --layer district --by month -o FOLDER/o.html", "closures FILE -o FOLDER/o.csv",
        "closures FILE -o FOLDER/o.pdf", "map FILE --layer district --area 7 -o FOLDER/o.html",
        "map FILE --layer district --area 7 -o FOLDER/o.geojson", "import FILE --into FOLDER/o.gpkg",
        "locate FILE -o FOLDER/o.csv",
    ])
    func `an export with a header and no rows is a quiet night for every command: 0, a word and the output`(
        command: String
    ) throws {
        let text = try String(
            contentsOf: Wardline.package.appending(path: "SampleData/requests.csv"), encoding: .utf8)
        let empty = path("empty.csv")
        try Data((text.prefix { $0 != "\n" } + "\n").utf8).write(to: URL(filePath: empty))
        let words = command.replacing("FILE", with: empty).replacing("FOLDER", with: folder.path)
            .split(separator: " ").map(String.init)
        let outcome = try Wardline.run(words + ["--city", "SampleData/city.yaml"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        // Public editions do not say whether there are private ones.
        let missing = #/empty\.csv has no (rows|requests that the public edition tells of)/#
        #expect(outcome.errors.contains(missing), "\(outcome.errors)")
        let output = try #require(words.last)
        #expect(try !Data(contentsOf: URL(filePath: output)).isEmpty)
    }

    @Test func `empty parts and a part with requests are put together`() throws {
        let text = try String(
            contentsOf: Wardline.package.appending(path: "SampleData/requests.csv"), encoding: .utf8)
        let lines = text.split(separator: "\n", maxSplits: 301).prefix(301)
        for (index, rows) in [lines.prefix(1), lines, lines.prefix(1)].enumerated() {
            let part = path("part-\(index + 1)")
            try Data((rows.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: "\(part).csv"))
            for command in [["audit"], ["report", "--layer", "district"], ["closures"]] {
                _ = try Wardline.succeed(
                    [command[0], "\(part).csv", "--city", "SampleData/city.yaml", "--sums", "--summary"]
                        + ["\(part)-\(command[0]).json"] + command.dropFirst())
            }
        }
        for command in ["audit", "report", "closures"] {
            for parts in [1...3, 1...1] {
                let outcome = try Wardline.run(
                    ["merge", command, "--city", "SampleData/city.yaml"]
                        + parts.map { path("part-\($0)-\(command).json") })
                #expect(outcome.status == 0, "\(command): \(outcome.errors)")
                #expect(outcome.output.contains(": 0 requests read") == (parts.count == 1))
            }
        }
    }

    @Test func `what a long file told is offered as lines that make a short one see it`() throws {
        let whole = try audit()
        let line = try #require(
            whole.output.split(separator: "\n").first { $0.hasPrefix("    placeholders: ") })
        let text = try String(
            contentsOf: Wardline.package.appending(path: "SampleData/city.yaml"), encoding: .utf8)
        let yaml = text.replacing("requests:\n", with: "requests:\n\(line.dropFirst(2))\n").replacing(
            "../Boundaries", with: Wardline.package.appending(path: "Boundaries").path
        ).replacing("file: ", with: "file: ").split(separator: "\n").prefix { $0 != "reference:" }
        try Data((yaml.joined(separator: "\n") + "\n").utf8).write(to: folder.appending(path: "city.yaml"))
        // The first 400 rows have too few requests at the default point to find it.
        let rows = try String(
            contentsOf: Wardline.package.appending(path: "SampleData/requests.csv"), encoding: .utf8
        ).split(separator: "\n").prefix(400)
        try Data((rows.joined(separator: "\n") + "\n").utf8).write(to: folder.appending(path: "requests.csv"))
        let short = try Wardline.run("audit", path("requests.csv"))
        #expect(short.output.contains("Default point at -70.865096, 41.623583 (named in the city file)"))
        #expect(!short.output.contains("Shorter files may not show this again"))
    }
}
