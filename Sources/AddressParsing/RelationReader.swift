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
        if let stretch = NumberStretch(tokens) {
            (self.tokens, relation, distance) = (stretch.tokens, .near, stretch.length)
            return
        }
        if let along = AlongStreet(tokens) {
            (self.tokens, relation, distance) = (along.tokens, along.relation, along.distance)
        } else {
            readDistance()
        }
        if relation == .at { readStart() }
        if relation == .at { readEnd() }
        if relation == .at { readDistanceBehind() }
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

    private mutating func readDistanceBehind() {
        guard let place = PlaceBehind(tokens) else { return }
        tokens.removeSubrange(place.range)
        if place.range.lowerBound < tokens.count { tokens[place.range.lowerBound].gap = .comma }
        relation = .near
        distance = place.distance
    }

    private mutating func readStart() {
        guard let first = tokens.first else { return }
        guard !first.hasDigit,
            let (found, next) = RelationWords.openingNears.contains(first.hash)
                ? (.near, 1) : phrase(0) ?? phrase(skipping(RelationWords.openings, from: 0)),
            next < tokens.count,
            tokens[next].shape == .number || tokens[next].shape == .hyphenated
                || tokens[next].shape == .numberFirst,
            next + 1 < tokens.count
        else { return }
        tokens.removeFirst(next)
        tokens[0].gap = .comma
        relation = found
    }

    /// Behind the address, at the end of the line or before a comma: `12 Elm St (near), Salem`.
    private mutating func readEnd() {
        for start in tokens.indices.dropFirst(2) {
            let isSetOff = tokens[start].gap >= .dash
            guard isSetOff || start > 2, let (found, next) = ending(start, isSetOff: isSetOff),
                next == tokens.count || isSetOff && tokens[next].gap == .comma
            else { continue }
            tokens.removeSubrange(start..<next)
            relation = found
            return
        }
    }

    /// Returns what the words from a token on say behind an address, and where they end.
    private func ending(_ start: Int, isSetOff: Bool) -> (AddressRelation, end: Int)? {
        let first = skipping(RelationWords.openings, from: start)
        if first < tokens.count, RelationWords.endings.contains(tokens[first].hash) {
            let end = skipping(RelationWords.places, from: skipping(RelationWords.links, from: first + 1))
            let isAlone = end == start + 1 && !isSetOff
            return !isAlone || Self.endsStreet(tokens[start - 1]) ? (.near, end) : nil
        }
        guard let (found, next) = phrase(start) ?? phrase(first) else { return nil }
        return found == .opposite || isSetOff ? (found, skipping(RelationWords.places, from: next)) : nil
    }

    /// Whether a word behind a token is no part of the street's name: `104 Main St near`, and not `104 Picnic Area`.
    private static func endsStreet(_ token: Token) -> Bool {
        token.has([.strongType, .directional, .state]) || token.hasDigit
    }

    /// Returns what the words from a token on say, and where they end.
    private func phrase(_ start: Int) -> (AddressRelation, end: Int)? {
        guard start < tokens.count else { return nil }
        let word = tokens[start].hash
        if RelationWords.opposites.contains(word) {
            return (.opposite, skipping(RelationWords.oppositeLinks, from: start + 1))
        }
        if RelationWords.nears.contains(word) {
            return (.near, skipping(RelationWords.links, from: start + 1))
        }
        let rest = tokens[start...].lazy.map(\.hash)
        guard let found = RelationWords.phrases.first(where: { rest.starts(with: $0.words) })
        else { return nil }
        return (found.relation, skipping(RelationWords.links, from: start + found.words.count))
    }

    private func skipping(_ words: Set<UInt64>, from start: Int) -> Int {
        var at = start
        while at < tokens.count, words.contains(tokens[at].hash) { at += 1 }
        return at
    }
}
