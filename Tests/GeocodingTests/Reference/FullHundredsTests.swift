import AddressParsing
import Geocoding
import ServiceRequests
import Testing

struct FullHundredsTests {
    private func found(_ numbers: [Int: Int]) -> FullHundreds {
        let lines = numbers.flatMap { number, count in
            (0..<count).map { "\(number + 100 * ($0 % 40)) \(["Main", "Elm", "Oak", "Pine"][$0 / 40]) St" }
        }
        return FullHundreds(of: Set(lines), parser: AddressParser())
    }

    @Test func `full hundreds are houses where the numbers next to them are as frequent`() {
        #expect(found([100: 130, 101: 120, 104: 150]).areHouses)
        #expect(found([100: 130, 101: 120]).facts == .init(hundreds: 130, next: 120))
    }

    @Test func `numbers that join a block and a house count as one`() {
        let lines = ["33-00 30th St", "33-01 30th St", "32-01 30th St", "33-04 30th St"]
        #expect(
            FullHundreds(of: Set(lines), parser: AddressParser()).facts == .init(hundreds: 1, next: 2))
    }

    // Washington's requests: 820 and 609; Baltimore's: 1,532 and 464.
    @Test func `full hundreds that chance does not explain are blocks`() {
        #expect(!FullHundreds(.init(hundreds: 820, next: 609)).areHouses)
        #expect(!FullHundreds(.init(hundreds: 1532, next: 464)).areHouses)
        #expect(FullHundreds(.init(hundreds: 640, next: 609)).areHouses)
    }

    @Test func `a few addresses tell nothing, and lines of blocks do not count`() {
        #expect(!found([100: 20, 101: 20]).areHouses)
        let lines = ["1200 block of Main St", "1200-1299 Main St", "00 Main St", "1201 Main St"]
        #expect(
            FullHundreds(of: Set(lines), parser: AddressParser()).facts == .init(hundreds: 0, next: 1))
    }
}
