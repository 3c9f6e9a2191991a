/// Writes the short form of a Spanish street's type out: `C/ Mayor 12`, which is no crossing of a C St.
///
/// It counts at the start of a line that goes on with a name, ends in a number, and names no other street.
struct SpanishStreet {
    private(set) var tokens: [Token]

    init(_ tokens: [Token], lexicon: Lexicon) {
        self.tokens = tokens
        guard tokens.count > 3, tokens[0].hash == Self.letter, tokens[1].isSlash, tokens[2].opensStreet,
            let number = tokens.indices.dropFirst(3).first(where: {
                tokens[$0].shape == .number || tokens[$0].shape == .numberFirst
            }),
            !tokens[2..<number].contains(where: { $0.has([.strongType, .and, .at]) || $0.isSlash }),
            number + 1 == tokens.count || tokens[number + 1].gap >= .dash
        else { return }
        var type = tokens[0]
        type.hash = Self.street
        type.meaning = lexicon.meaning(of: Self.street)
        self.tokens.replaceSubrange(0..<2, with: [type])
        self.tokens[1].gap = .space
    }

    private static let letter = WordHash.of("C")
    private static let street = WordHash.of("CALLE")
}
