/// The tokens of a line and the questions that every later stage asks of them.
final class TokenLine: Sendable {
    let tokens: [Token]
    let bytes: [UInt8]
    let lexicon: Lexicon

    /// Whether the line is in French, as Canadian lines are: its directions count then.
    let isFrench: Bool

    init(tokens: [Token], bytes: [UInt8], lexicon: Lexicon) {
        isFrench = lexicon.isFrench || FrenchLine.isFrench(tokens, bytes)
        self.tokens = isFrench ? FrenchLine.withDirections(tokens) : tokens
        self.bytes = bytes
        self.lexicon = lexicon
    }

    var count: Int { tokens.count }

    @inline(__always) subscript(_ index: Int) -> Token { tokens[index] }

    subscript(_ range: Range<Int>) -> ArraySlice<Token> { tokens[range] }

    /// Returns the gap before a token; the line's end is a gap too.
    @inline(__always) func gap(_ index: Int) -> Token.Gap {
        index < tokens.count ? tokens[index].gap : .comma
    }

    @inline(__always) func has(_ index: Int, _ roles: WordRoles) -> Bool {
        index >= 0 && index < tokens.count && tokens[index].has(roles)
    }

    func phrase(_ range: Range<Int>) -> UInt64 {
        var phrase: UInt64 = 0
        for index in range { phrase = WordHash.joining(phrase, tokens[index].hash) }
        return phrase
    }

    /// Returns whether the token is exactly this word.
    func isWord(_ index: Int, _ hash: UInt64) -> Bool { index < tokens.count && tokens[index].hash == hash }

    /// Returns the direction that starts at a token and how many tokens it takes: `N`, `North`, `N W`.
    func directional(_ index: Int, before end: Int) -> (Directional, length: Int)? {
        guard index < end, tokens[index].isDirectional,
            let first = Directional(rawValue: tokens[index].meaning.directional)
        else { return nil }
        guard index + 1 < end, tokens[index + 1].isDirectional, tokens[index + 1].gap <= .dash,
            tokens[index].meaning.isFullDirectional == tokens[index + 1].meaning.isFullDirectional,
            let second = Directional(rawValue: tokens[index + 1].meaning.directional),
            let both = first.joined(with: second)
        else { return (first, 1) }
        return (both, 2)
    }

    /// Returns the direction that ends before a token.
    func directional(endingBefore end: Int, after start: Int) -> (Directional, length: Int)? {
        if end - 2 >= start, let two = directional(end - 2, before: end), two.length == 2 { return two }
        return end - 1 >= start ? directional(end - 1, before: end) : nil
    }
}

extension Directional {
    /// The direction against this one.
    package var opposite: Directional {
        switch self {
        case .north: .south
        case .south: .north
        case .east: .west
        case .west: .east
        case .northeast: .southwest
        case .southwest: .northeast
        case .northwest: .southeast
        case .southeast: .northwest
        }
    }
    /// Returns `N` and `W` as `NW`; `nil` for two that make no direction.
    func joined(with second: Directional) -> Directional? {
        switch (self, second) {
        case (.north, .east): .northeast
        case (.north, .west): .northwest
        case (.south, .east): .southeast
        case (.south, .west): .southwest
        default: nil
        }
    }
}
