import Testing

@testable import AddressParsing

struct NumberListTests {
    @Test(arguments: [
        "210, 650 Oak St", "210,650 Oak St", "210; 650 Oak St", "210 650 Oak St", "Oak St 210, 650",
        "210, 218, 650 Oak St", "210, 218 & 650 Oak St", "650, 218, 210 Oak St",
    ])
    func `of two houses in a list either may be meant, and of more the first and the last`(line: String) {
        let best = AddressParser().parse(line).best
        #expect(best.number?.value == 210 && best.otherHouse?.number.value == 650, "\(best)")
        #expect(best.otherHouse?.isAsLikely == true && best.street.standard == "OAK ST", "\(best)")
    }

    @Test func `a direction behind a list is its street's`() {
        let best = AddressParser().parse("312, 550 W Roosevelt Rd").best
        #expect(best.otherHouse?.number.value == 550 && best.street.standard == "W ROOSEVELT RD")
    }

    @Test func `a unit, a street of numbers and a Canadian suite are no second house`() {
        #expect(AddressParser().parse("5, 210 Oak St").best.otherHouse == nil)
        #expect(AddressParser().parse("County Rd 250, 1128").best.street.name == "250")
        expect("650 300 W", "n=650 · name=300 · post=W")
        let suite = AddressParser().parse("101, 2500 Main St, Calgary, AB T2P 1J9").best
        #expect(suite.number?.value == 2500 && suite.unit?.id == "101" && suite.otherHouse == nil)
    }
}
