import Testing

@testable import AddressParsing

struct HouseNumberTests {
    @Test func `a number may have a fraction, a letter or a grid`() {
        expect("720 1/2 Main St", "n=720 1/2 · name=MAIN · type=ST")
        expect("720-1/2 Main St", "n=720 1/2 · name=MAIN · type=ST")
        expect("6257A Main St", "n=6257|A · name=MAIN · type=ST")
        expect("214 B South Blvd", "n=214|B · name=SOUTH · type=BLVD")
        expect("N6W23001 Bluemound Rd", "n=N6W|23001 · name=BLUEMOUND · type=RD")
        expect("W156 N8480 Pilgrim Rd", "n=W156N|8480 · name=PILGRIM · type=RD")
        for line in ["N61-W22251 Mill Cir", "N. 61 W. 22251 Mill Cir", "N.61 W.22251 Mill Cir"] {
            expect(line, "n=N61W|22251 · name=MILL · type=CIR")
        }
        #expect(HouseNumber(field: "N61-W22251")?.prefix == "N61W")
        expect("One Main Street", "n=1 · name=MAIN · type=ST")
    }

    @Test func `Queens numbers are not ranges`() {
        expect("45-12 21st St", "n=45-12 · name=21ST · type=ST")
        expect("120-55 Queens Blvd", "n=120-55 · name=QUEENS · type=BLVD")
        expect("705-805 Main St", "n=705..805 · name=MAIN · type=ST")
        expect("1099-915 Main St", "n=1099..915 · name=MAIN · type=ST")
        expect("705 - 805 Main St", "n=705..805 · name=MAIN · type=ST")
    }

    @Test func `a Queens number joins to one`() {
        let parser = AddressParser()
        #expect(parser.parse("45-12 21st St").best.number?.joinedValue == 4512)
        #expect(parser.parse("705-805 Main St").best.number?.joinedValue == nil)
    }

    @Test func `two numbers too far apart for a range are one`() {
        let parser = AddressParser()
        #expect(parser.parse("91-1121 Kaileo St").best.number?.farJoinedValue == 911_121)
        #expect(HouseNumber(field: "3-3122")?.keyInList == 33_122)
        for line in ["94-98 Golf Rd", "705-805 Main St", "1200-1299 Main St", "94-825 Golf Rd"] {
            #expect(parser.parse(line).best.number?.farJoinedValue == nil, "\(line)")
        }
    }

    @Test func `a block is its hundred`() {
        expect("1200 BLOCK OF K ST", "kind=block · n=1200 · name=K · type=ST")
        expect("1200 - 1299 BLOCK OF K STREET NW", "kind=block · n=1200..1299 · name=K · type=ST · post=NW")
        expect("4900 BLK TODD AVE", "kind=block · n=4900 · name=TODD · type=AVE")
        expect("100 block N Main St", "kind=block · n=100 · pre=N · name=MAIN · type=ST")
    }
}
