import Chronology
import Foundation
import TestSupport
import Testing

@testable import ServiceRequests
@testable import Workspace

/// Categories of requests that no row of a workspace has.
struct KeptStatesTests {
    private let path: String

    init() throws { path = try ScratchSpace.folder().appending(path: "city.gpkg").path }

    private func add(
        _ rows: [(id: String, category: String)], day: String, rejected: [StatedCategory] = []
    ) throws -> ImportCounts {
        var table = RequestTable(
            rows.map { row in
                var request = ServiceRequest(id: row.id)
                request.category = row.category
                request.opened = Timestamp(secondsSince1970: 1_700_000_000)
                request.assigned = [nil]
                return request
            }, layerCount: 1)
        table.intake.columns = [.id: "sr", .category: "type", .opened: "created"]
        table.intake.assignedColumns = ["zone_code"]
        table.intake.otherStates = rejected
        return try RequestImport(
            table, layers: ["zone"], city: "Testville", timeZone: "America/New_York",
            day: try #require(CivilDate(iso: day)), isComplete: false
        ).run(into: path, program: "test")
    }

    private func idsTold() throws -> [String] {
        var table = try Workspace(opening: path).requests(layers: ["zone"], statuses: StatusWordList())
        table.leaveOut { $0 == "Wellness Check" }
        return (0..<table.count).map(table.id)
    }

    @Test(arguments: [false, true])
    func `a request is private by the file of an earlier day whether that came first or last`(isLast: Bool)
        throws
    {
        let monday = [(id: "A", category: "Wellness Check"), (id: "B", category: "Noise")]
        let tuesday = [(id: "A", category: "Noise"), (id: "B", category: "Noise")]
        let files = [(monday, "2024-03-01"), (tuesday, "2024-03-02")]
        for (rows, day) in isLast ? files.reversed() : files { _ = try add(rows, day: day) }
        #expect(try idsTold() == ["B"])
    }

    @Test func `what a row that could not be read says of its category is kept, once`() throws {
        let state = StatedCategory(id: "a", opened: nil, category: "Wellness Check")
        let rows = [(id: "A", category: "Noise"), (id: "B", category: "Noise")]
        _ = try add(rows, day: "2024-03-01")
        #expect(try idsTold() == ["A", "B"])
        #expect(try add(rows, day: "2024-03-02", rejected: [state]) == ImportCounts(unchanged: 2))
        #expect(try idsTold() == ["B"])
        let bytes = try Data(contentsOf: URL(filePath: path))
        #expect(try add(rows, day: "2024-03-02", rejected: [state]) == ImportCounts(unchanged: 2))
        #expect(try Data(contentsOf: URL(filePath: path)) == bytes)
    }
}
