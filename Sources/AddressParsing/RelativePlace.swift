/// Reads how far from an address a line says that a place lies: `1/2 mile east of 104 Main St`, `2 blocks past 560 Main St`,
/// `vacant lot next to 104 Main St`, `500 ft north of Main St & Oak Ave`.
struct RelativePlace {
    /// Where the address starts.
    let start: Int
    /// Metres; 0 where it lies beside the address.
    let distance: Double

    /// Farther away, an address says nothing of a place, metres.
    static let limit = 1_000.0
    /// Of `down the street from` and `east of`, metres.
    static let vague = 200.0
    /// Words before an address.
    private static let wordLimit = 9

    /// Returns `nil` where no such words stand before an address.
    init?(_ tokens: [Token]) {
        for at in tokens.indices.dropFirst().prefix(Self.wordLimit) where at + 1 < tokens.count {
            guard let link = Self.link(endingBefore: at, tokens) else { continue }
            var before = Quantity(tokens[..<at])
            guard !before.hasOtherNumbers, Self.isAddress(tokens[at...], isMeasured: before.metres != nil)
            else {
                continue
            }
            if link == .beside, before.metres == nil { before.metres = 0 }
            start = at
            distance = before.metres ?? Self.vague
            return
        }
        return nil
    }

    private static func isAddress(_ rest: ArraySlice<Token>, isMeasured: Bool) -> Bool {
        guard let first = rest.first, rest.count > 1 else { return false }
        if first.isHouse { return rest[rest.startIndex + 1].opensStreet }
        return isMeasured && first.opensStreet && rest.contains(where: \.endsStreet)
    }

    private enum Link { case beside, away }

    /// Returns what the words say that end before a token: `east of`, `past`, `next to`; `nil` where they say nothing of where
    /// it lies, or that it lies across the street. Whatever else ends in `of` or `to` lies somewhere around it.
    private static func link(endingBefore end: Int, _ tokens: [Token]) -> Link? {
        let words = tokens[..<end]
        guard let last = words.last, !words.contains(where: { RelationWords.opposites.contains($0.hash) })
        else { return nil }
        let before = words.dropLast().last
        switch last.hash {
        case of:
            if before?.isDirectional == true { return .away }
            let isPart = before.map { RelationWords.parts.contains($0.hash) } ?? true
            return tokens[end].isHouse && (!isPart || words.contains { $0.hash == within }) ? .beside : nil
        case from where before == nil: return nil
        case from: return words.contains { $0.hash == corner } ? .beside : .away
        case to:
            return before != nil && tokens[end].isHouse && !words.contains(where: \.endsStreet)
                ? .beside : nil
        default:
            // `Near 104 Main St` is read where the line begins with it.
            if end > 1, RelationWords.nears.contains(last.hash) { return .beside }
            return RelationWords.aways.contains(last.hash) ? .away : nil
        }
    }

    private static let of = WordHash.of("OF")
    private static let from = WordHash.of("FROM")
    private static let to = WordHash.of("TO")
    private static let corner = WordHash.of("CORNER")
    private static let within = WordHash.of("WITHIN")
}
