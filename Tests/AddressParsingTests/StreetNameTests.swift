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
}
