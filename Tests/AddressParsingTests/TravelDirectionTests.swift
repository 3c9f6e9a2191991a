import Testing

@testable import AddressParsing

struct TravelDirectionTests {
    @Test(arguments: [
        "US 1 NB at Oak St", "US 1 northbound at Oak St", "US 1 N/B at Oak St", "US 1 north bound at Oak St",
        "US 1 northbound lanes at Oak St", "NB US 1 at Oak St", "US 1 (NB) at Oak St", "US 1 at NB Oak St",
        "US 1 & Oak St SB", "US 1 & Oak St NB",
    ])
    func `the direction of travel is no part of a road's name`(line: String) {
        expect(line, "kind=intersection · type1=US HWY · name=1 · x=OAK ST")
    }

    @Test func `what is a name, a town or a province stays`() {
        expect("12 Northbound Rd", "n=12 · name=NORTHBOUND · type=RD")
        expect("A St S/B St", "kind=intersection · name=A · type=ST · post=S · x=B ST")
        expect(
            "12 Elm St, South Bound Brook, NJ",
            "n=12 · name=ELM · type=ST · city=SOUTH BOUND BROOK · state=NJ")
        #expect(AddressParser().parse("12 Elm St, Moncton NB E1C 1A1").best.state == "NB")
        #expect(AddressParser().parse("12 Elm St NB").best.state == "NB")
        expect("12 EB Stewart Dr", "n=12 · name=EB STEWART · type=DR")
        #expect(AddressParser().street("US 1 NB")?.standard == "US HWY 1")
        #expect(AddressParser().street("EB Stewart Dr")?.standard == "EB STEWART DR")
    }

    @Test func `the exit of a road is no street`() {
        let best = AddressParser().parse("I-95 at Exit 12").best
        #expect(best.kind == .street && best.street.standard == "I 95" && best.hasUnreadNumber)
        #expect(AddressParser().parse("Main St near pole #12").best.kind == .street)
        expect("Main St & Pier 5 Rd", "kind=intersection · name=MAIN · type=ST · x=PIER 5 RD")
    }
}
