import Testing

@testable import AddressParsing

struct SecondAddressTests {
    @Test func `two numbers before a street are two houses, unless they are of one block`() {
        for word in ["&", "and", "or", "to", "through", "thru", "/"] {
            let other = AddressParser().parse("104 \(word) 1104 Main St").best.otherHouse
            #expect(other?.number.value == 1104 && other?.isAsLikely == true, "\(word)")
        }
        #expect(AddressParser().parse("104 & 116 Main St").best.otherHouse?.isAsLikely == false)
        let lettered = AddressParser().parse("104B-1104 Main St").best
        #expect(lettered.number?.suffix == "B" && lettered.otherHouse?.number.suffix == "")
        #expect(lettered.otherHouse?.isAsLikely == true)
    }

    @Test func `a line of two addresses has a reading of each`() {
        for line in [
            "1104 Main St / 104 Oak St", "1104 Main St; 104 Oak St", "1104 Main St and 104 Oak St",
            "1104 Main St to 104 Oak St", "1104 Main St was 104 Oak St", "1104 Main St, not 104 Oak St",
            "from 1104 Main St to 104 Oak St", "1104 Main St (now 104 Oak St)",
        ] {
            let readings = AddressParser().parse(line).readings
            #expect(readings.map(\.number?.value) == [1104, 104], "\(line)")
            #expect(readings.map(\.street.name) == ["MAIN", "OAK"], "\(line)")
            #expect(readings.allSatisfy { $0.isOneOfTwo && $0.blockNumber == nil }, "\(line)")
        }
    }

    @Test func `the town behind the second address is that of both`() {
        let readings = AddressParser().parse("1104 Main St / 104 Oak St, Salem, OR 97301").readings
        #expect(readings.map(\.city) == ["SALEM", "SALEM"] && readings.map(\.zip) == ["97301", "97301"])
    }

    @Test func `a number behind the street may be the second house's`() {
        let best = AddressParser().parse("104 Main St to 1104").best
        #expect(best.number?.value == 104 && best.otherHouse?.number.value == 1104)
        for line in ["123 Main St Apt 4 & 5", "12 Elm Rd, Salem, OR 9730", "12 Elm Rd, OR 9730"] {
            #expect(AddressParser().parse(line).best.otherHouse == nil, "\(line)")
        }
        expect("100 N Main St & 5th Ave", "n=100 · pre=N · name=MAIN · type=ST")
    }

    @Test func `a number right behind a street and before another may be of either`() {
        #expect(AddressParser().parse("Oak St 650 Elm St").best.isNumberOfWord)
        for line in ["Oak St, 650 Elm St", "Smith Hall 650 Elm St", "650 Elm St"] {
            #expect(!AddressParser().parse(line).best.isNumberOfWord, "\(line)")
        }
    }

    @Test func `a range into another block does not say which block is meant`() {
        #expect(AddressParser().parse("530-610 Tennyson St").best.otherHouse?.isFarEnd == true)
        #expect(AddressParser().parse("530-540 Tennyson St").best.otherHouse?.isFarEnd == false)
    }
}
