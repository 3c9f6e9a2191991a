import Testing

@testable import AddressParsing

/// Canadian lines, in both languages.
struct CanadaTests {
    @Test func `provinces and postal codes are read`() {
        expect(
            "221 King St W, Toronto, Ontario M5H 1K5",
            "n=221 · name=KING · type=ST · post=W · city=TORONTO · state=ON · zip=M5H 1K5")
        expect(
            "12 Elm Rd, Halifax NS b3h1a1 Canada",
            "n=12 · name=ELM · type=RD · city=HALIFAX · state=NS · zip=B3H 1A1")
    }

    @Test func `French types stand before the name, directions after it`() {
        expect(
            "1000 boul. René-Lévesque Ouest, Montréal, QC H3B 4W8",
            "n=1000 · type1=BLVD · name=RENE LEVESQUE · post=W · city=MONTREAL · state=QC · zip=H3B 4W8")
        expect("12 rue Ste-Catherine O", "n=12 · type1=RUE · name=STE CATHERINE · post=W")
        expect("12 rue Sainte-Catherine Est", "n=12 · type1=RUE · name=STE CATHERINE · post=E")
        expect(
            "123, rue Principale, Gatineau (Québec) J8X 2K1",
            "n=123 · type1=RUE · name=PRINCIPALE · city=GATINEAU · state=QC · zip=J8X 2K1")
    }

    @Test func `a line shows that it is French by its last letter too`() {
        expect("1000 Boulevard René-Lévesque O", "n=1000 · type1=BLVD · name=RENE LEVESQUE · post=W")
        expect("250 Boulevard Laurier O, 02719", "n=250 · type1=BLVD · name=LAURIER · post=W · zip=02719")
        expect("250 Avenue O", "n=250 · type1=AVE · name=O")
    }

    // A reference names streets without a town, which `Québec` in a request showed to be French.
    @Test func `a type before the name and a direction behind it show a line to be French`() {
        let east = "type1=BLVD · name=CHAREST · post=E"
        expect("345 boul. Charest Est, Québec", "n=345 · \(east) · city=QUEBEC")
        expect("345 Boulevard Charest Est", "n=345 · \(east)")
        expect("345 Avenue Laurier Sud", "n=345 · type1=AVE · name=LAURIER · post=S")
        expect("345 boul. Charest E.", "n=345 · \(east)")
        expect("1200 1re Avenue Est", "n=1200 · name=1ST · type=AVE · post=E")
        expect("100 block of avenue des Pins", "kind=block · n=100 · type1=AVE · name=DES PINS")
        expect("100 BLOCK OF AVENUE GOUIN EST", "kind=block · n=100 · type1=AVE · name=GOUIN · post=E")
        // Nothing but a type stands before these.
        expect("12 Oak Hill Est", "n=12 · name=OAK HILL · type=EST")
        expect("5 Circle Est", "n=5 · name=CIRCLE · type=EST")
        expect("345 Avenue O", "n=345 · type1=AVE · name=O")
    }

    // Planted: the same street was found or not by the town, unit or postal code behind it.
    @Test func `a street is French by its own words, whatever stands behind it`() {
        for tail in ["", ", Montréal", " H2L 5J4", " app 4", " #4"] {
            expect(
                "848 Av des Pins O\(tail)",
                "n=848 · type1=AVE · name=DES PINS · post=W" + Self.behind[tail, default: ""])
        }
        expect("3509 2e Avenue", "n=3509 · name=2ND · type=AVE")
        expect("3509 1re Av, Québec", "n=3509 · name=1ST · type=AVE · city=QUEBEC")
        expect("4212 Av du Parc", "n=4212 · type1=AVE · name=DU PARC")
        expect("348 Av Laurier E", "n=348 · type1=AVE · name=LAURIER · post=E")
    }

    private static let behind = [
        ", Montréal": " · city=MONTREAL", " H2L 5J4": " · zip=H2L 5J4", " app 4": " · unit=APT 4",
        " #4": " · unit=# 4",
    ]

    @Test func `an ordinal alone is French where the city is in Canada`() {
        let parser = AddressParser(places: PlaceNames(isCanadian: true))
        #expect(parser.parse("3816 2e").best.street.name == "2ND")
        #expect(AddressParser().parse("3816 2E").best.street.name != "2ND")
    }

    @Test func `words of English streets do not turn French by an avenue before them`() {
        expect("345 Avenue P E", "n=345 · type1=AVE · name=P · post=E")
        expect("12 Avenue Rd E", "n=12 · name=AVENUE · type=RD · post=E")
    }

    @Test func `a unit stands before the number or behind app`() {
        expect(
            "305-1234 rue Principale, Laval QC",
            "n=1234 · type1=RUE · name=PRINCIPALE · unit=305 · city=LAVAL · state=QC")
        expect("1234 rue Principale app. 4", "n=1234 · type1=RUE · name=PRINCIPALE · unit=APT 4")
    }

    @Test func `a type in both languages is one`() {
        expect(
            "100 rue Elgin Street, Ottawa, ON K2P 1L4",
            "n=100 · name=ELGIN · type=ST · city=OTTAWA · state=ON · zip=K2P 1L4")
    }

    @Test func `O Street stays a street, and an alias that is a province's code a town`() {
        expect("12 O St NW", "n=12 · name=O · type=ST · post=NW")
        expect("12 Elm Rd, BC", "n=12 · name=ELM · type=RD · city=BALTIMORE")
    }

    @Test func `a postal code is a number and comes back`() {
        for text in ["K1A 0B1", "02139", "21202"] {
            let code = PostalCode(text)
            #expect(code?.text == text)
            #expect(code.flatMap { PostalCode(number: $0.number) } == code)
        }
        #expect(PostalCode("2139.0")?.text == "02139")
        #expect(PostalCode("0") == nil)
    }

    @Test func `ordinals in full are ordinals in any line`() {
        expect("45 1ère Avenue, Montréal QC", "n=45 · name=1ST · type=AVE · city=MONTREAL · state=QC")
        expect("123 2ème Rue", "n=123 · name=2ND · type=RUE")
        expect("12 3ieme Avenue", "n=12 · name=3RD · type=AVE")
        expect("1ère Avenue", "name=1ST · type=AVE")
    }
}
