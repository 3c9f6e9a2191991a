/// Moves a block's number that stands after its street before it: `Pine St NW (1400 block)`, `Main St, 1200 blk, Salem`.
struct TrailingBlock {
    private(set) var tokens: [Token]

    init(_ tokens: [Token]) {
        self.tokens = tokens
        guard let first = tokens.first, !first.hasDigit || first.shape == .ordinal,
            !tokens.contains(where: { $0.has([.and, .at, .between, .corner]) }),
            let number = tokens.indices.dropLast().first(where: isBlock)
        else { return }
        var rest = tokens
        let moved = Array(rest[number...number + 1])
        rest.removeSubrange(number...number + 1)
        if number < rest.count { rest[number].gap = .comma }
        self.tokens = moved + rest
        self.tokens[0].gap = first.gap
        self.tokens[1].gap = .space
        self.tokens[2].gap = .space
    }

    /// Whether a number and the word after it are a block at the end of the line, or of what stands before the town.
    private func isBlock(_ index: Int) -> Bool {
        let end = index + 2
        return index >= 2 && tokens[index + 1].has(.block) && tokens[index + 1].gap <= .dash
            && (tokens[index].shape == .number || tokens[index].shape == .numberFirst)
            && (end == tokens.count || tokens[end].gap >= .dash)
    }
}
