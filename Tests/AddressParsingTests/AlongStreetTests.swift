import Testing

@testable import AddressParsing

struct AlongStreetTests {
    @Test(arguments: [
        "3rd Ave S of Palm Ave", "3rd Ave south of Palm Ave", "3rd Ave, S of Palm Ave",
        "3rd Ave S/O Palm Ave",
        "3rd Ave just south of Palm Ave", "3rd Ave to the south of Palm Ave",
    ])
    func `a direction before of is no street's, and what is meant lies beside the crossing`(line: String) {
        let best = AddressParser().parse(line).best
        #expect(best.kind == .intersection && best.streets.map(\.standard) == ["3RD AVE", "PALM AVE"])
        #expect(best.relation == .near && best.distance == RelativePlace.vague)
    }

    @Test(arguments: [
        "Old Post Rd 200 ft north of Oak St", "200 ft north of Oak St on Old Post Rd",
        "US 1 200 ft south of Oak St", "5th Ave 200 ft N of Oak St",
    ])
    func `a distance along a street from a crossing is heard`(line: String) {
        let best = AddressParser().parse(line).best
        #expect(best.kind == .intersection && best.streets.contains { $0.name == "OAK" }, "\(best)")
        #expect(best.relation == .near && (60...62).contains(best.distance), "\(best)")
    }

    @Test func `feet whose sign is lost are no house's number`() {
        let best = AddressParser().parse("Main St 200' N of Oak Ave").best
        #expect(best.streets.map(\.standard) == ["MAIN ST", "OAK AVE"] && best.relation == .near, "\(best)")
        let road = AddressParser().parse("CR 200 N of Oak Ave").best
        #expect(road.street.standard == "COUNTY RD 200", "\(road)")
    }

    @Test func `a house says better where it stands than the street it stands near`() {
        let best = AddressParser().parse("210 Oak St E of 3rd Ave").best
        #expect(best.number?.value == 210 && best.street.standard == "OAK ST" && best.relation == .at)
    }

    @Test func `what is no street is no end of a crossing`() {
        #expect(AddressParser().parse("Main St W of Boston").best.street.standard == "MAIN ST")
        #expect(AddressParser().parse("Park north of Main St").best.kind != .intersection)
        #expect(AddressParser().parse("3 blocks east of 210 Oak St").best.number?.value == 210)
    }
}
