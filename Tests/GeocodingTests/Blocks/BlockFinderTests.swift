import AddressParsing
import Geometry
import Testing

@testable import Geocoding

@Suite struct BlockFinderTests {
    /// Two blocks of Main St from west to east, 0.002° each, and First Ave across their middle.
    private let finder: BlockFinder = {
        func street(_ name: String, _ numbers: ClosedRange<Int>?, _ line: [(Double, Double)]) -> StreetLine {
            StreetLine(
                title: name, names: [AddressParser().street(name)].compactMap(\.self), roadClass: nil,
                line: line.map { Coordinate(longitude: $0.0, latitude: $0.1) }, numbers: numbers)
        }
        return BlockFinder([
            street("Main St", 100...198, [(-76.604, 39.3), (-76.602, 39.3)]),
            street("Main St", 200...298, [(-76.602, 39.3), (-76.6, 39.3)]),
            street("First Ave", 1...99, [(-76.602, 39.298), (-76.602, 39.3)]),
            street("First Ave", 100...199, [(-76.602, 39.3), (-76.602, 39.302)]),
        ])
    }()

    private func block(_ address: String?, _ longitude: Double, _ latitude: Double) -> StreetBlock {
        finder.block(ofAddress: address, near: Coordinate(longitude: longitude, latitude: latitude))
    }

    @Test func `two houses of one block have one place, its middle`() {
        let first = block("212 Main St", -76.6017, 39.3001)
        let second = block("288 MAIN", -76.6002, 39.2999)
        #expect(first == second)
        #expect(first.title == "200 block of Main St")
        #expect(abs(first.middle.longitude + 76.601) < 1e-6 && abs(first.middle.latitude - 39.3) < 1e-6)
    }

    @Test func `a crossing is a place of its own`() {
        let crossing = block("First Ave & Main St", -76.6018, 39.3003)
        #expect(crossing.title == "1st Ave & Main St" || crossing.title == "First Ave & Main St")
        #expect(crossing.middle == Coordinate(longitude: -76.602, latitude: 39.3))
    }

    @Test(arguments: ["212 Elm St", "somewhere behind 212", "", nil] as [String?])
    func `where the address names no street nearby, the nearest block is taken`(address: String?) {
        let found = block(address, -76.6031, 39.3002)
        #expect(abs(found.middle.longitude + 76.603) < 1e-6)
        #expect(!found.title.contains("212"))
    }

    @Test func `far from all streets a square is taken, not the position`() {
        let position = Coordinate(longitude: -76.5512345, latitude: 39.3512345)
        let found = finder.block(ofAddress: "212 Main St", near: position)
        #expect(found.middle != position)
        let neighbour = finder.block(
            ofAddress: nil, near: Coordinate(longitude: -76.5513, latitude: 39.3513))
        #expect(neighbour.middle == found.middle)
        #expect(neighbour.title.isEmpty)
    }

    @Test func `no street at all is no failure`() {
        let found = BlockFinder([]).block(
            ofAddress: "212 Main St", near: Coordinate(longitude: -76.6, latitude: 39.3))
        #expect(found.title == "200 block of Main St")
    }
}

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
