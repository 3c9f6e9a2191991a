import TestSupport
import Testing

@testable import ServiceRequests

/// Which rows have the id of an earlier one.
struct RepeatedIDsTests {
    /// Returns the same by a dictionary.
    private func expected(_ ids: [String]) -> [RepeatedIDs.Repeat] {
        var first: [String: Int] = [:]
        return ids.enumerated().compactMap { row, id in
            guard let earlier = first[id] else {
                first[id] = row
                return nil
            }
            return RepeatedIDs.Repeat(row: row, first: earlier)
        }
    }

    // In one table, in several, and in more tables than there are threads.
    @Test(arguments: [100_000, 1_000, 64], [1, 3])
    func `ids that repeat are found in whatever number of tables they are looked up`(
        idsPerTable: Int, jobs: Int
    ) {
        var numbers = SeededNumbers(7)
        let ids = (0..<5_000).map { _ in "SR-\(Int.random(in: 0..<8_000, using: &numbers))" } + ["", "", "é"]
        let found = RepeatedIDs.find(in: TextColumn(ids), jobs: jobs, idsPerTable: idsPerTable)
        #expect(found == expected(ids))
        #expect(found.count > 1_000)
    }

    @Test func `no id repeats where each is greater than the one before`() {
        let ids = (95..<2_000).map { "SR-\($0)" }
        #expect(RepeatedIDs.find(in: TextColumn(ids), jobs: 2).isEmpty)
        #expect(RepeatedIDs.find(in: TextColumn(ids + ["SR-95"]), jobs: 2) == expected(ids + ["SR-95"]))
    }
}
