import AddressParsing
import Testing

@testable import Geocoding

struct EitherHouseTests {
    private func town(_ numbers: [Int]) -> Geocoder {
        let points = numbers.map {
            AddressPoint(
                street: SmallTown.street("ANN ST"), number: $0,
                position: SmallTown.coordinate(Double($0) * 10, 0))
        }
        return SmallTown.geocoder([], points: points)
    }

    @Test func `two houses that a line may mean tie`() {
        let result = town([2, 101, 345]).geocode("2-345 Ann St")
        #expect(result.status == .tie && Set(result.candidates.prefix(2).map(\.number)) == [2, 345])
    }

    @Test func `a number that joins both is likelier where the street has it`() {
        #expect(town([8, 11208]).geocode("112-08 Ann St").match?.number == 11208)
    }

    @Test func `a hyphen between two numbers of two digits means what the street has`() {
        let queens = town([9401, 9415, 9499])
        #expect(queens.geocode("94-99 Ann St").match?.number == 9499)
        #expect(queens.geocode("94-99 Ann St").match?.faults.isEmpty == true)
        #expect(town([94, 96, 98, 9498]).geocode("94-98 Ann St").match?.number == 94)
        #expect(town([10, 12, 1012]).geocode("10/12 Ann St").candidates.allSatisfy { $0.number != 1012 })
    }

    @Test func `a number of two that no house has is looked for beside those that are nearest to it`() throws
    {
        let queens = town([1421, 1423, 1431, 1433])
        let match = try #require(queens.geocode("14-27 Ann St").match)
        #expect(match.precision == .block && match.faults.contains(.numberNotInRange))
        #expect(town([8, 10, 16, 20]).geocode("14-18 Ann St").match?.number == 14)
    }

    @Test func `a number behind a sign and none before the street is a fault, and in Spanish the house's`()
        throws
    {
        let points = ["CALLE LUNA", "ANN ST"].enumerated().flatMap { row, street in
            [100, 112, 140].map {
                AddressPoint(
                    street: SmallTown.street(street), number: $0,
                    position: SmallTown.coordinate(Double($0) * 10, Double(row) * 500))
            }
        }
        let town = SmallTown.geocoder([], points: points)
        for line in ["Calle Luna #112", "Calle Luna Núm. 112", "Calle Luna # 112, Salem"] {
            #expect(town.geocode(line).match?.number == 112, "\(line)")
        }
        let unread = try #require(town.geocode("Ann St #112").match)
        #expect(unread.precision == .street && unread.faults.text == "number_not_read")
        #expect(town.geocode("112 Ann St #140").match?.faults.isEmpty == true)
    }
}
