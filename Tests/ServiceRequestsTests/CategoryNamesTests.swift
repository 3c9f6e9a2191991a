import Testing

@testable import ServiceRequests

struct CategoryNamesTests {
    private let names = ["Pothole", "Graffiti", "POTHOLE", "Pot  hole", "pothole\u{A0}"]

    @Test func `spellings of one name are one group, called as most requests call it`() {
        let groups = CategorySpellings(names, counts: [4, 9, 5, 1, 2])
        #expect(groups.groupOfName == [0, 1, 0, 2, 0])
        #expect(groups.names == ["POTHOLE", "Graffiti", "Pot  hole"])
        #expect(groups.group(named: "potholé") == 0 && groups.group(named: "Potholes") == nil)
        #expect(CategorySpellings(["b", "B"]).names == ["B"])
    }

    @Test func `who asks for a category gets all of its spellings`() throws {
        let chosen = try CategoryNames.chosen(["pothole"], among: names, source: "r.csv")
        #expect(chosen == ["Pothole", "POTHOLE", "pothole\u{A0}"])
        #expect(throws: UnknownCategory.self) {
            try CategoryNames.chosen(["Potholes"], among: names, source: "r.csv")
        }
    }
}
