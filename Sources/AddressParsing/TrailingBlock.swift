/// Moves a block's number that stands after its street before it, and the word for it behind the number: `Pine St NW (1400 block)`,
/// `Main St, 1200 blk, Salem`, `1100 Main St blk`, `block 1100 of Main St`, `bloc 1100 rue Main`.
struct TrailingBlock {
    private(set) var tokens: [Token]

    init(_ tokens: [Token]) {
        self.tokens = tokens
        if Self.opensWithBlock(tokens) {
            self.tokens.swapAt(0, 1)
            self.tokens[0].gap = .comma
            self.tokens[1].gap = .space
            self.tokens[2].gap = .space
            return
        }
        if let word = Self.wordBehindStreet(tokens) {
            let block = self.tokens.remove(at: word)
            if word < self.tokens.count { self.tokens[word].gap = .comma }
            self.tokens.insert(block, at: 1)
            self.tokens[1].gap = .space
            return
        }
        guard let first = tokens.first, !first.hasDigit || first.shape == .ordinal,
            !tokens.contains(where: { $0.has([.and, .at, .between, .corner]) }),
            let number = tokens.indices.dropLast().first(where: isBlock)
        else { return }
        var rest = tokens
        let start = startOfSpan(number)
        var moved = Array(rest[start...number + 1])
        // `Main St block 1200`
        if moved[0].has(.block) { moved.swapAt(0, 1) }
        rest.removeSubrange(start...number + 1)
        if start < rest.count { rest[start].gap = .comma }
        moved[0].gap = first.gap
        moved[1].gap = start < number ? moved[1].gap : .space
        rest[0].gap = .space
        self.tokens = moved + rest
    }

    /// Returns where a span of blocks begins that ends in a number: `Main St 200 to 600 block`.
    private func startOfSpan(_ number: Int) -> Int {
        guard number > 3, tokens[number - 1].has(.and) || SecondAddress.joins(tokens[number - 1]) else {
            let isDashed = number > 2 && tokens[number].gap == .dash && tokens[number - 1].shape == .number
            return isDashed ? number - 1 : number
        }
        return tokens[number - 2].shape == .number ? number - 2 : number
    }

    /// Whether the word for a block and its number open the line. `Block 5 Lot 3` is a plot.
    private static func opensWithBlock(_ tokens: [Token]) -> Bool {
        guard tokens.count > 2, tokens[0].has(.block), tokens[1].shape == .number, tokens[1].gap < .dash,
            !tokens[2].has(.unit)
        else { return false }
        return tokens[2].has(.of)
            || tokens[1].value > 0 && tokens[1].value % 100 == 0 && tokens[2].opensStreet
    }

    /// Returns where the word for a block stands in `1100 Main St blk`: behind the type or direction that ends the street.
    private static func wordBehindStreet(_ tokens: [Token]) -> Int? {
        guard tokens.count > 3, tokens[0].shape == .number else { return nil }
        return tokens.indices.dropFirst(3).first { index in
            tokens[index].has(.block) && tokens[index - 1].has([.strongType, .directional])
                && (index + 1 == tokens.count || tokens[index + 1].gap == .comma)
        }
    }

    /// Whether a number and the word after it are a block at the end of the line, or of what stands before the town.
    private func isBlock(_ index: Int) -> Bool {
        let end = index + 2
        guard end == tokens.count || tokens[end].gap >= .dash else { return false }
        if index >= 2, tokens[index].has(.block), tokens[index].gap < .dash || tokens[index - 1].endsStreet {
            let number = tokens[index + 1]
            return number.shape == .number && number.gap < .dash && number.value > 0
                && number.value % 100 == 0
        }
        return index >= 2 && tokens[index + 1].has(.block) && tokens[index + 1].gap <= .dash
            && (tokens[index].shape == .number || tokens[index].shape == .numberFirst)
    }
}
