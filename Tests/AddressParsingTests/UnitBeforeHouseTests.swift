import Testing

@testable import AddressParsing

struct UnitBeforeHouseTests {
    @Test func `behind a designator the second number is the house`() {
        for line in [
            "Unit 2-345 Ann St", "Suite 101-345 Ann St", "Apt 2/345 Ann St", "#101-345 Ann St",
            "Shop 12/345 Ann St",
        ] {
            let reading = AddressParser().parse(line).best
            #expect(reading.number?.value == 345, "\(line)")
            #expect(reading.otherHouse == nil && reading.unit != nil, "\(line)")
        }
    }

    @Test func `without one either number may be the house, and no block is named`() {
        for line in ["2-345 Ann St", "101-345 Ann St", "1 - 345 Ann St", "2/345 Ann St"] {
            let reading = AddressParser().parse(line).best
            #expect(
                reading.otherHouse?.number.value == 345 && reading.otherHouse?.isAsLikely == true, "\(line)")
            #expect(reading.blockNumber == nil, "\(line)")
        }
        let range = AddressParser().parse("101-105 Ann St").best
        #expect(
            range.number?.value == 101 && range.otherHouse?.isAsLikely == false && range.blockNumber == 101)
    }

    @Test func `in Canada a hyphen parts unit and house`() {
        let parser = AddressParser(places: PlaceNames(isCanadian: true))
        #expect(parser.parse("2-345 Ann St").best.number?.value == 345)
        #expect(AddressParser().parse("2-345, rue Saint-Jean").best.number?.value == 345)
    }

    @Test func `the number of a pole, a lot or a stop is no house's`() {
        for line in ["Pole #12 Ann St", "Lot 7 Ann St", "Mile 3 Ann St", "Bus stop 101 Ann St"] {
            let reading = AddressParser().parse(line).best
            #expect(reading.number == nil && reading.street.standard == "ANN ST", "\(line)")
        }
        #expect(AddressParser().parse("Pole 12 345 Ann St").best.number?.value == 345)
    }

    @Test func `a note behind an address is no town`() {
        for note in [" (blue house)", " rear of house", " - front yard", " garage"] {
            expect(
                "12 Elm St, Salem, OR 97301\(note)",
                "n=12 · name=ELM · type=ST · city=SALEM · state=OR · zip=97301")
            expect("12 Elm St\(note)", "n=12 · name=ELM · type=ST")
        }
    }
}
