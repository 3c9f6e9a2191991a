import Chronology
import Foundation
import Geometry
import Records
import TestSupport
import Testing
import Wording

@testable import ServiceRequests
@testable import Workspace

struct DecisionTests {
    private let folder: ScratchFolder
    private var path: String { folder("w.gpkg") }

    /// A workspace with three requests, of which two have one id.
    init() throws {
        folder = try ScratchFolder()
        let requests = [("A", "Pothole"), ("B", "Pothole"), ("B", "Trash")].map { id, category in
            var request = ServiceRequest(id: id)
            request.category = category
            request.channel = "App"
            request.address = "12 N Oak St"
            request.opened = Timestamp(secondsSince1970: 1_700_000_000)
            request.position = .init(longitude: -76.6, latitude: 39.3)
            request.positionState = .recorded
            request.positionDecimals = 5
            request.assigned = ["1"]
            return request
        }
        var table = RequestTable(requests, layerCount: 1)
        table.intake.columns = [.id: "id", .category: "category", .opened: "opened"]
        table.intake.assignedColumns = ["zone"]
        let day = try #require(CivilDate(iso: "2024-03-01"))
        _ = try RequestImport(
            table, layers: ["zone"], city: "Testville", timeZone: "America/New_York", day: day,
            isComplete: false
        ).run(into: path, program: "test")
    }

    private static let columns = [
        RecordColumn("request_id", ""), RecordColumn("layer", ""), RecordColumn("assigned", ""),
        RecordColumn("expected", ""), RecordColumn("verdict", ""), RecordColumn("distance_m", .number, ""),
        RecordColumn("position_source", ""), RecordColumn("longitude", .number, ""),
        RecordColumn("latitude", .number, ""), RecordColumn("address", ""),
    ]

    private func finding(_ request: Int, _ id: String, distance: Double? = 12.04) -> KeptFindings.Record {
        KeptFindings.Record(
            request: request, layer: "zone",
            record: TableRecord(
                values: [
                    .text(id), .text("zone"), .text("1"), .text("2"), .text("misrouted"),
                    .number(distance, decimals: 1), .text("recorded"), .number(-76.6, decimals: 7),
                    .number(39.3, decimals: 7), .text("12 N Oak St"),
                ], geometry: .point(Coordinate(longitude: -76.6, latitude: 39.3))))
    }

    @discardableResult private func keep(
        _ records: [KeptFindings.Record], layers: [String] = ["zone"]
    ) throws -> KeepCounts {
        try Workspace(opening: path).keep(
            KeptFindings(layers: layers, columns: Self.columns, requests: 3, records: records),
            program: "test")
    }

    private func decide(_ answers: [(id: String, answer: String, area: String?)]) throws -> DecideCounts {
        try Workspace(opening: path).decide(
            answers.enumerated().map {
                ClerkAnswer(
                    line: $0.offset + 2, requestID: $0.element.id, layer: "zone", answer: $0.element.answer,
                    trueArea: $0.element.area, note: nil)
            }, program: "test", street: { String($0.dropFirst(5)) }, area: { $1 })
    }

    private var bytes: Data { get throws { try Data(contentsOf: URL(filePath: path)) } }

    @Test func `the same findings twice change not a byte, and what is gone is kept with its run`() throws {
        #expect(try keep([finding(1, "A"), finding(2, "B", distance: nil)]) == KeepCounts(new: 2))
        let before = try bytes
        #expect(try keep([finding(1, "A"), finding(2, "B", distance: nil)]) == KeepCounts(standing: 2))
        #expect(try bytes == before)
        #expect(
            try keep([finding(1, "A", distance: 3)]) == KeepCounts(new: 1, gone: 2))
        // A run over other layers says nothing of this one.
        #expect(try keep([], layers: ["district"]) == KeepCounts())
    }

    @Test func `an answer is kept with the finding that it is about, and stands until another`() throws {
        try keep([finding(1, "A")])
        #expect(try decide([("A", "assigned", nil)]) == DecideCounts(taken: 1))
        let before = try bytes
        #expect(try decide([("A", "assigned", nil)]) == DecideCounts(unchanged: 1))
        #expect(try bytes == before)
        let kept = try #require(try Workspace(opening: path).decisions().first)
        #expect(kept.request == 1 && kept.answer == "assigned" && kept.day.description == "2024-03-01")
        #expect(kept.assigned == "1" && kept.expected == "2" && kept.verdict == "misrouted")
        #expect(kept.distance == 12 && kept.source == "recorded" && kept.channel == "App")
        #expect(kept.street == "Oak St")
        // The answer made the request correct, so that no finding of it is kept any more.
        try keep([])
        #expect(try decide([("A", "other", "3")]) == DecideCounts(taken: 1))
        let all = try Workspace(opening: path).decisions()
        #expect(all.map(\.answer) == ["other"] && all[0].trueArea == "3" && all[0].distance == 12)
    }

    @Test func `answers without a finding, of an id that several have, or against themselves are refused`()
        throws
    {
        #expect(try decide([("A", "assigned", nil)]).refused.map(\.reason) == [.noFinding])
        try keep([finding(1, "A"), finding(2, "B"), finding(3, "B")])
        let counts = try decide([("C", "assigned", nil), ("B", "assigned", nil), ("A", "expected", "1")])
        #expect(counts.taken == 0)
        #expect(counts.refused.map(\.reason) == [.noRequest, .severalRequests, .contradiction])
        #expect(counts.refused.map(\.line) == [2, 3, 4])
        // Other means neither of the two, and who does not know names no area.
        #expect(
            try decide([("A", "other", "1"), ("A", "other", "2"), ("A", "unknown", "3")]).refused.map(
                \.reason)
                == [.otherIsAssigned, .otherIsExpected, .unknownNamesArea])
        #expect(try decide([("A", "position", "1")]) == DecideCounts(taken: 1))
    }

    @Test func `an answer finds its request where a spreadsheet wrote the id otherwise`() throws {
        try keep([finding(1, "A")])
        #expect(try decide([("{a}", "assigned", nil)]) == DecideCounts(taken: 1, respelt: 1))
        #expect(try decide([("A", "assigned", nil)]) == DecideCounts(unchanged: 1))
        #expect(try decide([("{c}", "assigned", nil)]).refused.map(\.reason) == [.noRequest])
    }

    // MARK: What the list asks about

    private func asked(
        _ id: String, _ answer: String, _ area: String? = nil, line: Int = 2, of assigned: String?,
        _ expected: String?, opened: String? = nil
    ) -> ClerkAnswer {
        ClerkAnswer(
            line: line, requestID: id, layer: "zone", answer: answer, trueArea: area, note: nil,
            asked: AskedAreas(assigned: assigned, expected: expected), opened: opened)
    }

    private func decide(_ answers: ClerkAnswer...) throws -> DecideCounts {
        try Workspace(opening: path).decide(
            answers, program: "test", street: { $0 },
            area: { $1.hasPrefix("Zone ") ? "\($1.last ?? "?")" : $1 })
    }

    private func finding(_ request: Int, _ id: String, _ assigned: String, _ expected: String)
        -> KeptFindings.Record
    {
        KeptFindings.Record(
            request: request, layer: "zone",
            record: TableRecord(
                values: [
                    .text(id), .text("zone"), .text(assigned), .text(expected), .text("misrouted"),
                    .number(12, decimals: 1), .text("recorded"), .number(-76.6, decimals: 7),
                    .number(39.3, decimals: 7), .text("12 N Oak St"),
                ], geometry: .point(Coordinate(longitude: -76.6, latitude: 39.3))))
    }

    @Test func `an answer to a finding that has changed since it was asked is refused with both`() throws {
        try keep([finding(1, "A", "1", "2")])
        try keep([finding(1, "A", "3", "2")])
        let refused = try decide(asked("A", "assigned", of: "1", "2")).refused
        #expect(
            refused.map(\.reason) == [
                .changed(
                    asked: AskedAreas(assigned: "1", expected: "2"),
                    now: AskedAreas(assigned: "3", expected: "2"))
            ])
        #expect(refused[0].reason.text(in: .words).contains("then it was 1 against 2, now it is 3 against 2"))
        #expect(try Workspace(opening: path).decisions().isEmpty)
        // Another spelling of the same area is no change.
        #expect(try decide(asked("A", "assigned", of: "Zone 3", "2")) == DecideCounts(taken: 1))
    }

    @Test
    func `an answer that calls right what the CRM has recorded since is taken with the finding it is about`()
        throws
    {
        try keep([finding(1, "A", "1", "2")])
        try keep([finding(1, "A", "3", "2")])
        #expect(try decide(asked("A", "other", "3", of: "1", "2")) == DecideCounts(taken: 1))
        let kept = try #require(try Workspace(opening: path).decisions().first)
        #expect(kept.assigned == "1" && kept.trueArea == "3")
        // The list of that day once more, when the answer has moved what is expected.
        try keep([finding(1, "A", "1", "3")])
        #expect(try decide(asked("A", "other", "3", of: "1", "2")) == DecideCounts(unchanged: 1))
    }

    @Test func `requests of one id are told apart by the areas and the time that the list has`() throws {
        try keep([finding(2, "B", "1", "2"), finding(3, "B", "5", "6")])
        #expect(
            try decide(
                asked("B", "assigned", of: "5", "6"), asked("B", "expected", line: 3, of: "1", "2"))
                == DecideCounts(taken: 2))
        #expect(try Workspace(opening: path).decisions().map(\.request) == [3, 2])
        try keep([finding(2, "B", "1", "2"), finding(3, "B", "1", "2")])
        #expect(
            try decide(asked("B", "position", of: "1", "2")).refused.map(\.reason) == [.severalRequests])
        // All were opened at 17:13:20 of 14 November.
        #expect(
            try decide(asked("B", "position", of: "1", "2", opened: "2023-11-14 09:00:00")).refused.map(
                \.reason)
                == [.otherRequest])
        try keep([finding(2, "B", "1", "2")])
        #expect(
            try decide(asked("B", "position", of: "1", "2", opened: "2023-11-14T17:13:20-05:00"))
                == DecideCounts(taken: 1))
    }

    @Test func `two lines that answer one finding in different ways are not both taken`() throws {
        try keep([finding(1, "A", "1", "2")])
        let counts = try decide(
            asked("A", "assigned", of: "1", "2"),
            ClerkAnswer(
                line: 3, requestID: "A", layer: "zone", answer: "expected", trueArea: nil, note: nil))
        #expect(counts.taken == 1)
        #expect(counts.refused.map(\.reason) == [.answeredOtherwise(line: 2)])
    }
}
