/// Moves two house numbers that stand behind their street before it: `S Main St, 649 - 1949`, `Main St 12 thru 18, Salem`.
struct TrailingStretch {
    private(set) var tokens: [Token]

    init(_ tokens: [Token]) {
        self.tokens = tokens
        guard tokens.count > 3, let first = tokens.first, first.opensStreet,
            let numbers = tokens.indices.dropFirst(2).lazy.compactMap({ Self.stretch($0, tokens) }).first
        else { return }
        var moved = Array(tokens[numbers])
        var rest = tokens
        rest.removeSubrange(numbers)
        if numbers.lowerBound < rest.count { rest[numbers.lowerBound].gap = .comma }
        moved[0].gap = .comma
        rest[0].gap = .space
        self.tokens = moved + rest
    }

    /// Returns where two numbers with a dash or a word for a stretch between them, or two houses' in a list, stand behind a street, at the end of the line or of what
    /// stands before the town; `nil` where none begin.
    private static func stretch(_ at: Int, _ tokens: [Token]) -> Range<Int>? {
        guard tokens[at].shape == .number, endsStreet(at - 1, tokens), at + 1 < tokens.count,
            !tokens[..<at].contains(where: { $0.hasDigit || $0.has([.and, .at, .between]) })
        else { return nil }
        let isJoined = tokens[at + 1].shape == .word && SecondAddress.joins(tokens[at + 1])
        let last = isJoined ? at + 2 : at + 1
        guard last < tokens.count, tokens[last].shape == .number,
            isJoined || tokens[last].gap == .dash
                || last + 1 == tokens.count && !AssetNumber.isOfRoad(at, tokens)
                    && NumberReader.areHouses(tokens[at], tokens[last]),
            last + 1 == tokens.count || tokens[last + 1].gap >= .dash
        else { return nil }
        return at..<last + 1
    }

    /// Whether a street may end at a token: with its type or direction, or with a name behind its type: `rue Laval`.
    private static func endsStreet(_ index: Int, _ tokens: [Token]) -> Bool {
        if tokens[index].has([.strongType, .directional]) { return true }
        return tokens[0].has(.typeBefore) && tokens[index].shape == .word
            && !tokens[index].has([.unit, .numberSign, .typeBefore])
    }
}
