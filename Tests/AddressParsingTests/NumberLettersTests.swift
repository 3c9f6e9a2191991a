import Testing

@testable import AddressParsing

struct NumberLettersTests {
    private func number(_ line: String) -> HouseNumber? { AddressParser().parse(line).best.number }

    @Test func `letters that look like digits are no suffix of another house`() {
        let values = [
            "12OO": 1200, "12oo": 1200, "1O40": 1040, "8O4": 804, "l2OO": 1200, "I2OO": 1200, "120O": 1200,
            "2O6": 206,
            "22o": 220, "1OOO": 1000,
        ]
        for (text, value) in values {
            let number = number("\(text) Main St")
            #expect(number?.value == value && number?.suffix == "", "\(text)")
            #expect(number?.hasLettersForDigits == true, "\(text)")
        }
        #expect(number("12OO-12O8 Main St")?.farEnd == 1208)
    }

    @Test func `one letter behind a number is its suffix, though an L may be a one`() {
        expect("12B Main St", "n=12|B · name=MAIN · type=ST")
        expect("104AB Main St", "n=104|AB · name=MAIN · type=ST")
        #expect(number("120L Main St")?.suffix == "L")
        #expect(number("120L Main St")?.withLetterAsDigit == 1201)
        #expect(number("120B Main St")?.withLetterAsDigit == nil)
    }

    @Test func `a number whose digits nothing tells is no house's`() {
        for line in [
            "2Z6 Main St", "1XX4 Main St", "1xx4 Main St", "1??4 Main St", "110* Main St", "MM12 Main St",
        ] {
            expect(line, "name=MAIN · type=ST")
        }
        for line in ["11XX Main St", "11** Main St", "11## Main St"] {
            expect(line, "kind=block · n=1100 · name=MAIN · type=ST")
        }
        expect("123 Main St #4", "n=123 · name=MAIN · type=ST · unit=# 4")
    }

    @Test func `a grid may stand behind the first digits`() {
        expect("29W555 Main St", "n=29W|555 · name=MAIN · type=ST")
        expect("6N123 Main St", "n=6N|123 · name=MAIN · type=ST")
    }

    @Test func `a field of a file is no number where letters stand for digits`() {
        #expect(HouseNumber(field: "12OO") == nil)
        #expect(HouseNumber(field: "1XX4") == nil)
        #expect(HouseNumber(field: "110X")?.suffix == "X")
        #expect(HouseNumber(field: "L200")?.key == 200)
    }

    @Test func `a number in words is one number`() {
        let values = [
            "One Hundred Four": 104, "One Thousand Four": 1004, "Twenty One": 21, "Ten Forty": 1040,
            "Twelve": 12,
        ]
        for (words, value) in values {
            expect("\(words) Main St", "n=\(value) · name=MAIN · type=ST")
        }
        expect("226 Twenty Five Mile Rd", "n=226 · name=TWENTY FIVE MILE · type=RD")
    }

    @Test func `the number of a thing is no house's`() {
        for thing in [
            "Exit 12", "District 2", "Ward 12", "Light 12", "Bldg 12", "MM 12", "Route 12", "Zone 4",
            "Pole 12",
        ] {
            expect("\(thing) Main St", "name=MAIN · type=ST")
        }
        expect("Apt 5, 226 Mill Rd", "n=226 · name=MILL · type=RD · unit=APT 5")
        expect("Route 12", "type1=RTE · name=12")
        expect("12 Light St", "n=12 · name=LIGHT · type=ST")
    }

    @Test func `a number behind a word that nobody knows may be that word's`() {
        let parser = AddressParser()
        #expect(parser.parse("Widget 12 Main St").best.isNumberOfWord)
        #expect(!parser.parse("Widget, 12 Main St").best.isNumberOfWord)
        #expect(!parser.parse("Church 12 Main St").best.isNumberOfWord)
        #expect(!parser.parse("12 Main St").best.isNumberOfWord)
    }

    @Test func `the word for a block may be joined to its number or stand behind the street`() {
        for line in ["1100-block Main St", "1100's Main St", "1100 Main St blk", "1100 Main St block"] {
            expect(line, "kind=block · n=1100 · name=MAIN · type=ST")
        }
    }
}
