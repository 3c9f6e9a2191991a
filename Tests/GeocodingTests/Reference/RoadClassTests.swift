import Testing

@testable import Geocoding

@Suite struct RoadClassTests {
    @Test(arguments: [
        ("S1200", RoadClass.major), ("S1400", .local), ("S1730", .alley), ("STRALY", .alley),
        ("PART", .major),
    ])
    func `known codes are read`(code: String, expected: RoadClass) {
        #expect(RoadClass(code: code) == expected)
    }

    @Test func `an unknown code says nothing`() { #expect(RoadClass(code: "X9") == nil) }
}
