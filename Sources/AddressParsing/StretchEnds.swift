/// Reads the ends of a stretch that no `between` opens, or that stands before its street: `between 5th and 6th on Main St`, `Broadway from Oak St to Elm St`, `Old Post Rd, Oak St to Elm St`, as lists of
/// paving and sweeping have them.
struct StretchEnds {
    private(set) var tokens: [Token]

    init(_ tokens: [Token]) {
        self.tokens = tokens
        if let moved = Self.withStreetFirst(tokens) { self.tokens = moved }
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
                let end = tokens[..<(to - 2)].firstIndex(where: {
                    $0.endsStreet && $0.span != first.span || $0.has(.typeless)
                }), tokens[end + 1].opensStreet
            else { return }
            self.tokens.insert(tokens[end + 1], at: end + 1)
            self.tokens[end + 2].gap = .space
            put(.between, at: end + 1)
            put(.and, at: to + 1)
        }
    }

    /// Returns `Main St between 5th and 6th` for `between 5th and 6th on Main St`; `nil` for another line.
    private static func withStreetFirst(_ tokens: [Token]) -> [Token]? {
        guard tokens.count > 5, tokens[0].has(.between), tokens[1].opensStreet,
            let and = tokens.indices.dropFirst(2).first(where: { tokens[$0].has(.and) }),
            let on = tokens.indices.dropFirst(and + 2).dropLast().first(where: { tokens[$0].hash == on }),
            tokens[on + 1].opensStreet, tokens[on + 1].gap < .comma
        else { return nil }
        let end = tokens.indices.dropFirst(on + 2).first { tokens[$0].gap == .comma } ?? tokens.count
        var street = Array(tokens[(on + 1)..<end])
        var ends = Array(tokens[..<on])
        (street[0].gap, ends[0].gap) = (.comma, .space)
        return street + ends + tokens[end...]
    }

    private mutating func put(_ role: WordRoles, at index: Int) {
        tokens[index] = tokens[index].joining(role)
    }

    private static let on = WordHash.of("ON")
    private static let from = WordHash.of("FROM")
    private static let to = RelationWords.hashes("TO THRU THROUGH")
    /// A ramp is named for both its roads.
    private static let ramp = WordHash.of("RAMP")
}
