import Algorithms
import Geocoding
import Geometry

/// The lines of one name that lie together.
struct StreetPart {
    private let lines: [StreetLine]
    private let box: Box<Coordinate>
    /// For the first number of each block the lines that reach into it, lowest first.
    let hundreds: [(first: Int, lines: [Int])]
    /// Lines without usable numbers.
    private let unnumbered: [Int]

    private var isNamed: Bool { !lines[0].title.isEmpty }
    /// How many blocks a complete list of houses has to tell of.
    var countedBlocks: Int { max(hundreds.count, isNamed ? 1 : 0) }

    /// Lines of one name that lie no farther apart are one street, degrees: about 500 m.
    private static let gap = 0.005
    /// The houses of blocks that are joined are no farther from the next than this, in first numbers of their blocks: a name from
    /// the lowest to the highest would else tell of places that have nothing to do with them.
    private static let farthestNeighbour = 300
    /// A range over more blocks than this is a mistake of the file.
    private static let mostBlocks = 30

    init(_ lines: [StreetLine]) {
        self.lines = lines
        box = Box(enclosing: lines.map(\.line).joined()) ?? Box(minX: 0, minY: 0, maxX: 0, maxY: 0)
        var byHundred: [Int: [Int]] = [:]
        var unnumbered: [Int] = []
        for (index, line) in lines.enumerated() {
            guard let numbers = line.numbers, numbers.lowerBound >= 0,
                numbers.upperBound / 100 - numbers.lowerBound / 100 < Self.mostBlocks
            else {
                unnumbered.append(index)
                continue
            }
            for hundred in numbers.lowerBound / 100...numbers.upperBound / 100 {
                byHundred[hundred * 100, default: []].append(index)
            }
        }
        hundreds = byHundred.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        self.unnumbered = unnumbered
    }

    /// Returns lines of one name as streets that lie apart from each other.
    static func joined(_ lines: [StreetLine]) -> [StreetPart] {
        let boxes = lines.map { line in
            (Box(enclosing: line.line) ?? Box(minX: 0, minY: 0, maxX: 0, maxY: 0)).expanded(
                byX: gap / 2, y: gap / 2)
        }
        var part = Array(lines.indices)
        func root(_ index: Int) -> Int {
            var index = index
            while part[index] != index { index = part[index] }
            return index
        }
        for one in lines.indices {
            for other in 0..<one where boxes[one].intersects(boxes[other]) {
                let (low, high) = (min(root(one), root(other)), max(root(one), root(other)))
                part[high] = low
            }
        }
        let groups = Dictionary(grouping: lines.indices, by: root)
        return groups.sorted { $0.key < $1.key }.map { StreetPart($0.value.map { lines[$0] }) }
    }

    // MARK: Blocks

    private struct Run {
        /// The first numbers of its blocks, the lowest first.
        var hundreds: [Int]
        /// From the lowest to the highest of those blocks where any house is known, else of all: how far it reaches.
        var reach: ClosedRange<Int>
        var lines: Set<Int>
        var addresses: HouseCensus.Count
        /// Whether each of its blocks is beside the next.
        var isConnected = true

        var isThin: Bool { addresses.all < StreetBlocks.leastAddresses }

        /// Whether one or two of its addresses stand in a piece; where none does, the piece tells nothing of them.
        func isThin(in piece: Int) -> Bool {
            addresses.byPiece[piece].map { $0 < StreetBlocks.leastAddresses } ?? false
        }

        func isFar(from other: Run) -> Bool { distance(to: other) > StreetPart.farthestNeighbour }

        func distance(to other: Run) -> Int {
            max(other.reach.lowerBound - reach.upperBound, reach.lowerBound - other.reach.upperBound)
        }
    }

    /// Returns the blocks, those with too few addresses joined to their neighbours, and for pieces of the ground that hold too
    /// few of one its own.
    func blocks(_ census: HouseCensus) -> [StreetBlocks.Block] {
        let single = hundreds.map { first, own in
            Run(
                hundreds: [first], reach: first...first, lines: Set(own),
                addresses: census.addresses(from: first, on: own.map { lines[$0] }, around: box))
        }
        let runs = joined(single, where: \.isThin, isHere: { _ in true })
        let pieces = Set(runs.flatMap(\.addresses.byPiece.keys))
        let parted = pieces.filter { piece in runs.contains { $0.isThin(in: piece) } }
        var blocks = runs.map { block($0, isThin: $0.isThin, scope: .everywhere(except: parted)) }
        for piece in parted.sorted() {
            let own = joined(runs, where: { $0.isThin(in: piece) }) {
                $0.addresses.byPiece[piece] != nil
            }
            blocks += own.map { run in
                block(run, isThin: run.isThin || run.isThin(in: piece), scope: .piece(piece)) {
                    census.pieceAt($0) == piece
                }
            }
        }
        let isThin = isThin(by: census, runs)
        return blocks + unnumbered.map { block([$0], hundreds: [], isThin: isThin) }
    }

    /// Returns runs of which the thin ones are joined to their neighbours.
    ///
    /// - Parameter isHere: Whether a run has houses on the side of the borders that is asked for: what stands between others only,
    ///   on another side, is told there.
    private func joined(
        _ runs: [Run], where isThin: (Run) -> Bool, isHere: (Run) -> Bool
    ) -> [Run] {
        var runs = runs
        func joinFirst(with neighbour: (Int) -> Int?) -> Bool {
            for thin in runs.indices where isThin(runs[thin]) {
                guard let other = neighbour(thin) else { continue }
                join(thin, with: other, in: &runs)
                return true
            }
            return false
        }
        while joinFirst(with: { thin in
            neighbour(of: thin, in: runs, isHere: isHere) { !$0.isFar(from: $1) }
        }) {}
        // On a road with few houses the next are far: together they are told by its name.
        while joinFirst(with: { thin in
            neighbour(of: thin, in: runs, isHere: { _ in true }) { _, other in isThin(other) }
        }) {}
        return runs
    }

    /// Whether lines without numbers may tell a house: the whole street has too few, or nothing can know how many, since the
    /// line has no name; drives and yards are drawn so. Where neither houses nor numbers are known the name is enough.
    private func isThin(by census: HouseCensus, _ runs: [Run]) -> Bool {
        guard isNamed else { return true }
        let counted = runs.isEmpty ? nil : runs.reduce(0) { $0 + $1.addresses.all }
        guard let addresses = census.addresses(on: lines, around: box) ?? counted else { return false }
        return addresses < StreetBlocks.leastAddresses
    }

    /// The block beside that fits, of two the one whose numbers are nearer, then the one with fewer addresses.
    private func neighbour(
        of index: Int, in runs: [Run], isHere: (Run) -> Bool, fits: (Run, Run) -> Bool
    ) -> Int? {
        let own = runs[index]
        let beside = [
            runs[..<index].lastIndex(where: isHere), runs[(index + 1)...].firstIndex(where: isHere),
        ]
        return beside.compactMap(\.self).filter { fits(own, runs[$0]) }.min {
            (own.distance(to: runs[$0]), runs[$0].addresses.all)
                < (own.distance(to: runs[$1]), runs[$1].addresses.all)
        }
    }

    private func join(_ one: Int, with other: Int, in runs: inout [Run]) {
        let (low, high) = (runs[min(one, other)], runs[max(one, other)])
        let housed = [low, high].filter { $0.addresses.all > 0 }.map(\.reach)
        let reaches = housed.isEmpty ? [low.reach, high.reach] : housed
        runs[min(one, other)] = Run(
            hundreds: (low.hundreds + high.hundreds).sorted(),
            reach: reaches[0].lowerBound...reaches[reaches.count - 1].upperBound,
            lines: low.lines.union(high.lines), addresses: low.addresses + high.addresses,
            isConnected: low.isConnected && high.isConnected && !low.isFar(from: high))
        runs.remove(at: max(one, other))
    }

    /// - Parameter isInside: Tells where the block's middle is looked for; everywhere where nothing of it lies there.
    private func block(
        _ run: Run, isThin: Bool, scope: StreetBlocks.Block.Scope,
        isInside: (Coordinate) -> Bool = { _ in false }
    ) -> StreetBlocks.Block {
        var block = block(
            run.lines.sorted(), hundreds: run.hundreds, isThin: isThin, isInside: isInside)
        block.isConnected = run.isConnected
        block.scope = scope
        return block
    }

    private func block(
        _ indices: [Int], hundreds: [Int], isThin: Bool,
        isInside: (Coordinate) -> Bool = { _ in false }
    ) -> StreetBlocks.Block {
        let own = indices.map { lines[$0] }
        let middle =
            Self.middle(of: own.map(\.line), where: isInside) ?? Self.middle(of: own.map(\.line))
        let far = own.flatMap(\.line).map { LocalPlane.distance($0, middle) }.max() ?? 0
        return StreetBlocks.Block(
            street: lines[0].title, hundreds: hundreds,
            names: Array(Set(own.flatMap(\.names))), lines: own.map(\.line), middle: middle,
            reach: far + StreetBlocks.setback, isThin: isThin)
    }

    /// Returns the point of some lines that is nearest to the middle of what of them lies inside; `nil` where nothing does.
    private static func middle(
        of lines: [[Coordinate]], where isInside: (Coordinate) -> Bool
    ) -> Coordinate? {
        let plane = LocalPlane(origin: lines[0][0])
        var inside: [ProjectedPoint] = []
        for (start, end) in lines.flatMap({ Array($0.map(plane.point).adjacentPairs()) }) {
            let steps = max(1, Int((start.distance(to: end) / Self.step).rounded(.up)))
            inside += (0...steps).map {
                PlaneLine.point(at: Double($0) / Double(steps), from: start, to: end)
            }
            .filter { isInside(plane.coordinate($0)) }
        }
        guard !inside.isEmpty else { return nil }
        let count = Double(inside.count)
        let middle = ProjectedPoint(
            x: inside.reduce(0) { $0 + $1.x } / count, y: inside.reduce(0) { $0 + $1.y } / count)
        return inside.min { $0.distance(to: middle) < $1.distance(to: middle) }.map(plane.coordinate)
    }

    /// Metres between the points of a line that are asked for their side of a border.
    private static let step = 10.0

    /// Returns the point of some lines that is nearest to the middle of them all: the same for whoever asks.
    private static func middle(of lines: [[Coordinate]]) -> Coordinate {
        let plane = LocalPlane(origin: lines[0][0])
        let lines = lines.map { $0.map(plane.point) }
        let middle = PlaneLine.middle(of: lines)
        let nearest = lines.map { PlaneLine.nearest(to: middle, on: $0) }
            .min { $0.distance(to: middle) < $1.distance(to: middle) }
        return plane.coordinate(nearest ?? middle)
    }
}
