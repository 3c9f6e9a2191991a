/// How a place lies to the address that a line names.
package enum AddressRelation: Hashable, Sendable {
    case at
    /// On the other side of the street: `across from 2319 S Main St`.
    case opposite
    /// Somewhere around it: `near 2319 S Main St`.
    case near
}

/// Takes the words out of a line that say where a place lies from the address, so that what is left is the address.
///
/// They stand before the house number (`Opposite 12 Elm St`) or after all else (`12 Elm St, across the street`). Before
/// anything else they are part of a crossing or of a name: `Elm St opposite Oak Ave`, `Near School`.
struct RelationReader {
    private(set) var tokens: [Token]
    private(set) var relation = AddressRelation.at
    /// How far away the place lies, metres; 0 where the line does not say.
    private(set) var distance = 0.0

    init(_ tokens: [Token]) {
        self.tokens = tokens
        readDistance()
        if relation == .at { readStart() }
        if relation == .at { readEnd() }
    }

    /// Whether the place lies so far away that the address does not tell where.
    var isTooFar: Bool { distance > RelativePlace.limit }

    private mutating func readDistance() {
        guard let place = RelativePlace(tokens) else { return }
        tokens.removeFirst(place.start)
        tokens[0].gap = .comma
        relation = .near
        distance = place.distance
    }

    private mutating func readStart() {
        guard let first = tokens.first else { return }
        if isBetweenNumbers {
            tokens.removeFirst()
            tokens[0].gap = .comma
            relation = .near
            return
        }
        let start = first.hash == Word.directly ? 1 : 0
        guard let (found, next) = phrase(start), next < tokens.count,
            tokens[next].shape == .number || tokens[next].shape == .hyphenated
                || tokens[next].shape == .numberFirst,
            next + 1 < tokens.count
        else { return }
        tokens.removeFirst(next)
        tokens[0].gap = .comma
        relation = found
    }

    /// `between 2319 and 2341 S Main St`: somewhere around the first.
    private var isBetweenNumbers: Bool {
        tokens.count > 4 && tokens[0].has(.between) && tokens[1].shape == .number && tokens[2].has(.and)
            && tokens[3].shape == .number && tokens[4].shape == .word
    }

    private mutating func readEnd() {
        let last = tokens.count - 1
        for start in tokens.indices.suffix(5)
        where start > 1 && (tokens[start].gap >= .dash || start == last && start > 2) {
            guard let (found, next) = phrase(start), next == tokens.count, found == .opposite else {
                continue
            }
            tokens.removeLast(next - start)
            relation = found
            return
        }
    }

    /// Returns what the words from a token on say, and where they end.
    private func phrase(_ start: Int) -> (AddressRelation, end: Int)? {
        guard start < tokens.count else { return nil }
        let word = tokens[start].hash
        if Word.opposites.contains(word) {
            return (.opposite, skipping(Word.fillers, from: start + 1))
        }
        if Word.nears.contains(word) { return (.near, skipping(Word.links, from: start + 1)) }
        if word == Word.en, start + 2 < tokens.count, tokens[start + 1].hash == Word.face,
            Word.linksInFrench.contains(tokens[start + 2].hash)
        {
            return (.opposite, start + 3)
        }
        if word == Word.next, start + 1 < tokens.count, tokens[start + 1].hash == Word.to {
            return (.near, start + 2)
        }
        return nil
    }

    private func skipping(_ words: Set<UInt64>, from start: Int) -> Int {
        var at = start
        while at < tokens.count, words.contains(tokens[at].hash) { at += 1 }
        return at
    }

    private enum Word {
        static let directly = WordHash.of("DIRECTLY")
        static let next = WordHash.of("NEXT")
        static let en = WordHash.of("EN")
        static let face = WordHash.of("FACE")
        static let linksInFrench = hashes("DE DU DES")
        static let to = WordHash.of("TO")
        static let opposites = hashes("OPPOSITE OPP OPPOS ACROSS ACR FACING")
        static let nears = hashes("PRES NEAR NEARBY BEHIND BESIDE CLOSE ADJACENT AROUND ADJ BY")
        static let fillers = hashes("THE STREET ST ROAD RD SIDE OF FROM FR FRM WAY TO")
        static let links = hashes("THE TO OF DE DU")

        private static func hashes(_ words: String) -> Set<UInt64> {
            Set(words.split(separator: " ").map { WordHash.of($0) })
        }
    }
}
