import Boundaries
import Chronology
import City
import Foundation
import Locating
import Records
import RoutingAudit
import ServiceRequests
import TestSupport
import Testing
import Wording
import WorkSharing

@testable import WardlineKit

/// Audits in slices, against the audit of the whole.
struct SlicedAuditTests {
    private let folder: ScratchFolder
    private let shortage = RequestError.needsMemory(
        source: "requests.csv", need: MemoryNeed(rows: 0, bytes: 0), room: MemoryRoom(bytes: 0, bound: .wish))

    init() throws { folder = try ScratchFolder() }

    private static let project = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private static func sample(_ name: String) -> String {
        project.appending(path: "SampleData").appending(path: name).path
    }

    /// Everything that is written and said.
    private struct Told: Equatable {
        var files: [String: [UInt8]] = [:]
        var summary: [UInt8] = []
        var figures: [String] = []
        var repairs: RepairCounts?
    }

    private func writers(_ prefix: String, _ format: RecordFormat) -> SlicedAudit.Outputs {
        func output(_ name: String, _ format: RecordFormat) -> (OutputDestination, RecordWriter) {
            (.file(folder("\(prefix)-\(name)")), RecordWriter(format: format))
        }
        var outputs = SlicedAudit.Outputs()
        outputs.findings = output("findings", format)
        outputs.rejects = output("rejects", format == .csv ? .csv : .jsonl)
        outputs.repairs = output("repairs", format == .csv ? .csv : .json)
        outputs.selection = .certainAndLikely
        return outputs
    }

    private func told(_ prefix: String, _ account: AuditAccount, _ repairs: RepairCounts?) throws -> Told {
        var told = Told()
        for name in ["findings", "rejects", "repairs"] {
            told.files[name] = Array(try Data(contentsOf: URL(filePath: folder("\(prefix)-\(name)"))))
        }
        told.summary = RunSummary(account, baseline: nil).json
        told.figures = IntakeText.lines(account.rows, account.basis.intake, facts: nil)
        for summary in account.findings.summaries(
            of: account.basis.layers, table: account.basis.table, clock: account.basis.clock, longest: 8,
            jobs: 2)
        {
            told.figures.append("\(summary)")
        }
        for ordinal in account.basis.layers.ordinals {
            let layer = account.basis.layers[ordinal]
            let (findings, table) = (account.findings, account.basis.table)
            told.figures += [
                "\(String(describing: findings.newerMap(ofLayer: ordinal, layer, in: table)))",
                "\(String(describing: findings.mapChange(ofLayer: ordinal, layer, in: table, clock: account.basis.clock)))",
                "\(findings.unknownCodes(ofLayer: ordinal, in: table))",
                "\(account.basis.uncertaintyLines(ofLayer: ordinal, findings))",
            ]
            let troubles = EditionTroubles(
                findings: findings, layers: account.basis.layers, table: table,
                leftOut: account.basis.layersLeftOut)
            told.figures += ["\(troubles.unreadable)", "\(troubles.setAside(ofLayer: ordinal))"]
        }
        if let errors = account.positionErrors(longest: 8) {
            told.figures.append("\(errors)")
        }
        told.figures.append("\(String(describing: account.basis.addressUse?.total))")
        told.figures.append("\(account.basis.placeholders)")
        told.repairs = repairs
        return told
    }

    /// Compares slices with the whole, and returns what was said of the whole.
    @discardableResult private func compare(
        _ requests: String, city path: String, listing: RoutingAuditor.Listing = .allButCorrect,
        choice: RequestChoice = RequestChoice(), format: RecordFormat = .csv, bytes: Int
    ) throws -> Told {
        let city = try CityFile.read(path)
        let outputs = writers("whole", format)
        let work = try AuditWork(
            requests, city: city, layerName: nil, listing: listing, choice: choice,
            options: WorkOptions(jobs: 2))
        let result = try work.judge()
        if let (destination, writer) = outputs.findings {
            try FindingsWriter(audit: work, writer: writer).write(
                result, to: destination, summary: "", jobs: 2)
        }
        if let (destination, writer) = outputs.rejects {
            try RejectsWriter(audit: work, result: result).write(to: destination, by: writer)
        }
        let counts = try outputs.repairs.map { destination, writer in
            try RepairsWriter(audit: work, selection: .certainAndLikely).write(
                result, to: destination, by: writer)
        }
        let whole = try told("whole", AuditAccount(result, of: work.basis), counts)
        let audit = try SlicedAudit(
            requests, city: city, layerName: nil, listing: listing, choice: choice,
            outputs: writers("sliced", format), shortage: shortage, bytes: bytes,
            options: WorkOptions(jobs: 2))
        let sliced = try told("sliced", audit.account, audit.repairs)
        for name in whole.files.keys { #expect(whole.files[name] == sliced.files[name], "\(name)") }
        for (one, other) in zip(whole.figures, sliced.figures) { #expect(one == other) }
        #expect(whole.figures.count == sliced.figures.count)
        #expect(whole.summary == sliced.summary)
        #expect(whole.repairs == sliced.repairs)
        return whole
    }

    @Test(arguments: [(RecordFormat.csv, 1 << 17), (.geojson, 1 << 18), (.jsonl, 1 << 19)])
    func `the sample in slices gives the bytes of one run over all`(
        format: RecordFormat, bytes: Int
    ) throws {
        try compare(
            Self.sample("requests.csv"), city: Self.sample("city.yaml"), format: format, bytes: bytes)
    }

    @Test func `an opening of 2042 and one of 1970 move the last day of slices no more than of the whole`()
        throws
    {
        var rows = try String(contentsOfFile: Self.sample("requests.csv"), encoding: .utf8)
            .split(separator: "\n").map(String.init)
        for (row, year) in [(5_000, "2042"), (200, "1970"), (rows.count - 1, "2042")] {
            rows[row] = rows[row].replacing(/,20\d\d-/, with: ",\(year)-", maxReplacements: 1)
        }
        let path = try folder.write(rows.joined(separator: "\n") + "\n", to: "years.csv")
        let whole = try compare(path, city: Self.sample("city.yaml"), listing: .all, bytes: 1 << 17)
        let findings = String(decoding: whole.files["findings"] ?? [], as: UTF8.self)
            .split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        let column = try #require(findings.first?.firstIndex(of: "days_open"))
        // Nothing of the sample was open for so long by its own last day.
        #expect(findings.dropFirst().compactMap { Double($0[column]) }.count { $0 > 5_000 } <= 4)
    }

    @Test func `all findings, and those of chosen requests, are the same in slices`() throws {
        try compare(
            Self.sample("requests.csv"), city: Self.sample("city.yaml"), listing: .all, bytes: 1 << 18)
        var choice = RequestChoice()
        choice.categories = ["Missed Trash Pickup", "Pothole"]
        try compare(
            Self.sample("requests.csv"), city: Self.sample("city.yaml"), choice: choice, bytes: 1 << 18)
    }

    @Test func `repeated ids in another order than the file's days are one request in slices too`() throws {
        let lines = try String(contentsOfFile: Self.sample("requests.csv"), encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: true)
        var rows = Array(lines.dropFirst())
        // A third export begins again with the first rows, and an earlier state of some of the others.
        rows += rows.prefix(300).map { $0 }
        rows += rows[600..<900].map { Substring($0.replacing("Closed", with: "Open")) }
        // What was closed before is open again.
        rows += rows[1_000..<1_200].map { Substring($0.replacing(",Closed,", with: ",Reopened,")) }
        rows = Array(rows[4_000...] + rows[..<4_000])
        let path = try folder.write(
            ([lines[0]] + rows).joined(separator: "\n") + "\n", to: "requests.csv")
        try compare(path, city: Self.sample("city.yaml"), bytes: 1 << 17)
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `requests that are told by others far off in the file are told by them in slices`(seed: UInt64)
        throws
    {
        let (requests, city) = try DoubtfulCity.write(to: folder, seed: seed, plain: 1_200)
        let whole = try compare(requests, city: city, listing: .all, bytes: 1 << 12)
        // What is compared has the doubts in it.
        let findings = String(decoding: whole.files["findings"] ?? [], as: UTF8.self)
        func verdict(_ id: String) -> String? {
            findings.split(separator: "\n").first { $0.hasPrefix("\(id),") }.map {
                $0.split(separator: ",", omittingEmptySubsequences: false)[4...5].joined(separator: " ")
            }
        }
        #expect(verdict("Pine-3") == "uncertain " && verdict("Oak-9") == "misrouted wrong_side")
        #expect(verdict("Ash-0") == "uncertain " && verdict("Ash-2") == "uncertain ")
        #expect(verdict("U-0") == "uncertain " && verdict("A") == "uncertain ")
        #expect(findings.contains("7 others of its block lie across"))
        #expect(findings.contains("3 others of its block lie across"))
        #expect(verdict("D-0") == "unlocatable placeholder_position")
        let repairs = String(decoding: whole.files["repairs"] ?? [], as: UTF8.self).split(separator: "\n")
        func repair(_ id: String) -> Bool? {
            repairs.first { $0.hasPrefix("\(id),") }.map { $0.contains(",certain,") }
        }
        #expect(repair("S") == true && repair("N") == false && repair("T") == false)
    }

    @Test func `towns of a column, and pairs whose order the city's areas tell, are read so in slices`()
        throws
    {
        let (requests, city) = try DoubtfulCity.write(to: folder, seed: 4, plain: 600)
        let rows = try String(contentsOfFile: requests, encoding: .utf8)
            .replacing(/"([^"]*?)(?:, (\w+), MD \d+)?",(-76\.\d+),(39\.\d+),/) { match in
                let (_, address, town, longitude, latitude) = match.output
                return "\"\(address)\",\(town ?? ""),\"\(longitude), \(latitude)\","
            }.replacing(",address,lon,lat,", with: ",address,town,place,")
        let columns = try String(contentsOfFile: city, encoding: .utf8)
            .replacing("longitude: lon, latitude: lat", with: "city: town, location: place")
        let whole = try compare(
            try folder.write(rows, to: "pairs.csv"), city: try folder.write(columns, to: "pairs.yaml"),
            listing: .all, bytes: 1 << 12)
        #expect(
            whole.figures.contains { $0.contains("longitude first, since most pairs lie where the areas") })
        let findings = String(decoding: whole.files["findings"] ?? [], as: UTF8.self)
        #expect(findings.contains("misrouted"))
    }

    @Test func `what needs all findings at once, and what cannot be read twice, is said`() throws {
        let city = try CityFile.read(Self.sample("city.yaml"))
        var outputs = SlicedAudit.Outputs()
        outputs.others = [.review]
        outputs.findings = (
            .file(folder("f.xlsx")), RecordWriter(format: .xlsx)
        )
        func reason(_ requests: String, room: Int = 1 << 30) throws -> String {
            let shortage = RequestError.needsMemory(
                source: "requests.csv", need: MemoryNeed(rows: 12_000, bytes: 2 << 30),
                room: MemoryRoom(bytes: room, bound: .wish))
            let error = #expect(throws: (any Error).self) {
                try SlicedAudit(
                    requests, city: city, layerName: nil, listing: .all, outputs: outputs,
                    shortage: shortage, options: WorkOptions(jobs: 1))
            }
            return try "\(#require(error))"
        }
        #expect(
            try reason(Self.sample("requests.csv")).hasSuffix(
                "without a list to ask back by, findings as .xlsx it is judged in slices, which take less"))
        #expect(
            try reason("-").hasSuffix(
                "what is no file cannot be read again, so that it is not judged in slices"))
        let little = try reason(Self.sample("requests.csv"), room: 1 << 20)
        #expect(little.contains("rows will need about") && !little.contains("ask back"), "\(little)")
    }
}
