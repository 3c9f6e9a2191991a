/// Moves two house numbers that stand behind their street before it: `S Main St 649 to 1949`, `Main St, 12 thru 18, Salem`.
struct TrailingStretch {
    private(set) var tokens: [Token]

    init(_ tokens: [Token]) {
        self.tokens = tokens
        guard tokens.count > 4, let first = tokens.first, first.opensStreet,
            let start = tokens.indices.dropFirst(2).first(where: { Self.isStretch($0, tokens) })
        else { return }
        var numbers = Array(tokens[start..<start + 3])
        var rest = tokens
        rest.removeSubrange(start..<start + 3)
        if start < rest.count { rest[start].gap = .comma }
        numbers[0].gap = .comma
        rest[0].gap = .space
        self.tokens = numbers + rest
    }

    /// Whether two numbers with a word for a stretch between them end the line, or what stands before the town, behind a street.
    private static func isStretch(_ at: Int, _ tokens: [Token]) -> Bool {
        let end = at + 3
        return end <= tokens.count && tokens[at].shape == .number && tokens[at + 2].shape == .number
            && tokens[at + 1].shape == .word && SecondAddress.joins(tokens[at + 1])
            && tokens[at - 1].has([.strongType, .directional])
            && (end == tokens.count || tokens[end].gap >= .dash)
            && !tokens[..<at].contains { $0.hasDigit || $0.has([.and, .at, .between]) }
    }
}
