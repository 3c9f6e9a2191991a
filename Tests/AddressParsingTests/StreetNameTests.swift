import Testing

@testable import AddressParsing

struct StreetNameTests {
    private let parser = AddressParser()

    @Test func `a reference file's street has the same parts as an address's`() {
        for name in [
            "N CHARLES ST", "ST PAUL PL", "NORTH AVE", "US HWY 1", "5TH AVE", "AVENUE S", "EAST WEST HWY",
        ] {
            var street = parser.street(name)
            var inLine = parser.parse("12 \(name)").best.street
            street?.written = StreetSpans()
            inLine.written = StreetSpans()
            #expect(street == inLine, "\(name)")
        }
        #expect(parser.street("") == nil)
        #expect(parser.street("N MAIN ST NE")?.standard == "N MAIN ST NE")
    }

    @Test func `every token says what it can be`() {
        let tokens = parser.tokens("100 N St, Éxeter")
        #expect(tokens.map(\.text) == ["100", "N", "ST", "EXETER"])
        #expect(tokens[1].roles.contains("directional"))
        #expect(tokens[2].roles.contains("street type") && tokens[2].roles.contains("saint"))
        #expect(tokens[3].roles == ["word"] && tokens[3].span == TextSpan(10..<17))
    }

    @Test func `a quadrant between name and type is one, a word of the name stays`() {
        for (line, standard) in [
            ("530 Dexter NE St", "DEXTER ST NE"), ("530 Dexter St NE", "DEXTER ST NE"),
            ("530 Old Northeast Rd", "OLD NORTHEAST RD"), ("12 S W St", "S W ST"),
        ] {
            #expect(parser.parse(line).best.street.standard == standard, "\(line)")
        }
    }

    @Test func `a state's road is one with a hyphen too`() {
        for (line, other) in [("333 W IN-9", "333 W IN 9"), ("333 TX-71", "333 TX 71")] {
            #expect(
                parser.parse(line).best.street.standard == parser.parse(other).best.street.standard, "\(line)"
            )
            #expect(parser.parse(line).best.street.preType.isEmpty == false, "\(line)")
        }
    }
}
