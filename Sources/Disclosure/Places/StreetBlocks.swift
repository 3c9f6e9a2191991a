import AddressParsing
import Geocoding
import Geometry

/// The hundred blocks of all streets, each with one middle for all of its houses.
///
/// A block with fewer than three addresses joins its neighbour on the same street, until there are three. Where borders
/// part it, that holds for each piece in which it has any: a map that tells block and area would tell a house that is
/// alone on its side.
struct StreetBlocks: Sendable {
    struct Block: Sendable {
        /// Empty where it has none.
        let street: String
        /// The first numbers of the blocks that are joined, the lowest first; none where no number is known.
        let hundreds: [Int]
        let names: [StreetName]
        let lines: [[Coordinate]]
        let middle: Coordinate
        /// How far from the middle its houses may stand, metres.
        let reach: Double
        /// Whether all of the street has fewer than three addresses, or is a line without a name.
        let isThin: Bool
        /// Whether its blocks are beside each other, so that the lowest and the highest name them.
        var isConnected = true
        /// Where the block is told.
        var scope = Scope.everywhere(except: [])

        enum Scope: Sendable {
            case everywhere(except: Set<Int>)
            case piece(Int)

            func holds(_ piece: Int) -> Bool {
                switch self {
                case .everywhere(let others): !others.contains(piece)
                case .piece(let own): own == piece
                }
            }
        }

        /// The block, or the street where its lines have no numbers, or such that lie far from each other.
        var name: PublicPlace.Name {
            if street.isEmpty { return .unnamed }
            guard isConnected, let first = hundreds.first, let last = hundreds.last else {
                return .street(street)
            }
            return .block(first...last, street: street)
        }

        func holds(_ number: Int) -> Bool { hundreds.contains(number / 100 * 100) }

        func isCalled(_ street: StreetName) -> Bool { names.contains { $0.mayMean(street) } }
    }

    /// The fewest addresses of a block.
    static let leastAddresses = 3
    /// How far from the centre line houses may stand, metres.
    static let setback = 50.0

    private let blocks: [Block]
    private let grid: BlockGrid
    /// The blocks by what their streets are called.
    private let byName: [String: [Int]]
    /// Whether the blocks were counted by the houses that the reference knows.
    let areCountedByHouses: Bool

    init(_ lines: [StreetLine], houses: [KnownHouse], pieceAt: @escaping PublicPlaces.PieceFinder) {
        let parts = Self.parts(of: lines.filter { $0.line.count > 1 })
        let census = HouseCensus(
            houses, blocks: parts.reduce(0) { $0 + $1.countedBlocks }, pieceAt: pieceAt)
        areCountedByHouses = census.isUsable
        blocks = parts.flatMap { $0.blocks(census) }
        grid = BlockGrid(blocks.map { Box(enclosing: $0.lines.joined()) })
        var byName: [String: [Int]] = [:]
        for (index, block) in blocks.enumerated() {
            for name in Set(block.names.map(\.name)) { byName[name, default: []].append(index) }
        }
        self.byName = byName
    }

    /// Returns the block of a street that holds a number, or any of it: of those that ``near(_:inPiece:within:)`` returns the first.
    func block(
        of street: StreetName, holding number: Int?, near position: Coordinate, inPiece piece: Int,
        within reach: Double
    ) -> Block? {
        let plane = LocalPlane(origin: position)
        return (byName[street.name] ?? []).compactMap { index -> (index: Int, distance: Double)? in
            let block = blocks[index]
            guard number.map(block.holds) ?? true, block.isCalled(street), isTold(block, inPiece: piece),
                let distance = distance(to: block, on: plane), distance <= reach
            else { return nil }
            return (index, distance)
        }
        .min { ($0.distance, $0.index) < ($1.distance, $1.index) }.map { blocks[$0.index] }
    }

    /// Returns which of the streets that an address may mean is meant at a position, be it told there or not: the one whose block of
    /// the number is nearest, unless another one lies nearer by more than houses stand off.
    func title(
        of street: StreetName, holding number: Int?, near position: Coordinate, within reach: Double
    ) -> String? {
        let plane = LocalPlane(origin: position)
        let called = (byName[street.name] ?? []).compactMap { index -> (index: Int, distance: Double)? in
            guard blocks[index].isCalled(street), let distance = distance(to: blocks[index], on: plane),
                distance <= reach
            else { return nil }
            return (index, distance)
        }
        .sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }
        guard let nearest = called.first else { return nil }
        let holding = number.flatMap { number in
            called.first {
                blocks[$0.index].holds(number) && $0.distance <= nearest.distance + Self.setback
            }
        }
        return blocks[(holding ?? nearest).index].street
    }

    /// Returns the first of those that ``near(_:inPiece:within:)`` returns.
    func nearest(to position: Coordinate, inPiece piece: Int, within reach: Double) -> Block? {
        // Nearly all houses stand at a street, and few blocks are so near.
        near(position, inPiece: piece, within: min(reach, Self.setback)).first
            ?? near(position, inPiece: piece, within: reach).first
    }

    private func isTold(_ block: Block, inPiece piece: Int) -> Bool {
        !block.isThin && block.scope.holds(piece)
    }

    /// Metres from the origin of a plane.
    private func distance(to block: Block, on plane: LocalPlane) -> Double? {
        block.lines.map { line in
            PlaneLine.distance(from: ProjectedPoint(x: 0, y: 0), to: line.map(plane.point))
        }.min()
    }

    /// Returns the blocks around a position of a piece of the ground, the nearest first, without those with too few addresses:
    /// they would tell a house.
    func near(_ position: Coordinate, inPiece piece: Int, within reach: Double) -> [Block] {
        let plane = LocalPlane(origin: position)
        let box = Box<Coordinate>(
            minX: position.longitude - reach / plane.perLongitude,
            minY: position.latitude - reach / plane.perLatitude,
            maxX: position.longitude + reach / plane.perLongitude,
            maxY: position.latitude + reach / plane.perLatitude)
        let found = grid.items(in: box).compactMap { index -> (index: Int, distance: Double)? in
            guard isTold(blocks[index], inPiece: piece),
                let distance = distance(to: blocks[index], on: plane), distance <= reach
            else { return nil }
            return (index, distance)
        }
        return found.sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }.map { blocks[$0.index] }
    }

    /// Groups lines of one name that lie together: a city may have two streets of one name.
    private static func parts(of lines: [StreetLine]) -> [StreetPart] {
        var groups: [String: [StreetLine]] = [:]
        var parts: [StreetPart] = []
        for line in lines {
            if line.title.isEmpty {
                parts.append(StreetPart([line]))
            } else {
                groups[line.title, default: []].append(line)
            }
        }
        for (_, lines) in groups.sorted(by: { $0.key < $1.key }) { parts += StreetPart.joined(lines) }
        return parts
    }
}
