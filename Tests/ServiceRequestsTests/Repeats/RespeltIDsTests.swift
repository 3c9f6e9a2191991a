import Testing

@testable import ServiceRequests

struct RespeltIDsTests {
    private func pairs(_ wanted: Set<String>, in other: [String]) -> [String: String] {
        var ids = RespeltIDs(wanted)
        for id in other { ids.look(at: id) }
        return ids.wantedByOther
    }

    @Test func `ids that a spreadsheet rewrote are found in a list that has them as they were`() {
        #expect(
            pairs(["101", "102.0", "1,003", "sr-4"], in: ["000101", "000102", "001003", "SR-4", "000105"])
                == ["000101": "101", "000102": "102.0", "001003": "1,003", "SR-4": "sr-4"])
        #expect(pairs(["000101"], in: ["101", "101"]) == ["101": "000101"])
    }

    @Test func `an id that several may be, or that is there as it is, is no other's spelling`() {
        #expect(pairs(["101"], in: ["101", "000101"]).isEmpty)
        #expect(pairs(["101"], in: ["0101", "000101"]).isEmpty)
        #expect(pairs(["101", "0101"], in: ["000101"]).isEmpty)
        #expect(pairs(["101"], in: ["102"]).isEmpty)
    }
}
