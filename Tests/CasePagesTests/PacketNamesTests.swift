import CasePages
import Testing

@Suite struct PacketNamesTests {
    private func names(_ codes: [String]) -> [String] { PacketNames(layer: "district", codes: codes).names }

    @Test func `a code names its file`() {
        #expect(
            names(["1", "Ward 07", "Río Abajo"]) == ["district-1", "district-ward-07", "district-rio-abajo"])
        #expect(names(["Łąki", "Grünerløkka"]) == ["district-laki", "district-grunerlokka"])
    }

    /// Case 98: three areas, two packets, and an index that led from both to one.
    @Test(arguments: [
        ["A 1", "A-1", "A-1-2"], ["A-1-2", "A 1", "A-1"], ["a", "A", "a-1", "A 2", "a-2"],
        ["Ж", "Щ", "area", "area-2"], ["", "-", "--"],
        [String(repeating: "x", count: 200) + "1", String(repeating: "x", count: 200) + "2"],
    ])
    func `no two areas have one file`(codes: [String]) {
        let found = names(codes)
        #expect(Set(found).count == codes.count, "\(found)")
        #expect(found.allSatisfy { $0.utf8.count < 150 })
    }
}
