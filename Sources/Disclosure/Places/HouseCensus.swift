import AddressParsing
import Geocoding
import Geometry

/// How many addresses blocks have: by the houses that a reference knows or, where it knows too few, by the numbers of the
/// streets' ranges.
struct HouseCensus {
    private struct Key: Hashable {
        let name: String
        let first: Int
    }

    /// Of each name's block the places of the houses, each number once.
    private var houses: [Key: [(number: Int, position: Coordinate)]] = [:]
    /// Of each name the first numbers of its blocks.
    private var firsts: [String: Set<Int>] = [:]
    private let isUsable: Bool

    /// - Parameter blocks: How many blocks there are; a reference with hardly more houses is not complete.
    init(_ known: [KnownHouse], blocks: Int) {
        isUsable = known.count >= blocks * StreetBlocks.leastAddresses
        guard isUsable else { return }
        for house in known {
            let key = Key(name: house.street.name, first: house.number / 100 * 100)
            houses[key, default: []].append((house.number, house.position))
            firsts[key.name, default: []].insert(key.first)
        }
    }

    /// Returns the number of different addresses in a block.
    ///
    /// - Parameters:
    ///   - first: The block's first number.
    ///   - lines: The lines that reach into it.
    ///   - box: Where the street lies: another of its name elsewhere has its own houses.
    func addresses(from first: Int, on lines: [StreetLine], around box: Box<Coordinate>) -> Int {
        guard isUsable else {
            let numbers = lines.compactMap(\.numbers).map {
                max(0, min($0.upperBound, first + 99) - max($0.lowerBound, first) + 2) / 2
            }
            return numbers.reduce(0, +)
        }
        return known(Self.names(of: lines).map { Key(name: $0, first: first) }, around: box)
    }

    /// Returns the number of different addresses of a whole street, `nil` where too few houses are known to say.
    func addresses(on lines: [StreetLine], around box: Box<Coordinate>) -> Int? {
        guard isUsable else { return nil }
        let keys = Self.names(of: lines).flatMap { name in
            (firsts[name] ?? []).map { Key(name: name, first: $0) }
        }
        return known(keys, around: box)
    }

    private func known(_ keys: [Key], around box: Box<Coordinate>) -> Int {
        let near = box.expanded(byX: 0.003, y: 0.003)
        let found = keys.flatMap { houses[$0] ?? [] }.filter { near.contains($0.position) }
        return Set(found.map(\.number)).count
    }

    private static func names(of lines: [StreetLine]) -> Set<String> {
        Set(lines.flatMap(\.names).map(\.name))
    }
}
