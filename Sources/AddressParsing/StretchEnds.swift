/// Reads the ends of a stretch that no `between` opens: `Broadway from Oak St to Elm St`, `Old Post Rd, Oak St to Elm St`, as lists of
/// paving and sweeping have them.
struct StretchEnds {
    private(set) var tokens: [Token]

    init(_ tokens: [Token]) {
        self.tokens = tokens
        guard tokens.count > 4, let first = tokens.first, first.opensStreet, !AssetNumber.namesThing(first),
            !tokens.contains(where: {
                $0.has([.and, .at, .between, .near, .corner, .block]) || $0.hash == Self.ramp
            }),
            let to = tokens.indices.dropFirst(3).dropLast().first(where: { Self.to.contains(tokens[$0].hash) }
            ),
            tokens[to].gap < .comma, tokens[to + 1].gap < .dash, tokens[to + 1].opensStreet
        else { return }
        if let from = tokens[..<(to - 1)].firstIndex(where: { $0.hash == Self.from }) {
            guard from > 0, tokens[from + 1].opensStreet else { return }
            put(.between, at: from)
            put(.and, at: to)
        } else {
            // Each with its type, or nothing tells where the first name ends.
            guard tokens[to - 1].endsStreet, tokens[(to + 2)...].contains(where: \.endsStreet),
                let end = tokens[1..<(to - 2)].firstIndex(where: \.endsStreet), tokens[end + 1].opensStreet
            else { return }
            self.tokens.insert(tokens[end + 1], at: end + 1)
            self.tokens[end + 2].gap = .space
            put(.between, at: end + 1)
            put(.and, at: to + 1)
        }
    }

    private mutating func put(_ role: WordRoles, at index: Int) {
        tokens[index] = tokens[index].joining(role)
    }

    private static let from = WordHash.of("FROM")
    private static let to = RelationWords.hashes("TO THRU THROUGH")
    /// A ramp is named for both its roads.
    private static let ramp = WordHash.of("RAMP")
}
