/// Takes a house number in several words for one number: `One Hundred Four Main St`, `Twenty One Elm St`.
struct NumberWords {
    private(set) var tokens: [Token]

    private static let hundred = WordHash.of("HUNDRED")
    private static let thousand = WordHash.of("THOUSAND")
    /// `Twenty Five Mile Rd` is a street's name.
    private static let mile = WordHash.of("MILE")

    init(_ tokens: [Token]) {
        self.tokens = tokens
        let end = tokens.prefix(while: Self.isNumber).count
        guard end > 1, end + 1 < tokens.count, tokens[end].opensStreet, tokens[end].hash != Self.mile,
            tokens[(end + 1)...].contains(where: \.endsStreet), let value = Self.value(tokens[..<end])
        else { return }
        var number = tokens[0]
        number.shape = .number
        number.meaning = WordMeaning()
        number.value = Int32(clamping: value)
        number.digits = UInt8(String(value).utf8.count)
        number.end = tokens[end - 1].end
        number.span = tokens[0].span.union(tokens[end - 1].span)
        self.tokens.replaceSubrange(..<end, with: [number])
    }

    private static func isNumber(_ token: Token) -> Bool {
        token.shape == .word
            && (token.has([.cardinal, .tens]) && !token.has(.ordinal)
                || [hundred, thousand].contains(token.hash))
    }

    /// Returns what the words say; `Ten Forty` is 1040.
    private static func value(_ words: ArraySlice<Token>) -> Int? {
        var thousands = 0
        var rest = 0
        for word in words {
            let value = Int(word.meaning.ordinal)
            switch word.hash {
            case thousand: (thousands, rest) = (thousands + max(1, rest) * 1_000, 0)
            case hundred: rest = max(1, rest) * 100
            default: rest = rest >= 10 && rest < 100 && value >= 10 ? rest * 100 + value : rest + value
            }
        }
        let value = thousands + rest
        return value > 0 && value < 100_000 ? value : nil
    }
}
