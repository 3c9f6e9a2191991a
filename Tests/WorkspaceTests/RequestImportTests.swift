import Chronology
import Foundation
import GRDB
import Geometry
import TestSupport
import Testing
import Wording

@testable import ServiceRequests
@testable import Workspace

struct RequestImportTests {
    private let path: String

    init() throws { path = try ScratchSpace.folder().appending(path: "city.gpkg").path }

    private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

    private func request(
        _ id: String, area: String? = "1", category: String = "Pothole", status: String = "Open",
        opened: Int64 = 1_700_000_000, closed: Int64? = nil, updated: Int64? = nil,
        at longitude: Double = -76.6
    ) -> (ServiceRequest, updated: Int64?) {
        var request = ServiceRequest(id: id)
        request.category = category
        request.status = status
        request.opened = Timestamp(secondsSince1970: opened)
        request.closed = closed.map { Timestamp(secondsSince1970: $0) }
        request.address = "12 Oak St"
        request.position = .init(longitude: longitude, latitude: 39.3)
        request.positionState = .recorded
        request.positionDecimals = 5
        request.assigned = [area]
        return (request, updated)
    }

    private func table(_ requests: [(ServiceRequest, updated: Int64?)]) -> RequestTable {
        var table = RequestTable(requests.map(\.0), layerCount: 1)
        table.intake.sourceName = "requests.csv"
        table.intake.columns = [
            .id: "sr", .category: "type", .status: "state", .opened: "created", .closed: "closed",
            .address: "where", .updated: "changed",
        ]
        table.intake.assignedColumns = ["zone_code"]
        table.updated = TimestampColumn(seconds: requests.map { $0.updated ?? TimestampColumn.missing })
        table.foldRepeatedRows(jobs: 1)
        return table
    }

    @discardableResult private func add(
        _ requests: [(ServiceRequest, updated: Int64?)], _ text: String = "2024-03-01",
        complete: Bool = false,
        city: String = "Testville"
    ) throws -> ImportCounts {
        try RequestImport(
            table(requests), layers: ["zone"], city: city, timeZone: "America/New_York", day: day(text),
            isComplete: complete
        ).run(into: path, program: "test")
    }

    private func kept() throws -> RequestTable {
        try Workspace(opening: path).requests(layers: ["zone"], statuses: StatusWordList())
    }

    private func changes(since: String? = nil) throws -> [RequestChange] {
        try Workspace(opening: path).changes(
            since: since.map { try day($0) }, statuses: StatusWordList())
    }

    @Test func `requests come back as they went in, in their order`() throws {
        let requests = [
            request("B", closed: 1_700_100_000), request("A", area: nil), request("C", at: -76.123_45),
        ]
        #expect(try add(requests) == ImportCounts(inserted: 3))
        let table = try kept()
        #expect((0..<3).map(table.id) == ["B", "A", "C"])
        for row in 0..<3 {
            var expected = requests[row].0
            expected.line = row + 1
            #expect(table[row] == expected)
        }
        #expect(table.intake.columns[.id] == "sr" && table.intake.assignedColumns == ["zone_code"])
    }

    @Test func `the same file twice changes not a byte`() throws {
        let requests = [request("A"), request("B")]
        try add(requests)
        let before = try Data(contentsOf: URL(filePath: path))
        #expect(try add(requests) == ImportCounts(unchanged: 2))
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
    }

    @Test(arguments: [("000101", "101"), ("101", "000101"), ("101", "101.0"), ("SR-1", "sr-1")])
    func `an id in another spelling is the same request, and stays as it is kept`(
        kept id: String, now: String
    )
        throws
    {
        try add([request(id), request("B")])
        #expect(
            try add([request(now, status: "Closed", closed: 1_700_200_000)], "2024-03-08")
                == ImportCounts(updated: 1, respelt: 1))
        #expect(try add([request(now, opened: 1_710_000_000)], "2024-03-09") == ImportCounts(inserted: 1))
        #expect(try (0..<3).map(kept().id) == [id, "B", now])
        #expect(try kept()[0].status == "Closed")
    }

    @Test func `what the CRM rewrote is kept with the day of the file`() throws {
        try add([request("A"), request("B")])
        #expect(
            try add(
                [
                    request("A", area: "2"),
                    request("B", status: "Closed", closed: 1_700_200_000, at: -76.7),
                ],
                "2024-03-08")
                == ImportCounts(updated: 2))
        #expect(
            try changes().map {
                "\($0.requestID) \($0.day) \($0.kind) \($0.field) \($0.before ?? "-") \($0.after ?? "-")"
            }
                == [
                    "A 2024-03-08 rerouted assigned_zone 1 2",
                    "B 2024-03-08 edited position -76.6000000 39.3000000 -76.7000000 39.3000000",
                    "B 2024-03-08 closed status Open Closed",
                    "B 2024-03-08 closed closed - 2023-11-17T00:46:40-05:00",
                ])
        #expect(try changes(since: "2024-03-09").isEmpty)
        #expect(try kept().assigned[0][0] == "2")
    }

    @Test func `a reopened request is one whose closed status turned`() throws {
        try add([request("A", status: "Closed")])
        try add([request("A", status: "Reopened")], "2024-03-08")
        #expect(try changes().map(\.kind) == [.reopened])
    }

    @Test func `a file that ends earlier than what is kept overwrites nothing, but a later closing`() throws {
        try add([request("A", status: "Closed"), request("B")], "2024-03-08")
        #expect(
            try add([request("A"), request("B", closed: 1_700_200_000), request("C")], "2024-03-01")
                == ImportCounts(inserted: 1, updated: 1, older: 1))
        #expect(try kept().statuses[0] == "Closed")
    }

    @Test func `the CRM's own time of change goes before the day of the file`() throws {
        try add([request("A", area: "1", updated: 1_700_000_500)], "2024-03-01")
        #expect(
            try add([request("A", area: "2", updated: 1_700_000_400)], "2024-03-08")
                == ImportCounts(older: 1))
        #expect(
            try add([request("A", area: "3", updated: 1_700_000_600)], "2024-02-01")
                == ImportCounts(updated: 1))
    }

    @Test func `one id of two requests is two, and each finds its own state`() throws {
        let (first, second) = (request("A"), request("A", category: "Trash", opened: 1_700_500_000))
        #expect(try add([first, second]) == ImportCounts(inserted: 2))
        #expect(try add([second, first]) == ImportCounts(unchanged: 2))
    }

    @Test
    func `requests of one id are two for every import, also where the file has an earlier state of one`()
        throws
    {
        let rows = [
            request("5"), request("6"), request("5", category: "Graffiti"),
            request("5", category: "Graffiti", closed: 1_700_100_000),
        ]
        try add([request("7")])
        #expect(try add(rows) == ImportCounts(inserted: 3))
        #expect(try add(rows) == ImportCounts(unchanged: 3))
        #expect(try kept().count == 4)
        // Every command tells of it, as of a file of all.
        #expect(try kept().repeatedIDRows == [3])
        let another = request("7", category: "Graffiti", opened: 1_700_500_000)
        #expect(try add([another], "2024-03-08") == ImportCounts(inserted: 1, ofOthersIDs: 1))
    }

    @Test func `requests of one id without a time of opening stay apart`() throws {
        func undated(_ status: String) -> (ServiceRequest, updated: Int64?) {
            var one = request("A", status: status)
            one.0.opened = nil
            return one
        }
        try add([request("B")])
        let rows = [undated("Open"), undated("Closed")]
        #expect(try add(rows) == ImportCounts(inserted: 2))
        #expect(try add(rows.reversed()) == ImportCounts(unchanged: 2))
    }

    @Test func `an id that comes back days later or with all of another request is another's`() throws {
        try add([request("A"), request("B"), request("C")])
        let later = [
            // The same moment in another zone, another month, and a category of an hour later.
            request("A", opened: 1_700_018_000), request("B", opened: 1_702_600_000),
            request("C", category: "Graffiti", opened: 1_700_003_600),
        ]
        #expect(try add(later, "2024-03-08") == ImportCounts(inserted: 2, ofOthersIDs: 2, updated: 1))
        #expect(try add(later, "2024-03-08") == ImportCounts(unchanged: 3))
        #expect(try kept().count == 5)
    }

    @Test func `an id alone on both sides whose category was rewritten is the same request`() throws {
        try add([request("A")])
        #expect(try add([request("A", category: "Sinkhole")], "2024-03-08") == ImportCounts(updated: 1))
        #expect(try kept().count == 1)
    }

    @Test func `what a file only writes otherwise was not rewritten, and stays as it is kept`() throws {
        let moved = -76.603_1
        try add([request("A", area: "3", at: moved), request("B", area: nil), request("C")])
        let before = try kept()
        var respelt = [
            request("A", area: "03", category: "POTHOLE", status: "open ", at: moved + 1e-13),
            request("B", area: nil, category: "Pot  hole"), request("C", area: "3"),
        ]
        respelt[0].0.address = "12 OAK  ST"
        respelt[0].0.positionDecimals = 4
        func addLater(_ rows: [(ServiceRequest, updated: Int64?)]) throws -> ImportCounts {
            try RequestImport(
                table(rows), layers: ["zone"], city: "Testville", timeZone: "America/New_York",
                day: day("2024-03-08"), isComplete: false
            ).run(into: path, program: "test") { layer, one, other in
                layer == "zone" && Int(one) == Int(other)
            }
        }
        // `Pot hole` is two words, and 3 another area than 1.
        #expect(try addLater(respelt) == ImportCounts(updated: 2, unchanged: 1))
        #expect(try kept()[0] == before[0])
        #expect(try changes().map(\.field).sorted() == ["assigned_zone", "category"])
        #expect(try addLater(respelt) == ImportCounts(unchanged: 3))
    }

    @Test func `more decimals of one place are a change of their own, and no other place`() throws {
        try add([request("A")])
        var row = request("A")
        row.0.positionDecimals = 7
        #expect(try add([row], "2024-03-08") == ImportCounts(updated: 1))
        #expect(try changes().map { [$0.field, $0.before, $0.after] } == [["decimals", "5", "7"]])
        #expect(try add([request("A", at: -76.600_01)], "2024-03-09") == ImportCounts(updated: 1))
        #expect(try changes().last?.field == "position")
    }

    @Test func `rows of one id find their requests in other capitals too`() throws {
        try add([request("A", opened: 1_700_000_000), request("A", opened: 1_700_400_000)])
        let again = [
            request("A", category: "POTHOLE", opened: 1_700_000_000),
            request("A", category: "POTHOLE", opened: 1_700_400_000),
        ]
        #expect(try add(again, "2024-03-08") == ImportCounts(unchanged: 2))
    }

    @Test func `what a complete file lacks was deleted, is in no answer, and may come back`() throws {
        let all = [request("A"), request("B", opened: 1_700_000_100), request("C", opened: 1_700_000_200)]
        try add(all)
        // Opened outside the days that the file spans: it says nothing of A.
        #expect(
            try add([request("C", opened: 1_700_000_200)], "2024-03-08", complete: true)
                == ImportCounts(unchanged: 1))
        #expect(
            try add([all[0], all[2]], "2024-03-09", complete: true)
                == ImportCounts(unchanged: 2, deleted: 1))
        #expect(try (0..<kept().count).map(kept().id) == ["A", "C"])
        #expect(try add(all, "2024-03-10") == ImportCounts(updated: 1, unchanged: 2))
        #expect(try changes().map(\.kind) == [.deleted, .restored])
        #expect(try kept().count == 3)
    }

    @Test func `an older file that is said to hold all deletes nothing that came since, and is refused`()
        throws
    {
        let all = [request("A"), request("B", opened: 1_700_000_100), request("C", opened: 1_700_000_200)]
        try add(all, "2024-03-08")
        let before = try Data(contentsOf: URL(filePath: path))
        #expect(
            throws: WorkspaceError.olderComplete(
                source: "requests.csv", day: "2024-03-01", path: path, lastDay: "2024-03-08")
        ) {
            try add([all[0], all[2]], "2024-03-01", complete: true)
        }
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
        #expect(try add([all[0], all[2]], "2024-03-01") == ImportCounts(unchanged: 2))
        #expect(
            try add([all[0], all[2]], "2024-03-08", complete: true) == ImportCounts(unchanged: 2, deleted: 1))
    }

    @Test
    func
        `what a complete file lacks is not called deleted where it may be among rows that could not be read`()
        throws
    {
        let all = [request("A"), request("B", opened: 1_700_000_100), request("C", opened: 1_700_000_200)]
        try add(all)
        func lacking(_ change: (inout RequestTable) -> Void) throws -> ImportCounts {
            var table = table([all[0], all[2]])
            change(&table)
            return try RequestImport(
                table, layers: ["zone"], city: "Testville", timeZone: "America/New_York",
                day: day("2024-03-09"), isComplete: true
            ).run(into: path, program: "test")
        }
        for reason in [
            Rejection.Reason.tooManyFields(found: 10, expected: 9), .belowOtherHeader, .noID, .unclosedQuote,
        ] {
            #expect(
                try lacking { $0.rejections = RejectionLog([Rejection(line: 3, reason: reason)]) }
                    == ImportCounts(unchanged: 2, lacking: 1, rowsOfNobody: 1))
        }
        #expect(
            try lacking { $0.intake.remarks = ["the file says itself that it does not hold all rows: …"] }
                == ImportCounts(unchanged: 2, lacking: 1))
        #expect(
            try add([all[0], request("1.23E+11", opened: 1_700_000_050), all[2]], complete: true)
                == ImportCounts(unchanged: 2, withoutWholeID: 1, lacking: 1, rowsOfNobody: 1))
        #expect(try kept().count == 3)
        // A line of notes is nobody's request.
        #expect(
            try lacking { $0.rejections = RejectionLog([Rejection(line: 4, reason: .remark)]) }
                == ImportCounts(unchanged: 2, deleted: 1))
    }

    @Test func `a file without requests shows no day, and deletes nothing`() throws {
        try add([request("A", status: "Open")], "2024-03-01")
        #expect(try add([], "2024-06-01", complete: true) == ImportCounts())
        #expect(
            try add([request("A", status: "Closed")], "2024-03-08", complete: true)
                == ImportCounts(updated: 1))
    }

    @Test func `an id that a spreadsheet rewrote is no request's`() throws {
        #expect(
            try add([request("1.23E+11"), request("1.23E+11", area: "2"), request("A")])
                == ImportCounts(inserted: 1, withoutWholeID: 2))
    }

    @Test func `another city's requests, another version and another database are refused`() throws {
        try add([request("A")])
        let before = try Data(contentsOf: URL(filePath: path))
        #expect(throws: WorkspaceError.otherCity(path: path, holds: "Testville", asked: "Elsewhere")) {
            try add([request("B")], city: "Elsewhere")
        }
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
        try DatabaseQueue(path: path).write {
            try $0.execute(sql: "UPDATE wardline_workspace SET value = '99' WHERE key = 'version'")
        }
        #expect(throws: WorkspaceError.otherVersion(path: path, version: "99")) { try kept() }
        // Facts, changes and decisions too: what another version keeps may mean something else.
        #expect(throws: WorkspaceError.otherVersion(path: path, version: "99")) {
            try Workspace(opening: path).currentFacts()
        }
        #expect(throws: WorkspaceError.otherVersion(path: path, version: "99")) {
            try Workspace(opening: path).decisions()
        }
        let other = path + ".sqlite"
        try DatabaseQueue(path: other).write { try $0.execute(sql: "CREATE TABLE t (x)") }
        #expect(throws: WorkspaceError.noWorkspace(path: other)) { try Workspace(opening: other) }
    }

    // Cut off, or damaged where the names of its tables are, it was taken for a foreign file, and any output replaced it.
    @Test(arguments: [3..<60, 30..<60, nil])
    func `a damaged workspace is named as such`(overwritten: Range<UInt64>?) throws {
        try add((0..<300).map { request("R\($0)") })
        let file = try FileHandle(forUpdating: URL(filePath: path))
        if let overwritten {
            for page in overwritten {
                try file.seek(toOffset: page * 4096)
                try file.write(contentsOf: Data(repeating: 0xA5, count: 4096))
            }
        } else {
            try file.truncate(atOffset: file.seekToEnd() / 2)
        }
        try file.close()
        #expect(Workspace.isWorkspace(path))
        do {
            _ = try kept()
            Issue.record("damage was not seen")
        } catch let error as WorkspaceError {
            #expect(error.description.contains("is damaged"), "\(error)")
        }
    }

    @Test func `a layer that no import had is asked for by name`() throws {
        try add([request("A")])
        #expect(throws: WorkspaceError.missingLayer(path: path, layer: "ward", kept: ["zone"])) {
            try Workspace(opening: path).requests(layers: ["ward"], statuses: StatusWordList())
        }
    }

    @Test func `layers of which only some imports have assigned areas are told`() throws {
        try add([request("A")])
        #expect(try add([request("B")]).layersOfThisAlone.isEmpty)
        let counts = try RequestImport(
            table([request("C")]), layers: ["ward"], city: "Testville", timeZone: "America/New_York",
            day: day("2024-03-02"), isComplete: false
        ).run(into: path, program: "test")
        #expect(counts.layersOfEarlierAlone == ["zone"] && counts.layersOfThisAlone == ["ward"])
    }

    /// A file without some columns says nothing of what stands in them.
    @Test(arguments: [RequestField.status, .category, .address, .closed, .longitude])
    func `what a file has no column for stays as it is kept, and is told`(field: RequestField) throws {
        func add(_ requests: [(ServiceRequest, updated: Int64?)], without field: RequestField?) throws
            -> ImportCounts
        {
            var table = table(requests)
            table.intake.columns[.longitude] = "lon"
            table.intake.columns[.latitude] = "lat"
            if let field { table.intake.columns[field] = nil }
            if field == .longitude { table.intake.columns[.latitude] = nil }
            return try RequestImport(
                table, layers: ["zone"], city: "Testville", timeZone: "America/New_York",
                day: day(field == nil ? "2024-03-01" : "2024-03-02"), isComplete: false
            ).run(into: path, program: "test")
        }
        _ = try add([request("A", closed: 1_700_100_000), request("B", closed: 1_700_100_000)], without: nil)
        let before = try kept()
        func lacking(_ id: String, area: String?) -> (ServiceRequest, updated: Int64?) {
            var row = request(id, area: area, closed: field == .closed ? nil : 1_700_100_000)
            switch field {
            case .status: row.0.status = nil
            case .category: row.0.category = nil
            case .address: row.0.address = nil
            case .longitude:
                row.0.position = nil
                (row.0.positionState, row.0.positionDecimals) = (.blank, 0)
            default: break
            }
            return row
        }
        let counts = try add([lacking("A", area: "1"), lacking("B", area: "2")], without: field)
        #expect(counts.unchanged == 1 && counts.updated == 1 && counts.inserted == 0)
        #expect(counts.fieldsWithoutColumn == [field == .longitude ? "position" : field.rawValue])
        #expect(try changes().map(\.field) == ["assigned_zone"])
        let after = try kept()
        #expect(after[0] == before[0])
        var rewritten = before[1]
        rewritten.assigned = ["2"]
        #expect(after[1] == rewritten)
    }

    @Test func `a file without ids is no file for a workspace`() throws {
        var table = table([request("A")])
        table.intake.columns[.id] = nil
        #expect(throws: WorkspaceError.withoutIDs(source: "requests.csv")) {
            try RequestImport(
                table, layers: ["zone"], city: "T", timeZone: "UTC", day: day("2024-03-01"),
                isComplete: false
            ).run(into: path, program: "test")
        }
    }
}
