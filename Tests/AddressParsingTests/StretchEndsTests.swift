import Testing

@testable import AddressParsing

struct StretchEndsTests {
    @Test(arguments: [
        "Old Post Rd from Oak St to Elm St", "Old Post Rd Oak St to Elm St",
        "Old Post Rd, Oak St thru Elm St",
        "Old Post Rd between Oak St and Elm St", "between Oak St and Elm St on Old Post Rd",
    ])
    func `a stretch from one street to another lies between them`(line: String) {
        let best = AddressParser().parse(line).best
        #expect(best.kind == .between && best.street.standard == "OLD POST RD", "\(best)")
        #expect(best.crossStreets.map(\.standard) == ["OAK ST", "ELM ST"], "\(best)")
    }

    @Test(arguments: [
        "US 1", "US Highway 1", "US-1", "State Rte 9", "SR 9", "Interstate 95", "CR 5", "Route 12",
    ])
    func `a road's number stays its own before words that lead to another street`(road: String) {
        let parser = AddressParser()
        for words in ["between Oak St and Elm St", "from Oak St to Elm St", "near Oak St", "south of Oak St"]
        {
            let best = parser.parse("\(road) \(words)").best
            #expect(best.street.standard == parser.street(road)?.standard, "\(road) \(words): \(best)")
            #expect(best.crossStreets.first?.standard == "OAK ST", "\(road) \(words): \(best)")
        }
        #expect(parser.parse("Route 12 Main St").best.street.standard == "MAIN ST")
    }

    @Test func `a name that needs no type ends a street as a type does`() {
        expect("Broadway: Oak St to Elm St", "kind=between · name=BROADWAY · x=OAK ST · x=ELM ST")
    }

    @Test(arguments: ["Ramp from I-95 to Oak St", "12 Elm St to 40 Elm St", "Oak St to Elm St"])
    func `ramps, houses and two streets alone are no stretch`(line: String) {
        #expect(AddressParser().parse(line).best.kind != .between)
    }
}
