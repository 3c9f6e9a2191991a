/// Parts a line that names two addresses: `1104 Main St / 104 Oak St`, `104 Main St to 1104`, `1104 Main St was 104 Main St`.
/// Nothing in the line tells which of them is meant.
struct SecondAddress {
    /// The tokens of each address; the second of a number alone is on the street of the first.
    private(set) var parts: (first: [Token], second: [Token])?
    private(set) var number: Token?

    /// Words taken for a street's name and type.
    private static let streetLimit = 5

    init(_ tokens: [Token]) {
        // `from 104 Main St to 1104 Main St`
        let tokens = tokens.first?.hash == Self.from ? Self.opened(tokens.dropFirst()) : tokens
        guard tokens.count > 3, tokens[0].isHouse, tokens[1].opensStreet || tokens[1].has(.block) else {
            return
        }
        for at in 2..<tokens.count - 1 {
            let isJoint = Self.joins(tokens[at])
            guard isJoint || tokens[at].gap == .comma && tokens[..<at].contains(where: \.endsStreet)
            else { continue }
            let next = isJoint ? at + 1 : at
            guard next < tokens.count, tokens[next].isHouse else { continue }
            if Self.hasStreet(tokens[next...]) {
                parts = (Array(tokens[..<at]), Self.opened(tokens[next...]))
                return
            }
            // `104 Main St to 1104`
            // `Salem, OR 9730` is a town with its state.
            if isJoint, !tokens[1].has(.block), tokens[at].gap < .comma,
                tokens[at - 1].has([.strongType, .directional]),
                tokens[next].shape == .number, tokens[next].digits < 5,
                next + 1 == tokens.count || tokens[next + 1].gap == .comma
            {
                var first = Array(tokens[..<at])
                first += Self.opened(tokens[(next + 1)...])
                parts = (first, [])
                number = tokens[next]
                return
            }
        }
    }

    /// Whether a token stands between two numbers or addresses: `&`, `or`, `to`, `through`, `was`, `not`.
    static func joins(_ token: Token) -> Bool {
        token.has(.and) || token.isSlash || words.contains(token.hash)
    }

    private static let from = WordHash.of("FROM")
    private static let words = RelationWords.hashes(JointWords.to)

    /// Whether a number and a street with a type stand there: `104 Oak St`, `104 rue Oak`, and not `5 Ave`.
    private static func hasStreet(_ tokens: ArraySlice<Token>) -> Bool {
        var words = tokens.dropFirst().prefix(streetLimit)
        // `600 block of Elm St`
        if words.first?.has(.block) == true { words.removeFirst() }
        if words.first?.has(.of) == true { words.removeFirst() }
        guard let first = words.first, first.opensStreet, first.gap < .comma else { return false }
        if first.has(.typeBefore), !first.has(.strongType), words.count > 1 { return true }
        return words.dropFirst().prefix { $0.gap < .comma && !$0.isHouse }.contains(where: \.endsStreet)
    }

    private static func opened(_ tokens: ArraySlice<Token>) -> [Token] {
        var tokens = Array(tokens)
        if !tokens.isEmpty { tokens[0].gap = .comma }
        return tokens
    }
}

extension Token {
    private static let slash = WordHash.of("/")

    var isSlash: Bool { hash == Self.slash }

    /// Whether it may be a house number.
    var isHouse: Bool { [.number, .numberFirst, .hyphenated, .grid].contains(shape) }

    /// Whether a street's type, which ends its name.
    var endsStreet: Bool { has(.strongType) }
}
