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

    @Test(arguments: [
        "near", "vicinity of", "vic", "in the vicinity of", "in the area of", "proximity to",
        "within a block of",
        "alongside", "nr", "approx", "about", "lot adj to", "lot adjacent", "lot adj", "catty corner to",
        "cerca de", "frente a", "enfrente de", "en frente de",
        "al lado de", "à côté du", "près de la", "garden next door to",
    ])
    func `near a house is not at the house, in whatever words`(words: String) {
        let best = AddressParser().parse("\(words) 104 Main St").best
        #expect(best.relation == .near && best.number?.value == 104 && best.street.name == "MAIN", "\(best)")
    }

    @Test(arguments: [
        "diagonally across from", "directly opposite", "en face du",
    ])
    func `the other side of the street is told in whatever words`(words: String) {
        let best = AddressParser().parse("\(words) 104 Main St").best
        #expect(best.relation == .opposite && best.number?.value == 104, "\(best)")
    }

    @Test(arguments: ["104 Main St vicinity", "104 Main St, next door"])
    func `words after an address say that the place is near it`(line: String) {
        let best = AddressParser().parse(line).best
        #expect(best.relation == .near && best.street.name == "MAIN", "\(best)")
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
            "rear of 104 Main St", "104 Main St", "1200 block of Main St",
            "in front of 104 Main St", "complaint about 104 Main St", "2 blocks of Main St", "104 Close St",
        ] {
            #expect(AddressParser().parse(line).best.relation == .at, "\(line)")
        }
        #expect(AddressParser().parse("Across the street from 12 Elm St").best.relation == .opposite)
    }
}
