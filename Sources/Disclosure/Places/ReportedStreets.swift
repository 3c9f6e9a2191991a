package import AddressParsing
import Geocoding

/// The streets that may be told where a city names none: those that at least eleven requests with at least five house
/// numbers bear. A name or a telephone number that somebody wrote for a street is borne by few; what stands on the other side of the
/// number than the streets of most lines is no street's name (``LineStreet``): a caller's, a building's or a flat's.
package struct ReportedStreets: Sendable {
    private let titles: Set<String>
    /// The blocks, by street and first number, of at least three house numbers.
    private let blocks: [String: Set<Int>]
    private let parser: AddressParser
    private let side: LineOrder?

    private static let leastNumbers = 5

    /// - Parameter addresses: The address of each request of the file.
    package init(_ addresses: some Sequence<String>, parser: AddressParser = AddressParser()) {
        self.parser = parser
        var counts: [String: Int] = [:]
        for address in addresses { counts[address, default: 0] += 1 }
        let side = LineOrder.most(of: counts)
        self.side = side
        var requests: [String: Int] = [:]
        var numbers: [String: Set<Int>] = [:]
        for (address, count) in counts {
            guard let street = parser.lineStreet(address, side: side) else { continue }
            requests[street.title, default: 0] += count
            if let number = street.blockNumber { numbers[street.title, default: []].insert(number) }
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
        guard let street = address.flatMap({ parser.lineStreet($0, side: side) }),
            titles.contains(street.title)
        else {
            return []
        }
        let block = street.blockNumber.map { $0 / 100 * 100 }.flatMap { first in
            blocks[street.title].flatMap { $0.contains(first) ? first : nil }
        }
        return [block.map { .block($0...$0, street: street.title) }, .street(street.title)]
            .compactMap(\.self)
    }
}
