import Testing

@testable import AddressParsing

struct BlockSpanTests {
    @Test(arguments: [
        "200 block to 600 block Oak St", "200 block thru 600 block of Oak St", "200 blk/600 blk Oak St",
        "from the 200 block to the 600 block of Oak St", "between the 200 and 600 blocks of Oak St",
        "200 block - 600 block Oak St", "200, 600 block Oak St", "200 block of Oak St to 600 block",
        "Oak St 200 block to 600 block", "200 699 block of Oak St", "Oak St, 200 to 600 block",
    ])
    func `a span or list of blocks reaches from the one to the other`(line: String) {
        let best = AddressParser().parse(line).best
        #expect(best.kind == .block && best.street.standard == "OAK ST", "\(best)")
        #expect(best.number?.blocks.first.lowerBound == 200, "\(best)")
        #expect((600...699).contains(best.number?.blocks.first.upperBound ?? 0), "\(best)")
        #expect(best.unit == nil && best.city.isEmpty, "\(best)")
    }

    @Test func `blocks of two streets are two places`() {
        let readings = AddressParser().parse("200 block Oak St and 600 block Elm St").readings
        #expect(readings.map(\.number?.value) == [200, 600] && readings.allSatisfy(\.isOneOfTwo))
    }

    @Test func `the number of a block may stand behind its word at the end of a street`() {
        expect("Old Post Rd block 1200", "kind=block · n=1200 · name=OLD POST · type=RD")
        expect("Oak St 600 block", "kind=block · n=600 · name=OAK · type=ST")
    }
}
