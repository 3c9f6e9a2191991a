import Testing

@testable import AddressParsing

struct RelativePlaceTests {
    @Test func `a distance from a house is read with its unit`() {
        let metres: [String: ClosedRange<Double>] = [
            "1/2 mile east of": 800...810, "half a mile east of": 800...810, "2500 ft east of": 760...765,
            "2500ft east of": 760...765, "500 yards past": 455...460, "300 m north of": 300...300,
            "2 blocks west of": 250...500, "two lots south of": 40...150, "about 100 feet before": 30...31,
        ]
        for (words, range) in metres {
            let best = AddressParser().parse("\(words) 104 Main St").best
            #expect(best.relation == .near && range.contains(best.distance), "\(words)")
            #expect(best.number?.value == 104 && best.street.name == "MAIN", "\(words)")
        }
    }

    @Test func `a direction from a house without a distance is vague`() {
        for words in ["down the street from", "just before", "west of", "past"] {
            #expect(AddressParser().parse("\(words) 104 Main St").best.distance >= 200, "\(words)")
        }
        for words in ["vacant lot next to", "kitty corner from", "alley behind"] {
            let best = AddressParser().parse("\(words) 104 Main St").best
            #expect(best.relation == .near && best.distance == 0, "\(words)")
        }
    }

    @Test func `a place miles away is not told by the address`() {
        for words in ["5 miles east of", "2.5 miles east of", "a mile past"] {
            #expect(
                AddressParser().parse("\(words) 104 Main St").best.kind == .unplaceable(.landmark), "\(words)"
            )
        }
    }

    @Test func `a distance from a crossing is read, too`() {
        let best = AddressParser().parse("500 ft north of Main St & Oak Ave").best
        #expect(best.kind == .intersection && best.relation == .near && best.distance > 150)
    }

    @Test func `words that say where at the house say no distance`() {
        for line in [
            "5th Ave 100 ft N of Main St", "rear of 104 Main St", "104 Main St", "1200 block of Main St",
        ] {
            #expect(AddressParser().parse(line).best.relation == .at, "\(line)")
        }
        #expect(AddressParser().parse("Across the street from 12 Elm St").best.relation == .opposite)
    }
}
