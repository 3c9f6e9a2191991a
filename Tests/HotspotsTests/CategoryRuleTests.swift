import Testing

@testable import Hotspots

struct CategoryRuleTests {
    @Test(arguments: [
        "Street Lights", "StreetLight Out", "BGE-StLight(s) Out", "Alleylight Repair", "TRAFFIC SIGNAL",
        "lighting",
        "Street lamp",
    ])
    func `a light has a place of its own`(category: String) {
        #expect(CategoryRule.usual(for: category).radius == 30)
    }

    @Test(arguments: [
        "Property Blight", "Flight Noise", "Clamp Removal", "Property Weeds", "Dismissed Case", "",
    ])
    func `a word within a word says nothing of a category`(category: String) {
        #expect(CategoryRule.usual(for: category) == .usual)
    }

    @Test func `what comes back by its nature has a short life`() {
        #expect(CategoryRule.usual(for: "SW-Trash Can Missed Pickup").repairLife == 60)
        #expect(CategoryRule.usual(for: "Graffiti Removal").repairLife == 90)
    }
}
