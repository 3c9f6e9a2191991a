import Foundation
import TestSupport
import Testing
import WardlineKit

struct WardlineCityTests {
    static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let sampleCity = package.appending(path: "SampleData/city.yaml").path
    private let requests = package.appending(path: "SampleData/requests.csv").path

    private func open(_ options: WorkOptions = WorkOptions()) async throws -> WardlineCity {
        try await WardlineCity.open(Self.sampleCity, options: options)
    }

    @Test func `an audit gives findings to iterate, counts that add up, and files`() async throws {
        let city = try await open()
        #expect(city.name == "Fairhaven" && city.layers == ["zone", "district"])
        let audit = try await city.audit(requests, listing: .all)
        #expect(audit.requestCount == 12_000 && audit.count == 24_000)
        for layer in audit.layers { #expect(layer.counts.values.reduce(0, +) == audit.requestCount) }
        for verdict in AuditVerdict.allCases {
            #expect(
                audit.count { $0.verdict == verdict }
                    == audit.layers.reduce(0) { $0 + ($1.counts[verdict] ?? 0) })
        }
        let misrouted = try #require(audit.first { $0.cause == .staleEdition })
        #expect(misrouted.verdict == .misrouted && !misrouted.evidence.isEmpty && misrouted.position != nil)
        let path = try ScratchSpace.folder().appending(path: "findings.csv").path
        try await audit.write(to: path)
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == audit.count + 1)
    }

    @Test func `two audits at once give the same bytes as one after the other`() async throws {
        let city = try await open()
        let folder = try ScratchSpace.folder()
        func write(_ name: String) async throws -> Data {
            let path = folder.appending(path: name)
            try await city.audit(requests, listing: .all).write(to: path.path)
            return try Data(contentsOf: path)
        }
        let alone = try await write("alone.csv")
        async let first = write("first.csv")
        async let second = write("second.csv")
        let both = try await [first, second]
        #expect(both == [alone, alone])
    }

    @Test func `progress and warnings are handed over as values`() async throws {
        let log = EventLog()
        _ = try await open(WorkOptions(jobs: 2, onEvent: log.add)).audit(requests)
        #expect(log.events.contains(.progress(.judging(requests: 12_000))))
        #expect(log.events.contains { if case .progress(.reading) = $0 { true } else { false } })
    }

    @Test(.timeLimit(.minutes(5)), arguments: ["read", "opening", "addresses", "judging"])
    func `an audit that is cancelled answers while its work stands still, and goes to no later stage`(
        stage: String
    ) async throws {
        let requests = requests
        let (answer, log) = try await cancel(at: stage) { options in
            try await WardlineCity.open(Self.sampleCity, options: options).audit(requests, listing: .all)
        }
        #expect(throws: CancellationError.self) { try answer.get() }
        #expect(!log.hasStage("judging") || stage == "judging")
    }

    @Test func `hotspots are places with their histories, the worst first`() async throws {
        var question = WardlineCity.HotspotQuestion()
        question.categories = ["Pothole"]
        let hotspots = try await open().hotspots(requests, question)
        #expect(hotspots.map(\.number) == Array(1...hotspots.count))
        let episodes = hotspots.compactMap(\.episodes)
        #expect(episodes.count == hotspots.count && episodes == episodes.sorted(by: >))
        let first = try #require(hotspots.first)
        #expect(first.category == "Pothole" && first.requestIDs.count == first.reports && first.opened != nil)
    }

    @Test func `service levels add up from areas to the city`() async throws {
        let levels = try await open().serviceLevels(requests, layer: "district", categories: ["Pothole"])
        let city = try #require(levels.first)
        #expect(city.area == nil && city.requests > 0 && levels.asOf == "2025-06-30")
        let areas = levels.filter { $0.area != nil && $0.category == city.category }
        #expect(areas.reduce(0) { $0 + $1.requests } <= city.requests)
        #expect(areas.allSatisfy { $0.onTime + $0.late <= $0.requests })
    }

    @Test func `pages of a report and of closures are drawn for the audience that is named`() async throws {
        let folder = try ScratchSpace.folder()
        let city = try await open()
        let report = folder.appending(path: "report.html").path
        let periods = try await city.periods(requests, by: .quarter, layer: "district")
        try await periods.writePages(to: report, language: "es")
        #expect(try String(contentsOfFile: report, encoding: .utf8).contains("<html lang=\"es\""))
        await #expect(throws: WardlineError.self) {
            try await periods.writePages(to: folder.appending(path: "report").path)
        }

        var question = WardlineCity.ClosureQuestion()
        let pages = folder.appending(path: "closures.pdf").path
        let listed = try await city.closures(requests, question)
        let refusal = await #expect(throws: WardlineError.self) { try await listed.writePages(to: pages) }
        #expect(refusal?.part == .privacy && !FileManager.default.fileExists(atPath: pages))
        question.audience = .everybody
        try await city.closures(requests, question).writePages(to: pages)
        #expect(try Data(contentsOf: URL(filePath: pages)).starts(with: Data("%PDF-".utf8)))
    }

    @Test func `addresses are placed and positions told their areas`() async throws {
        let city = try await open()
        let placed = try await city.geocode(["2319 S Main St", "1 Nowhere Blvd"])
        #expect(placed.map(\.line) == ["2319 S Main St", "1 Nowhere Blvd"])
        #expect(placed[0].match?.precision == "address_point" && placed[1].match == nil)
        let areas = try await city.locate(longitude: -70.8570, latitude: 41.6095, on: "2024-06-30")
        #expect(areas.map(\.layer) == ["zone", "district"] && areas.allSatisfy { !$0.codes.isEmpty })
    }

    @Test func `every row of the file is judged, rejected, merged or superseded`() async throws {
        let folder = try ScratchSpace.folder()
        let path = folder.appending(path: "requests.csv").path
        let lines = try String(contentsOfFile: requests, encoding: .utf8).split(separator: "\n").prefix(200)
        let fields = lines[1].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let status = try #require(fields.firstIndex { ["Closed", "Open", "In Progress"].contains($0) })
        var earlier = fields
        earlier[status] = "Waiting"
        // Without a time of change the later row counts: the earlier state stands first.
        let rows = [earlier.joined(separator: ",")[...]] + lines.dropFirst() + [lines[1], "torn,row"]
        let text = ([lines[0]] + rows).joined(separator: "\n")
        try (text + "\n").write(toFile: path, atomically: true, encoding: .utf8)
        let audit = try await open().audit(path)
        #expect(audit.mergedCount == 1 && audit.supersededCount == 1 && audit.requestCount == 199)
        #expect(
            audit.rowCount
                == audit.requestCount + audit.rejectedCount + audit.mergedCount + audit.supersededCount)
        let rejects = folder.appending(path: "rejects.csv").path
        try await audit.writeRejects(to: rejects)
        #expect(try String(contentsOfFile: rejects, encoding: .utf8).contains("merged"))
    }

    @Test func `a table of addresses is placed with the columns appended, and its counts add up`()
        async throws
    {
        let folder = try ScratchSpace.folder()
        let table = folder.appending(path: "places.csv").path
        try "id,address\n1,2319 S Main St\n2,1 Nowhere Blvd\n".write(
            toFile: table, atomically: true, encoding: .utf8)
        let output = folder.appending(path: "placed.csv").path
        let placed = try await open().geocodeRows(of: table, writingTo: output)
        #expect(placed.rows == 2 && placed.matches == ["address_point": 1] && placed.ties == 0)
        #expect(placed.notPlaced.values.reduce(0, +) == 1 && placed.unreadableLines.isEmpty)
        let rows = try String(contentsOfFile: output, encoding: .utf8).split(separator: "\n")
        #expect(rows.count == 3 && rows[0].hasPrefix("id,address,geocode_status"))
        let city = try await open()
        await #expect(throws: WardlineError.self) { try await city.geocodeRows(of: table, writingTo: table) }
    }

    @Test func `boundaries are listed and checked as values that can be written`() async throws {
        let city = try await open()
        let editions = try await city.boundaries()
        #expect(
            editions.map(\.layer) == ["zone", "zone", "district"]
                || Set(editions.map(\.layer)) == ["zone", "district"])
        #expect(editions.allSatisfy { $0.error == nil && !$0.codes.isEmpty })
        let problems = try await city.checkBoundaries(layer: "zone", against: requests)
        #expect(!problems.hasErrors && problems.allSatisfy { $0.layer == "zone" && !$0.message.isEmpty })
        let path = try ScratchSpace.folder().appending(path: "problems.json").path
        try await problems.write(to: path)
        let listed = try ScratchSpace.folder().appending(path: "editions.csv").path
        try await editions.write(to: listed)
        #expect(
            try String(contentsOfFile: listed, encoding: .utf8).split(separator: "\n").count == editions.count
                + 1)
        await #expect(throws: WardlineError.self) { try await city.boundaries(layer: "zon") }
    }

    // The list of what boundaries are read with knew neither the compiled reference nor facts.
    @Test func `boundaries are not written over the compiled reference either`() async throws {
        let folder = try ScratchSpace.folder()
        for name in ["SampleData", "Boundaries"] {
            try FileManager.default.copyItem(
                at: Self.package.appending(path: name), to: folder.appending(path: name))
        }
        let compiled = folder.appending(path: "SampleData/.wardline-reference.sqlite")
        if !FileManager.default.fileExists(atPath: compiled.path) {
            try Data("kept".utf8).write(to: compiled)
        }
        let kept = try Data(contentsOf: compiled)
        let output = folder.appending(path: "reference.json")
        try FileManager.default.linkItem(at: compiled, to: output)
        let city = try await WardlineCity.open(folder.appending(path: "SampleData/city.yaml").path)
        let (editions, problems) = (try await city.boundaries(), try await city.checkBoundaries())
        for write in [editions.write, problems.write] {
            let error = await #expect(throws: WardlineError.self) { try await write(output.path) }
            #expect(error?.part == .output)
        }
        #expect(try Data(contentsOf: output) == kept)
    }

    // Sixty times as many seconds ended the program that asked.
    @Test(arguments: [0, -1, 527_041, Int.max, Int.min])
    func `minutes that no year has are refused`(minutes: Int) async throws {
        var question = WardlineCity.ClosureQuestion()
        question.fastMinutes = minutes
        let city = try await open()
        let error = await #expect(throws: WardlineError.self) {
            try await city.closures(requests, question)
        }
        #expect(error?.part == .question && error?.description.contains("\(minutes)") == true)
    }

    @Test func `a day that is shown before the first that is asked for is refused`() async throws {
        var question = WardlineCity.ClosureQuestion()
        (question.since, question.asOf) = ("2025-01-01", "2024-01-01")
        let city = try await open()
        let error = await #expect(throws: WardlineError.self) {
            try await city.closures(requests, question)
        }
        #expect(error?.part == .question)
    }

    @Test(arguments: [(0, 1), (-5, 1), (1, 1), (Int.max, WorkOptions.mostJobs)])
    func `a number of threads that is set later is held to what the machine serves`(asked: Int, taken: Int) {
        var options = WorkOptions(jobs: 2)
        options.jobs = asked
        #expect(options.jobs == taken && WorkOptions(jobs: asked).jobs == taken)
    }

    @Test(.timeLimit(.minutes(5)))
    func `hotspots that are cancelled answer while their work stands still`() async throws {
        let requests = requests
        let (answer, _) = try await cancel(at: "clustering") { options in
            try await WardlineCity.open(Self.sampleCity, options: options).hotspots(requests)
        }
        #expect(throws: CancellationError.self) { try answer.get() }
    }

    @Test func `each request's part in the hotspots can be written`() async throws {
        var question = WardlineCity.HotspotQuestion()
        question.categories = ["Graffiti"]
        let path = try ScratchSpace.folder().appending(path: "assignments.csv").path
        try await open().hotspots(requests, question).writeAssignments(to: path)
        #expect(try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").count == 12_001)
    }

    @Test func `what goes wrong says which part is to blame, with its line`() async throws {
        let folder = try ScratchSpace.folder()
        let path = folder.appending(path: "city.yaml")
        try "timezone: America/New_York\nlayerz: []\n".write(to: path, atomically: true, encoding: .utf8)
        let mistake = await #expect(throws: WardlineError.self) { try await WardlineCity.open(path.path) }
        #expect(mistake?.part == .cityFile && mistake?.line == 2 && mistake?.key == "layerz")
        // A program has no options that an error could name.
        let lost = await #expect(throws: WardlineError.self) { try await WardlineCity.open("no/such.yaml") }
        #expect(lost?.description == "no/such.yaml: there is no such file; name one")
        let city = try await open()
        let missing = await #expect(throws: WardlineError.self) { try await city.audit("no/such.csv") }
        #expect(missing?.part == .requests)
        let layer = await #expect(throws: WardlineError.self) { try await city.audit(requests, layer: "zon") }
        #expect(layer?.description.contains("did you mean zone") == true)
        let nowhere = await #expect(throws: WardlineError.self) {
            try await city.locate(longitude: 200, latitude: 0)
        }
        #expect(nowhere?.part == .question)
    }

    @Test func `no output replaces what was read`() async throws {
        let audit = try await open().audit(requests)
        let error = await #expect(throws: WardlineError.self) { try await audit.write(to: requests) }
        #expect(error?.part == .output)
        for path in ["findings.docx", "-"] {
            await #expect(throws: WardlineError.self) { try await audit.write(to: path) }
        }
    }
}

struct CityCasesTests {
    private let requests = WardlineCityTests.package.appending(path: "SampleData/requests.csv").path

    private func cases(_ audience: WardlineCity.CaseQuestion.Audience) async throws -> CityCases {
        let city = try await WardlineCity.open(WardlineCityTests.sampleCity)
        var question = WardlineCity.CaseQuestion()
        question.layer = "district"
        question.audience = audience
        return try await city.cases(requests, question)
    }

    @Test func `cases stand by area, and everybody sees blocks where staff see addresses`() async throws {
        let told = try await cases(.everybody)
        let all = try await cases(.staff)
        #expect(told.map(\.code) == all.map(\.code) && !told.isEmpty)
        let places = Set(told.flatMap(\.cases).map(\.place))
        let addresses = all.flatMap(\.cases).map(\.place).filter { $0.first?.isNumber == true }
        #expect(places.isDisjoint(with: addresses.filter { !$0.contains("block") }))
    }

    @Test(.timeLimit(.minutes(5)))
    func `drawing that is cancelled ends between two pages`() async throws {
        let folder = try ScratchSpace.folder().appending(path: "maps")
        let requests = requests
        let (answer, log) = try await cancel(at: "drawing", jobs: 1) { options in
            let city = try await WardlineCity.open(WardlineCityTests.sampleCity, options: options)
            var question = WardlineCity.CaseQuestion()
            question.layer = "district"
            try await city.cases(requests, question).writeAll([.html], into: folder.path)
        }
        #expect(throws: CancellationError.self) { try answer.get() }
        // The page that was begun may end; no other is begun, and no index is written.
        #expect(log.events.count { if case .progress(.drawing) = $0 { true } else { false } } == 1)
        #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "index.html").path))
    }

    @Test func `an area is drawn into a file whose ending names its form`() async throws {
        let path = try ScratchSpace.folder().appending(path: "area.geojson").path
        try await cases(.everybody).write(area: "7", to: path)
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.contains("\"FeatureCollection\"") && text.contains("Council District 7"))
    }
}
