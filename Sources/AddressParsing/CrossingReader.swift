import Algorithms

/// Reads two or more streets: `A St & B Ave`, `corner of A and B`, `X between Y and Z`.
struct CrossingReader {
    let line: TokenLine
    let streets: StreetReader
    let remainders: RemainderReader

    func crossings(_ tail: Tail) -> [Candidate] {
        let start = start(tail.end)
        if let between = (start.index..<tail.end).first(where: { line[$0].has(.between) }),
            between > start.index
        {
            return self.between(start.index, between, tail)
        }
        let signs = (start.index..<tail.end).filter {
            line[$0].has([.and, .at, .near]) && $0 > start.index && $0 + 1 < tail.end
        }
        guard !signs.isEmpty, signs.count <= 6 else { return [] }
        var cuts = signs.map { [$0] }
        if signs.count > 1, signs.adjacentPairs().allSatisfy({ $0 + 1 < $1 }) { cuts.append(signs) }
        return cuts.compactMap { best(start.index, $0, tail, .intersection, start.score) }
    }

    /// Skips `corner of`, `intersection of`, `NE corner of`, `NE corner`, `NEC`, `near`.
    private func start(_ end: Int) -> (index: Int, score: Int) {
        if let asset = AssetNumber.end(in: line, before: end) {
            // Behind its short name, which may be a crossing's too, the address stands behind a comma.
            let commas = (asset..<end).filter { start in
                line[start].gap == .comma && (start..<end).contains { line[$0].has(.and) }
            }
            return (commas.last ?? asset, 12)
        }
        for index in 0..<min(4, end) where line[index].has(.corner) {
            if line.has(index + 1, .of) { return (index + 2, 10) }
            if index == 0, end > 1 { return (1, 2) }
            // `N/W corner`
            let isDirected =
                index == 1 || index == 3 && line[1].isSlash && line[1].gap == .glued && line[2].isDirectional
            if isDirected, line[0].isDirectional, end > index + 1 { return (index + 1, 4) }
        }
        if end > 1, line[0].has(.near) { return (1, 2) }
        return (0, 0)
    }

    private func between(_ start: Int, _ between: Int, _ tail: Tail) -> [Candidate] {
        let signs = (between + 2..<max(between + 2, tail.end)).filter {
            line[$0].has(.and) && $0 + 1 < tail.end
        }
        return signs.prefix(4).compactMap { best(start, [between, $0], tail, .between, 8) }
    }

    /// Returns the best end of the last street, given where the others are parted.
    private func best(_ start: Int, _ cuts: [Int], _ tail: Tail, _ kind: AddressKind, _ bonus: Int)
        -> Candidate?
    {
        var firsts: [StreetParts] = []
        var from = start
        for cut in cuts {
            guard from < cut, let street = streets.street(from..<cut) else { return nil }
            firsts.append(street)
            from = cut + 1
        }
        var best: Candidate?
        for end in from + 1..<max(from + 2, min(tail.end, from + 8) + 1) where end <= tail.end {
            guard let last = streets.street(from..<end) else { continue }
            var all = firsts + [last]
            share(&all)
            let rest = remainders.remainder(end..<tail.end, tail: tail)
            var score = all.reduce(0) { $0 + $1.score } + rest.score + tail.score + 6 + bonus
            let areNumbered = all.allSatisfy(startsWithNumber)
            for street in all { score -= numberedPenalty(street, areNumbered) }
            if end < tail.end, line.gap(end) >= .dash { score += 5 }
            // Nothing tells a town from the end of a street's name that has no type.
            if end == tail.end, tail.isEmpty, !last.isTyped, !last.isWeaklyTyped {
                score += 3 * last.nameRange.count
            }
            if cuts.contains(where: { line[$0].shape == .sign }) { score += 6 }
            if score > best?.score ?? Int.min {
                best = Candidate(
                    kind: kind, number: nil, street: all[0], crossStreets: Array(all.dropFirst()),
                    unit: rest.unit, city: rest.city, tail: tail,
                    score: score)
            }
        }
        return best
    }

    /// `First and Main Streets` share a type, `Hwys 51 and 151` a word before.
    private func share(_ all: inout [StreetParts]) {
        guard let last = all.last else { return }
        if last.postTypeIndex >= 0, line[last.postTypeIndex].has(.pluralType) {
            all[all.count - 1].borrowedType = last.postTypeIndex
            for index in all.indices.dropLast()
            where all[index].postTypeIndex < 0 && all[index].preTypeRange.isEmpty {
                all[index].borrowedType = last.postTypeIndex
                all[index].score += 4
            }
        }
        let name = last.nameRange
        if !all[0].preTypeRange.isEmpty, last.preTypeRange.isEmpty, last.postTypeIndex < 0, name.count == 1,
            line[name.lowerBound].shape == .number
        {
            all[all.count - 1].road = all[0].road
            all[all.count - 1].borrowedRoad = all[0].preTypeRange
            all[all.count - 1].score += 14
        }
    }

    /// A street of a crossing seldom carries a house number.
    ///
    /// - Parameter areNumbered: Whether the others begin with a number too, as `300 W & 200 S` do.
    private func numberedPenalty(_ street: StreetParts, _ areNumbered: Bool) -> Int {
        guard startsWithNumber(street), street.borrowedRoad.isEmpty else { return 0 }
        if street.nameRange.count > (street.postTypeIndex >= 0 ? 1 : 2) { return 26 }
        return street.postDirectional != nil && !areNumbered ? 16 : 0
    }

    private func startsWithNumber(_ street: StreetParts) -> Bool {
        guard let first = street.nameRange.first, street.preTypeRange.isEmpty else { return false }
        return line[first].shape == .number || line[first].shape == .numberFirst
    }
}
