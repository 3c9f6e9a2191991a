import Foundation
import Testing

@Suite struct `The maps of all districts` {
    /// From Tests/Expected/maps.py, which locates with shapely and knows the planted truth.
    private let expected = ["1": 56, "2": 410, "3": 79, "4": 82, "5": 68, "6": 64, "7": 87, "8": 88, "9": 7]

    @Test func `each district has the open cases that shapely and the planted truth put into it`() throws {
        let atlas = try SampleAtlas.open.get()
        for (area, count) in expected { #expect(try atlas.cases(area).count == count, "district \(area)") }
    }

    @Test func `each packet is smaller than 2 MB`() throws {
        let atlas = try SampleAtlas.open.get()
        // Five forms of nine districts, the index, and two pictures of it.
        #expect(try atlas.names.count == 9 * 5 + 3)
        for name in try atlas.names { #expect(try atlas.bytes(name).count < 2_000_000, "\(name)") }
    }

    @Test func `the rows of the index page add up, those outside every district among them`() throws {
        let page = try SampleAtlas.open.get().text("index.html")
        let table = try #require(page.split(separator: "</table>").first)
        let counts = table.matches(
            of: /<th scope="row"[^>]*>([^<]+)<\/th><td[^>]*>([\d,]+)<\/td><td[^>]*>(\d+)<\/td>/
        ).map {
            (name: String($0.1), cases: Int($0.2.replacing(",", with: "")) ?? 0, missing: Int($0.3) ?? 0)
        }
        #expect(counts.count == 11)
        #expect(counts.first { $0.name == "Outside every district" }?.cases == 1)
        let sum = counts.dropLast().reduce(0) { $0 + $1.cases }
        #expect(counts.last?.cases == sum && sum == 943)
        #expect(counts.dropLast().reduce(0) { $0 + $1.missing } == 1)
        for area in 1...9 { #expect(page.contains("href=\"district-\(area).pdf\"")) }
    }

    @Test func `an earlier day shows what was open then`() throws {
        let folder = try Wardline.scratchFolder().path
        let outcome = try Wardline.run(
            "map", "SampleData/requests.csv", "--layer", "district", "--all", "--as-of", "2024-06-30",
            "--format", "geojson", "-o", folder)
        #expect(outcome.status == 0)
        let found = try (1...9).map { area in
            try String(contentsOfFile: "\(folder)/district-\(area).geojson", encoding: .utf8)
                .ranges(of: "\"kind\":\"case\"").count
        }
        #expect(found == [31, 170, 38, 48, 40, 27, 50, 43, 25])
    }

    @Test func `the same requests give the same bytes on one thread and on two`() throws {
        let folders = try ["1", "2"].map { jobs in
            let folder = try Wardline.scratchFolder()
            _ = try Wardline.run(
                "map", "SampleData/requests.csv", "--layer", "district", "--all", "--jobs", jobs, "-o",
                folder.path)
            return folder
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folders[0].path)
        #expect(names.count == 19)
        for name in names {
            let bytes = try folders.map { try Data(contentsOf: $0.appending(path: name)) }
            #expect(bytes[0] == bytes[1], "\(name)")
        }
    }

    @Test func `requests in another order give the same web map`() throws {
        let file = Wardline.package.appending(path: "SampleData/requests.csv")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        let turned = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n") + "\n"
        let maps = try [lines.joined(separator: "\n") + "\n", turned].map { text in
            try Wardline.run(
                "map", "-", "--city", "SampleData/city.yaml", "--layer", "district", "--area", "4",
                "--format",
                "geojson", "-o", "-", input: text
            ).output
        }
        #expect(maps[0] == maps[1])
        #expect(maps[0].contains("\"kind\":\"case\""))
    }
}

@Suite struct `What is chosen for a map` {
    private func cases(_ options: String...) throws -> [MapCaseFeature.Properties] {
        let folder = try Wardline.scratchFolder()
        let path = folder.appending(path: "district-2.geojson").path
        let outcome = try Wardline.run(
            [
                "map", "SampleData/requests.csv", "--layer", "district", "--area", "2", "--edition",
                "internal", "-o", path,
            ]
                + options)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try SampleAtlas(reading: folder).cases("2").map(\.properties)
    }

    @Test func `only the categories that are named are drawn`() throws {
        let found = try cases("--category", "pothole", "--category", "Graffiti")
        #expect(Set(found.map(\.category)) == ["Pothole", "Graffiti"])
    }

    @Test func `only cases opened since a day are drawn`() throws {
        let found = try cases("--since", "2025-06-01")
        #expect(!found.isEmpty && found.allSatisfy { ($0.opened ?? "") >= "2025-06-01" })
    }

    @Test func `only cases open for longer than a time are drawn, and none of them is lost`() throws {
        let all = try cases().compactMap(\.age)
        let old = try cases("--older-than", "30d").compactMap(\.age)
        #expect(old.allSatisfy { $0 > 30 })
        #expect(old.count == all.count { $0 > 30 } && old.count < all.count)
    }

    @Test func `closed ones are drawn when they are asked for`() throws {
        let closed = try cases("--status", "closed", "--since", "2025-01-01")
        let all = try cases("--status", "all", "--since", "2025-01-01")
        let open = try cases("--since", "2025-01-01")
        #expect(!closed.isEmpty && closed.count + open.count == all.count)
    }

    @Test func `cases that the CRM put into another district are marked`() throws {
        let truth = try String(
            contentsOf: Wardline.package.appending(path: "SampleData/truth.csv"), encoding: .utf8)
        let planted = Set(
            truth.split(separator: "\n").filter { $0.contains(",district,") && $0.contains(",misrouted,") }
                .map { String($0.split(separator: ",", maxSplits: 1)[0]) })
        let marked = try SampleAtlas.restricted.get()
        let found = try (1...9).flatMap { try marked.cases("\($0)") }.filter(\.properties.misrouted)
        #expect(!found.isEmpty)
        for item in found { #expect(planted.contains(item.properties.requestID ?? "")) }
    }

    @Test func `planted repeat places are marked`() throws {
        let truth = try String(
            contentsOf: Wardline.package.appending(path: "SampleData/truth-hotspots.csv"), encoding: .utf8)
        let recurring = Set(
            truth.split(separator: "\n").filter { $0.contains(",recurrence,") }
                .map { String($0.split(separator: ",", maxSplits: 1)[0]) })
        let all = try (1...9).flatMap { try SampleAtlas.restricted.get().cases("\($0)") }
        let open = all.filter { recurring.contains($0.properties.requestID ?? "") }
        #expect(!open.isEmpty)
        for item in open { #expect(item.properties.repeated, "\(item.properties.requestID ?? "")") }
    }
}

@Suite struct `Where a map cannot be made` {
    private func errors(_ options: String...) throws -> (Int32, String) {
        let outcome = try Wardline.run(["map", "SampleData/requests.csv"] + options)
        return (outcome.status, outcome.errors)
    }

    @Test func `an area that is not there names the nearest codes`() throws {
        let (status, errors) = try errors("--layer", "zone", "--area", "21", "-o", "x.pdf")
        #expect(status == 1)
        #expect(errors.contains("did you mean 1 or 2 or 11? Its codes are 1, 2,"), "\(errors)")
    }

    @Test func `an area without open cases gets a page that says so`() throws {
        let path = try Wardline.scratchFolder().appending(path: "empty.html").path
        let outcome = try Wardline.run(
            "map", "SampleData/requests.csv", "--layer", "district", "--area", "9", "--as-of", "2022-06-30",
            "-o",
            path)
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("0 open cases on the map"))
    }

    @Test(.enabled(if: OutsideTool.areHere("pdftotext"), "poppler-utils is not installed"))
    func `an area without open cases gets a packet that says so`() throws {
        let path = try Wardline.scratchFolder().appending(path: "empty.pdf").path
        let packet = try Wardline.run(
            "map", "SampleData/requests.csv", "--layer", "district", "--area", "9", "--as-of", "2022-06-30",
            "-o", path)
        #expect(packet.status == 0)
        let text = try OutsideTool.run("pdftotext", [path, "-"])
        #expect(text.contains("No open cases in Council District 9"))
    }

    @Test(arguments: [
        (["--area", "1", "-o", "x.pdf"], Int32(64), "--layer: zone or district"),
        (["--layer", "distrct", "--area", "1", "-o", "x.pdf"], 64, "did you mean district"),
        (["--layer", "district", "-o", "x.pdf"], 64, "--area CODE, or give --all"),
        (["--layer", "district", "--area", "1", "-o", "x.docx"], 64, "no such format is written here"),
        (["--layer", "district", "--all", "-o", "-"], 64, "name a folder"),
        (["--layer", "district", "--area", "1", "--category", "Potole", "-o", "x.pdf"], 1, "“Pothole”"),
        (
            ["--layer", "district", "--area", "1", "--tiles", "tiles.example", "-o", "x.html"], 64,
            "{z}, {x} and {y}"
        ),
        (
            ["--layer", "district", "--area", "1", "-o", "/nowhere/x.pdf"], 1,
            "/nowhere/x.pdf cannot be written"
        ),
    ])
    func `wrong usage says what to do`(options: [String], status: Int32, words: String) throws {
        let outcome = try Wardline.run(["map", "SampleData/requests.csv"] + options)
        #expect(outcome.status == status)
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
    }
}
