import Testing

@testable import AddressParsing

struct UnitReaderTests {
    @Test func `units follow the street with a designator`() {
        for (text, unit) in [
            ("Apt 4B", "APT 4B"), ("apartment 4", "APT 4"), ("Suite 200", "STE 200"), ("Unit C", "UNIT C"),
            ("# 12", "# 12"), ("2nd Floor", "FL 2ND"), ("Fl 3", "FL 3"), ("Rear", "REAR"), ("Bsmt", "BSMT"),
            ("Bldg 3", "BLDG 3"), ("Lot 12", "LOT 12"), ("Rm 5", "RM 5"), ("Penthouse", "PH"),
            ("Upper", "UPPR"), ("Unit A&B", "UNIT A AND B"),
        ] {
            expect("100 Main St \(text)", "n=100 · name=MAIN · type=ST · unit=\(unit)")
            expect(
                "100 Main St, \(text), Salem, OR 97301",
                "n=100 · name=MAIN · type=ST · unit=\(unit) · city=SALEM · state=OR · zip=97301")
        }
    }

    @Test func `a unit may come first`() {
        expect("Apt 2 100 Main St", "n=100 · name=MAIN · type=ST · unit=APT 2")
        expect("#4 100 Main St", "n=100 · name=MAIN · type=ST · unit=# 4")
    }

    @Test func `a unit between number and street leaves the street its direction`() {
        let parts = "pre=W · name=SPRUCE · type=AVE"
        for unit in ["Rear", "(Rear)", "Side", "Upper"] {
            let reading = AddressParser().parse("142 \(unit) W Spruce Ave").best
            #expect(reading.street.standard == "W SPRUCE AVE" && reading.unit != nil, "\(unit)")
            #expect(!reading.hasUnitOfName, "\(unit)")
        }
        expect("142 1/2 Rear W Spruce Ave", "n=142 1/2 · \(parts) · unit=REAR")
        expect("142 A Rear W Spruce Ave", "n=142|A · \(parts) · unit=REAR")
        expect("142 Apt 3 W Spruce Ave", "n=142 · \(parts) · unit=APT 3")
        expect("142 Front St", "n=142 · name=FRONT · type=ST")
        expect("142 Upper Rd", "n=142 · name=UPPER · type=RD")
    }

    @Test func `a word that names begin with is a unit in a further reading alone`() {
        for word in ["Rear", "Upper", "Front", "Bsmt", "Lower"] {
            let readings = AddressParser().parse("650 \(word) Main St").readings
            #expect(readings[0].street.name == "\(word.uppercased()) MAIN", "\(word)")
            let unit = readings.first { $0.street.standard == "MAIN ST" && $0.unit != nil }
            #expect(unit?.hasUnitOfName == ["Upper", "Front", "Lower"].contains(word), "\(word)")
        }
    }

    @Test func `a bare id after the street is a unit`() {
        expect(
            "100 W Main, 1506, Salem, OR 97301",
            "n=100 · pre=W · name=MAIN · unit=1506 · city=SALEM · state=OR · zip=97301")
    }

    @Test func `a unit's designator may be abbreviated, glued, set off or alone`() {
        expect("77 Elm Ave St 1400", "n=77 · name=ELM · type=AVE · unit=STE 1400")
        expect("lt42 99 Elm Rd", "n=99 · name=ELM · type=RD · unit=LOT 42")
        expect("apt-b12 99 Elm Rd", "n=99 · name=ELM · type=RD · unit=APT B12")
        expect("12 Elm St, Suite, 7B", "n=12 · name=ELM · type=ST · unit=STE 7B")
        expect("12 Elm Ter EE", "n=12 · name=ELM · type=TER · unit=EE")
        expect("12 Elm Rd XYZ #5", "n=12 · name=ELM · type=RD · unit=# 5")
        expect("12 Elm Ave, Apt 5 N/A", "n=12 · name=ELM · type=AVE · unit=APT 5")
    }

    @Test func `a designator whose id is left out is a unit and no town`() {
        expect("12 Elm Dr Ste 60606", "n=12 · name=ELM · type=DR · unit=STE · zip=60606")
        expect("12 Elm St Apt", "n=12 · name=ELM · type=ST · unit=APT")
    }

    @Test func `the finer of two units is kept`() {
        expect("100 Main St, b-17, Ste 200", "n=100 · name=MAIN · type=ST · unit=STE 200")
        expect("100 Main St Bldg 2 Apt 5", "n=100 · name=MAIN · type=ST · unit=APT 5")
    }
}
