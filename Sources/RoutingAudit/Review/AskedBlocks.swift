import Boundaries

/// The findings whose block is asked, place by place: a place is a block in a layer.
struct AskedBlocks: Sendable {
    let blocks: BlockTable
    /// The blocks' own, by their numbers.
    private let keys: [UInt64]
    private let layerCount: Int
    /// Place, whether the finding's house number is odd and its index, in one number each, sorted.
    private let packed: [UInt64]
    /// Where each place begins, and the end of the last.
    private let starts: [Int]

    private static let indexBits = 32
    private static let indexMask = UInt64(UInt32.max)

    init(_ result: AuditResult, _ neighbours: BlockNeighbours, layerCount: Int) {
        var blocks = BlockTable()
        var (packed, keys): ([UInt64], [UInt64]) = ([], [])
        for index in result.findings.indices where BlockWitnesses.isAsked(result.findings[index]) {
            let finding = result.findings[index]
            guard let key = neighbours.key(ofRow: finding.row) else { continue }
            let number = blocks.add(key.block)
            if number == keys.count { keys.append(key.block) }
            let place = UInt64(number * layerCount + finding.layer.index)
            packed.append((place << 1 | (key.isOdd ? 1 : 0)) << Self.indexBits | UInt64(index))
        }
        packed.sort()
        let firsts = packed.indices.filter {
            $0 == 0 || Self.place(packed[$0]) != Self.place(packed[$0 - 1])
        }
        starts = firsts + [packed.count]
        (self.blocks, self.keys, self.packed, self.layerCount) = (blocks, keys, packed, layerCount)
    }

    /// The number of places.
    var count: Int { starts.count - 1 }

    /// The number of a place's block among ``blocks``.
    func block(ofPlace index: Int) -> Int { Self.place(packed[starts[index]]) / layerCount }

    func key(ofPlace index: Int) -> UInt64 { keys[block(ofPlace: index)] }

    func layer(ofPlace index: Int) -> Ordinal<Layer> {
        Ordinal(Self.place(packed[starts[index]]) % layerCount)
    }

    /// The indices of a place's findings, and whether each has an odd house number: first those with an even one, each in order.
    func findings(ofPlace index: Int) -> some Sequence<(index: Int, isOdd: Bool)> {
        packed[starts[index]..<starts[index + 1]].lazy.map {
            (index: Int($0 & Self.indexMask), isOdd: $0 >> Self.indexBits & 1 == 1)
        }
    }

    private static func place(_ packed: UInt64) -> Int { Int(packed >> (indexBits + 1)) }
}
