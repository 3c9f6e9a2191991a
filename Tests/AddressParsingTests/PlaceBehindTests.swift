import Testing

@testable import AddressParsing

struct PlaceBehindTests {
    @Test func `how far a place lies from an address is heard behind it as before it`() {
        let metres: [String: ClosedRange<Double>] = [
            ", 3 blocks east": 600...600, " 3 blocks east": 600...600, " (3 blocks east)": 600...600,
            ", 1000 ft east": 304...306, " - 3 blocks down": 600...600, ", next block": 200...200,
            ", three blocks east of here": 600...600, ", down the street": 200...200,
            ", about 100 ft away from the corner": 30...31, ", half a mile east": 804...805,
            " 500ft to the north": 152...153, ", 2 rues plus loin": 400...400, ", 2 houses down": 80...80,
        ]
        for (words, range) in metres {
            let best = AddressParser().parse("210 Oak St\(words)").best
            #expect(best.relation == .near && range.contains(best.distance), "\(words): \(best.distance)")
            #expect(best.number?.value == 210 && best.street.standard == "OAK ST", "\(words)")
            #expect(best.unit == nil && best.city.isEmpty, "\(words)")
        }
    }

    @Test func `the town behind such words stays, and crossings and blocks have them too`() {
        #expect(AddressParser().parse("210 Oak St, 3 blocks east, Salem").best.city == "SALEM")
        let crossing = AddressParser().parse("Old Post Rd & Oak St, 500 ft north").best
        #expect(crossing.kind == .intersection && crossing.relation == .near)
        let block = AddressParser().parse("200 block Oak St, 2 blocks east").best
        #expect(block.kind == .block && block.number?.value == 200 && block.distance == 400)
    }

    @Test(arguments: [
        "210 Oak St Apt 3 E", "210 Oak St Unit 2 N", "Oak St 200 block", "210 Oak St, 2 MI 48201",
        "12 Next Block Rd", "210 Oak St, East Salem", "12 Elm St, 3rd floor", "210 Oak St Lot 4",
        "E 8 Mile W", "100 Main St Unit A Block N",
    ])
    func `units, blocks and towns are no distances`(line: String) {
        #expect(AddressParser().parse(line).best.relation == .at)
    }

    @Test func `a place miles away is not told by the address before it either`() {
        #expect(AddressParser().parse("210 Oak St, 5 miles east").best.kind == .unplaceable(.landmark))
    }
}
