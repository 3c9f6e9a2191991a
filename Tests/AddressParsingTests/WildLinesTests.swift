import Testing

@testable import AddressParsing

/// Lines as clerks, spreadsheets and other countries write them.
struct WildLinesTests {
    // Case 47.
    @Test func `fields of house numbers keep zeros, fractions and letters`() {
        #expect(HouseNumber(field: "94-005")?.key == 94_005)
        #expect(HouseNumber(field: "45-12")?.key == 4512)
        #expect(HouseNumber(field: " 123 1/2 ")?.fraction == "1/2")
        #expect(HouseNumber(field: "123-1/2")?.key == 123)
        #expect(HouseNumber(field: "6257a")?.suffix == "A")
        #expect(HouseNumber(field: "N6W23001")?.key == 23_001)
        #expect(HouseNumber(field: "102.0")?.key == 102)
        #expect(HouseNumber(field: "-1") == nil)
        #expect(HouseNumber(field: "none") == nil)
    }

    // Case 55.
    @Test func `numbers that a program wrote with a fraction of zero are whole`() {
        expect("102.0 Pine St 21201.0", "n=102 · name=PINE · type=ST · zip=21201")
    }

    // Planted: requests on E St NW were of no street where their type was left out.
    @Test func `the street of a letter in a quadrant is one without its type, too`() {
        for letter in ["E", "N", "S", "W"] {
            expect("281 \(letter) NW", "n=281 · name=\(letter) · post=NW")
        }
        expect("281 E NE, Washington, DC", "n=281 · name=E · post=NE · city=WASHINGTON · state=DC")
        expect("281 E Main St NW", "n=281 · pre=E · name=MAIN · type=ST · post=NW")
    }

    @Test func `two house numbers are both the number`() {
        for line in ["123 & 125 Main St", "123 and 125 Main St", "123/125 Main St", "123, 125 Main St"] {
            expect(line, "n=123..125 · name=MAIN · type=ST")
        }
        expect("720 1/2 Main St", "n=720 1/2 · name=MAIN · type=ST")
    }

    @Test func `a county is no town`() {
        for line in ["12 Elm St, Salem, Marion County, OR 97301", "12 Elm St Salem Marion County OR 97301"] {
            expect(line, "n=12 · name=ELM · type=ST · city=SALEM · state=OR · zip=97301")
        }
    }

    @Test func `county roads go by up to three letters`() {
        expect("12 County Road PPP", "n=12 · type1=COUNTY RD · name=PPP")
        expect("12 County Rd UV", "n=12 · type1=COUNTY RD · name=UV")
    }

    @Test func `the unit block is that below 100`() {
        expect("UNIT BLOCK OF K ST NW", "kind=block · n=0 · name=K · type=ST · post=NW")
    }

    // Case 87.
    @Test func `a lone direction letter is a direction before it is a unit`() {
        let readings = AddressParser().parse("620 Main St S").readings
        #expect(readings.allSatisfy { $0.unit == nil })
        #expect(readings.first?.street.postDirectional == .south)
        expect("12 K St NW E", "n=12 · name=K · type=ST · post=NW · unit=E")
    }

    // Case 53.
    @Test func `words for the other side are no part of the address`() {
        let parser = AddressParser()
        for line in [
            "Opposite 12 Elm St", "across from 12 Elm St", "Across the street from 12 Elm St",
            "12 Elm St (opposite)", "12 Elm St opp", "en face de 12 Elm St",
        ] {
            let best = parser.parse(line).best
            #expect(best.relation == .opposite, "\(line)")
            #expect(best.number?.value == 12 && best.street.name == "ELM", "\(line)")
        }
        #expect(parser.parse("near 12 Elm St").best.relation == .near)
        #expect(parser.parse("Elm St opposite Oak Ave").best.kind == .intersection)
        #expect(parser.parse("12 Elm St").best.relation == .at)
    }

    @Test func `addresses of other countries are not read`() {
        for line in [
            "10 Downing Street, London SW1A 2AA", "Hauptstraße 12, 10115 Berlin",
            "12 Rue de Rivoli, Paris, France",
        ] {
            #expect(AddressParser().parse(line).best.kind == .unplaceable(.otherCountry), "\(line)")
        }
        expect("12 Elm St, Mexico, MO", "n=12 · name=ELM · type=ST · city=MEXICO · state=MO")
    }

    @Test func `a unit of a letter and a number, and what is said of it, are no British postcode`() {
        for line in [
            "624 Elm Ave Apt B4 9PM", "624 Elm Ave Apt D3 2BR", "624 Elm Ave Bldg C1 1FL",
            "624 Elm Ave # C12 2FL", "624 Elm Ave B4 2BR", "624 Elm Ave C12 2NP",
        ] {
            let best = AddressParser().parse(line).best
            #expect(best.kind == .street && best.street.name == "ELM" && best.number?.value == 624, "\(line)")
        }
        for line in [
            "12 High Street, Leeds LS1 4AP", "5 Mill Lane, Birmingham B4 7AJ", "Flat 2, 10 Elm Road, M1 1AE",
            "12 Oak Avenue Upper, LS7 1GP",
        ] {
            #expect(AddressParser().parse(line).best.kind == .unplaceable(.otherCountry), "\(line)")
        }
    }

    @Test func `a number behind its street as other countries write it is of another country`() {
        for line in [
            "Calle 45 # 13-22", "Calle 45 No. 13-22", "Cra 13 # 14-22", "KR 13A # 14B-22", "Cl 45 # 13 - 22",
            "Hauptstraße 12", "Hauptstr. 12a", "Goetheweg 112", "Ringplatz 112, 44101 Ravenna",
            "Neuer Marktplatz 3 b",
        ] {
            #expect(AddressParser().parse(line).best.kind == .unplaceable(.otherCountry), "\(line)")
        }
        for line in [
            "Calle Luna #112", "Calle 45 # 112", "12 Ringplatz", "12 Goetheweg Apt 4", "Elm St # 13-22",
            "12 Calle 45 # 13-22",
        ] {
            #expect(AddressParser().parse(line).best.kind != .unplaceable(.otherCountry), "\(line)")
        }
    }

    @Test func `words that a reading leaves out beside its street are told, and not what a comma sets off`() {
        let beside = [
            "624 Park Rd 22": true, "624 Lake Dr Upper": true, "624 Elm St Alley": true,
            "624 W Rural Route 4": true,
            "624 Park Rd": false, "624 Park Rd, Apt 22": false, "624 N Park Rd (rear)": false,
            "Park Rd & Elm St": false,
            "624 O'Connell St., Salem": false, "624 Rue de l'Église": false,
        ]
        for (line, isBeside) in beside {
            let address = AddressParser().parse(line)
            #expect(address.hasWordsBesideStreet(address.best) == isBeside, "\(line)")
        }
    }

    @Test func `a sign beside a designator is no part of it`() {
        let parsed = AddressParser().parse("123 Main St Apt #4")
        #expect(parsed.best.unit.map { parsed.text($0.typeSpan) } == "Apt")
        #expect(parsed.best.unit.map { parsed.text($0.idSpan) } == "4")
    }

    // Case 86.
    @Test func `a block is one however it is written`() {
        let block = "kind=block · n=1400 · name=PINE · type=ST · post=NW"
        for line in [
            "1400 block Pine St NW", "14XX Pine St NW", "14xx block of Pine St NW", "Pine St NW 1400 block",
            "Pine St NW (1400 blk)", "Pine St NW, 1400 block",
        ] {
            expect(line, block)
        }
        expect(
            "Pine St NW (1400 block), Salem, OR",
            "kind=block · n=1400 · name=PINE · type=ST · post=NW · city=SALEM · state=OR")
        let whole = [
            "1400-1499 Pine St": true, "1401 - 1499 Pine St": true, "1400 to 1499 Pine St": true,
            "1400-99 Pine St": true, "1400-1412 Pine St": false, "94-99 Golf Rd": false,
            "1400 Pine St": false,
        ]
        for (line, isWhole) in whole {
            #expect(AddressParser().parse(line).best.number?.isWholeBlocks == isWhole, "\(line)")
        }
        #expect(AddressParser().parse("1400-98 block of Pine St").best.number?.farEnd == 1498)
    }

    // Case 90.
    @Test func `a place that is named after a street is a landmark, not the street`() {
        for line in ["Elm Street School", "Elm St Bridge", "Elm Street Park"] {
            #expect(AddressParser().parse(line).best.kind == .unplaceable(.landmark), "\(line)")
        }
        expect("Elm St, Menlo Park, CA", "name=ELM · type=ST · city=MENLO PARK · state=CA")
        expect("12 Elm Street School", "n=12 · name=ELM · type=ST · city=SCHOOL")
    }

    // Case 80.
    @Test func `five digits before the town are its ZIP code`() {
        expect("12 Elm St, 02719, Salem", "n=12 · name=ELM · type=ST · city=SALEM · zip=02719")
        expect("12 Elm St, Apt 10719, Salem", "n=12 · name=ELM · type=ST · unit=APT 10719 · city=SALEM")
    }

    @Test func `marks without width, such as those of direction, are no part of a word`() {
        for line in [
            "\u{202A}12 Elm St\u{202C}", "\u{2067}12 Elm St\u{2069}", "\u{200E}12\u{A0}Elm St\u{200F}",
            "12 E\u{AD}lm\u{2060} St\u{FEFF}",
        ] {
            expect(line, "n=12 · name=ELM · type=ST")
        }
    }

    @Test func `a slip of the pen in a street's type is its type`() {
        for word in ["Stret", "Steet", "Streeet", "Sreet"] {
            expect("150 Elm \(word)", "n=150 · name=ELM · type=ST")
            expect("150 Elm \(word), Salem", "n=150 · name=ELM · type=ST · city=SALEM")
        }
        expect("150 Elm Aveneu", "n=150 · name=ELM · type=AVE")
        expect("150 Elm Boulvard N", "n=150 · name=ELM · type=BLVD · post=N")
    }

    @Test func `addresses of other countries with the code before the town are not read`() {
        for line in [
            "12 rue de Rivoli, 75001 Paris", "Unter den Linden 77, 10117 Berlin", "Via Roma 12, 00184 Roma",
            "Calle de Alcalá 42, 28014 Madrid", "Av. Reforma 222, 06600 Ciudad de México",
            "Bahnhofstrasse 1, 8001 Zürich",
        ] {
            #expect(AddressParser().parse(line).best.kind == .unplaceable(.otherCountry), "\(line)")
        }
        for line in [
            "12 Elm St, 02719 Salem", "County Road 12, 75001 Salem", "12 Via Verde, Salem",
            "Elm St 12, Salem",
            "Highway 12, 02719 Salem", "12 Elm St, Apt 10719, Salem", "440 Elm St, 10117 Oak Ave",
        ] {
            #expect(AddressParser().parse(line).best.kind != .unplaceable(.otherCountry), "\(line)")
        }
    }

    @Test func `a comma for thousands is part of the house number`() {
        expect("2,319 S Main St", "n=2319 · pre=S · name=MAIN · type=ST")
        expect("12,345 Elm St", "n=12345 · name=ELM · type=ST")
        #expect(AddressParser().parse("123, 125 Elm St").best.number?.second == 125)
    }

    @Test(arguments: [
        "between 2319 and 2341 S Main St", "between 2319 S Main St and 2341 S Main St, Salem",
        "from 2319 S Main St to 2341 S Main St",
    ])
    func `a stretch is as wide as its numbers lie apart`(line: String) {
        let reading = AddressParser().parse(line).best
        #expect(reading.relation == .near && (28...30).contains(reading.distance), "\(reading)")
        #expect(reading.number?.value == 2319 && reading.street.name == "MAIN", "\(reading)")
    }

    @Test(arguments: [
        "between 100 Maple St and 1900 Maple St", "between 100 and 1900 Maple St",
        "between 100 Maple St and 104 Elm St",
    ])
    func `a stretch of many blocks, or between two streets, is no place`(line: String) {
        #expect(AddressParser().parse(line).best.kind == .unplaceable(.landmark), "\(line)")
    }

    @Test func `between two numbers is somewhere around the first`() {
        let reading = AddressParser().parse("between 2319 and 2341 S Main St").best
        #expect(reading.relation == .near && reading.number?.value == 2319)
        #expect(AddressParser().parse("Elm St between Oak St and Pine St").best.relation == .at)
    }

    @Test func `a corner's quarter is no part of its street`() {
        let reading = AddressParser().parse("NW corner Elm St & Main St").best
        #expect(reading.kind == .intersection && reading.street.standard == "ELM ST")
        #expect(reading.crossStreets.map(\.standard) == ["MAIN ST"])
    }
}
