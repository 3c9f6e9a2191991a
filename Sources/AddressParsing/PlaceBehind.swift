/// Reads how far from an address a place lies where the line says so behind it: `210 Oak St, 3 blocks east`, `Main St & Oak Ave (500 ft N)`,
/// `210 Oak St - next block`, `210 Oak St down the road`.
struct PlaceBehind {
    /// The words for it.
    let range: Range<Int>
    /// Metres.
    let distance: Double

    /// Returns `nil` where no such words stand at the end of a line or of what stands before the town.
    init?(_ tokens: [Token]) {
        for start in tokens.indices.dropFirst() where start > 1 || tokens[0].opensStreet {
            // `Unit A, Block N`
            let isOfUnit = tokens[start - 1].has([.unit, .numberSign]) && !tokens[start - 1].has(.type)
            guard !isOfUnit, Self.mayBegin(with: tokens[start]), start + 1 < tokens.count,
                let (end, distance) = Self.place(at: start, tokens),
                end == tokens.count || tokens[end].gap == .comma
            else { continue }
            let first = Self.isOpening(tokens[start - 1]) && start > 2 ? start - 1 : start
            (range, self.distance) = (first..<end, distance)
            return
        }
        return nil
    }

    private static func place(at start: Int, _ tokens: [Token]) -> (end: Int, metres: Double)? {
        func hash(_ index: Int) -> UInt64? { index < tokens.count ? tokens[index].hash : nil }
        if hash(start) == next, let word = hash(start + 1), blocks.contains(word) {
            return (pastMovement(start + 2, tokens), RelativePlace.vague)
        }
        if let length = Quantity.beginning(at: start, tokens) {
            let end = pastMovement(length.end, tokens)
            // `E 8 Mile W` is a road.
            if tokens[length.end - 1].hash == mile, tokens[start].gap < .dash,
                length.metres > RelativePlace.limit
            {
                return nil
            }
            return end > length.end ? (end, length.metres) : nil
        }
        if let length = foreignLength(at: start, tokens) { return length }
        // `down the street`
        guard let word = hash(start), ways.contains(word), hash(start + 1) == the, let way = hash(start + 2),
            streets.contains(way)
        else { return nil }
        return (start + 3, RelativePlace.vague)
    }

    /// Returns where the words end that say which way: `east`, `to the east`, `down the street`, `away from the corner`, `east of here`.
    private static func pastMovement(_ start: Int, _ tokens: [Token]) -> Int {
        var at = start
        while at < tokens.count, tokens[at].gap < .comma {
            if tokens[at].isDirectional || ways.contains(tokens[at].hash) {
                at += 1
            } else if tokens[at].hash == to, at + 2 < tokens.count, tokens[at + 1].hash == the,
                tokens[at + 2].isDirectional
            {
                at += 3
            } else {
                break
            }
        }
        let isLinked = at < tokens.count && (tokens[at].hash == from || tokens[at].has(.of))
        var end = isLinked ? at + 1 : at
        if end < tokens.count, tokens[end].hash == the { end += 1 }
        guard end > at, end < tokens.count,
            RelationWords.places.contains(tokens[end].hash) || tokens[end].has(.corner)
                || !isLinked && streets.contains(tokens[end].hash)
        else { return at }
        return end + 1
    }

    /// Returns where a length in French or Spanish ends: `2 rues plus loin`, `3 cuadras al norte`.
    private static func foreignLength(at start: Int, _ tokens: [Token]) -> (end: Int, metres: Double)? {
        guard start + 2 < tokens.count, tokens[start].shape == .number, tokens[start].digits < 3,
            foreignBlocks.contains(tokens[start + 1].hash),
            tokens[(start + 1)...].prefix(3).dropFirst().contains(where: { foreignWays.contains($0.hash) })
        else { return nil }
        var end = start + 2
        while end < tokens.count, tokens[end].gap < .comma { end += 1 }
        return (end, Double(tokens[start].value) * RelativePlace.vague)
    }

    private static func isOpening(_ token: Token) -> Bool { openings.contains(token.hash) }

    private static let openings = RelationWords.hashes("ABOUT APPROX APPROXIMATELY ROUGHLY JUST A")
    /// Cheap, since nearly no line has any.
    private static func mayBegin(with token: Token) -> Bool {
        token.hasDigit || token.has([.cardinal, .tens]) || beginnings.contains(token.hash)
    }

    private static let beginnings = ways.union(Quantity.amountWords).union([next])
    private static let ways = RelationWords.hashes(
        "DOWN UP AWAY FURTHER FARTHER OVER PAST ALONG AHEAD BEYOND LATER")
    private static let blocks = RelationWords.hashes("BLOCK BLK")
    private static let streets = RelationWords.hashes("STREET ST ROAD RD BLOCK AVENUE AVE")
    private static let foreignBlocks = RelationWords.hashes("RUES RUE CUADRA CUADRAS")
    private static let foreignWays = RelationWords.hashes("PLUS LOIN HAUT BAS AL MAS NORTE SUR ESTE OESTE")
    private static let mile = WordHash.of("MILE")
    private static let next = WordHash.of("NEXT")
    private static let the = WordHash.of("THE")
    private static let to = WordHash.of("TO")
    private static let from = WordHash.of("FROM")
}
