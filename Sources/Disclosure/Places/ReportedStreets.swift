package import AddressParsing
import Geocoding

/// The streets that may be told where a city names none: those that at least eleven requests with at least five house
/// numbers bear. A name or a telephone number that somebody wrote for a street is borne by few.
package struct ReportedStreets: Sendable {
    private let titles: Set<String>
    /// The blocks, by street and first number, of at least three house numbers.
    private let blocks: [String: Set<Int>]
    private let parser: AddressParser

    private static let leastNumbers = 5

    /// - Parameter addresses: The address of each request of the file.
    package init(_ addresses: some Sequence<String>, parser: AddressParser = AddressParser()) {
        self.parser = parser
        var counts: [String: Int] = [:]
        for address in addresses { counts[address, default: 0] += 1 }
        var requests: [String: Int] = [:]
        var numbers: [String: Set<Int>] = [:]
        for (address, count) in counts {
            guard let (street, number) = Self.street(of: address, parser) else { continue }
            requests[street, default: 0] += count
            if let number { numbers[street, default: []].insert(number) }
        }
        let told = requests.filter {
            $0.value >= CountBand.threshold && (numbers[$0.key]?.count ?? 0) >= Self.leastNumbers
        }
        titles = Set(told.keys)
        blocks = numbers.filter { told[$0.key] != nil }.mapValues { numbers in
            let perBlock = Dictionary(grouping: numbers) { $0 / 100 * 100 }
            return Set(perBlock.filter { $0.value.count >= StreetBlocks.leastAddresses }.keys)
        }
    }

    /// Returns the block and the street of an address, those of them that may be told, the block first.
    package func names(of address: String?) -> [PublicPlace.Name] {
        guard let address, let (street, number) = Self.street(of: address, parser), titles.contains(street)
        else { return [] }
        let block = number.map { $0 / 100 * 100 }.flatMap { first in
            blocks[street].flatMap { $0.contains(first) ? first : nil }
        }
        return [block.map { .block($0...$0, street: street) }, .street(street)].compactMap(\.self)
    }

    private static func street(of address: String, _ parser: AddressParser) -> (title: String, number: Int?)?
    {
        let reading = parser.parse(address).best
        guard reading.isOnOneStreet else { return nil }
        return (reading.street.title, reading.blockNumber)
    }
}
