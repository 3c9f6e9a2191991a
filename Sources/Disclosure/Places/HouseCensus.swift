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

    /// Of each name's block the houses.
    private var houses: [Key: [KnownHouse]] = [:]
    /// Of each name the first numbers of its blocks.
    private var firsts: [String: Set<Int>] = [:]
    let pieceAt: PublicPlaces.PieceFinder
    /// Whether so many houses are known that blocks can be counted by them.
    let isUsable: Bool

    /// - Parameters:
    ///   - blocks: How many blocks there are; a reference with hardly more houses is not complete.
    ///   - pieceAt: Tells the piece of the ground that a house stands in.
    init(_ known: [KnownHouse], blocks: Int, pieceAt: @escaping PublicPlaces.PieceFinder) {
        self.pieceAt = pieceAt
        isUsable = known.count >= blocks * StreetBlocks.leastAddresses
        guard isUsable else { return }
        for house in known {
            let key = Key(name: house.street.name, first: house.number / 100 * 100)
            houses[key, default: []].append(house)
            firsts[key.name, default: []].insert(key.first)
        }
    }

    /// How many different addresses there are, in all and in each piece of the ground where some are known.
    struct Count {
        var all: Int
        var byPiece: [Int: Int] = [:]

        static func + (one: Count, other: Count) -> Count {
            Count(all: one.all + other.all, byPiece: one.byPiece.merging(other.byPiece, uniquingKeysWith: +))
        }
    }

    /// Returns the number of different addresses in a block.
    ///
    /// - Parameters:
    ///   - first: The block's first number.
    ///   - lines: The lines that reach into it.
    ///   - box: Where the street lies: another of its name elsewhere has its own houses.
    func addresses(from first: Int, on lines: [StreetLine], around box: Box<Coordinate>) -> Count {
        guard isUsable else {
            let numbers = lines.compactMap(\.numbers).map {
                max(0, min($0.upperBound, first + 99) - max($0.lowerBound, first) + 2) / 2
            }
            return Count(all: numbers.reduce(0, +))
        }
        let found = known(from: [first], on: lines, around: box)
        let pieces = Dictionary(grouping: found) { pieceAt($0.position) }
        return Count(all: Self.numbers(found), byPiece: pieces.mapValues(Self.numbers))
    }

    /// Returns the number of different addresses of a whole street, `nil` where too few houses are known to say.
    func addresses(on lines: [StreetLine], around box: Box<Coordinate>) -> Int? {
        guard isUsable else { return nil }
        let all = Set(lines.flatMap(\.names).map(\.name)).reduce(into: Set<Int>()) {
            $0.formUnion(firsts[$1] ?? [])
        }
        return Self.numbers(known(from: all, on: lines, around: box))
    }

    /// The houses of blocks that may be those of a line's street: `E Center St` has not those of `W Center St`.
    private func known(
        from firsts: Set<Int>, on lines: [StreetLine], around box: Box<Coordinate>
    ) -> [KnownHouse] {
        let near = box.expanded(byX: 0.003, y: 0.003)
        let names = Set(lines.flatMap(\.names))
        let keys = Set(names.map(\.name)).flatMap { name in firsts.map { Key(name: name, first: $0) } }
        return keys.flatMap { houses[$0] ?? [] }.filter { house in
            near.contains(house.position) && names.contains { $0.mayMean(house.street) }
        }
    }

    private static func numbers(_ houses: [KnownHouse]) -> Int { Set(houses.map(\.number)).count }
}

extension StreetName {
    /// Whether an address that names a street so may mean this one: what both name has to agree.
    func mayMean(_ street: StreetName) -> Bool {
        guard name == street.name, preType == street.preType else { return false }
        func agree<Part: Equatable>(_ one: Part?, _ other: Part?) -> Bool {
            one == nil || other == nil || one == other
        }
        func said(_ text: String) -> String? { text.isEmpty ? nil : text }
        return agree(preDirectional, street.preDirectional) && agree(postDirectional, street.postDirectional)
            && agree(said(postType), said(street.postType))
    }
}
