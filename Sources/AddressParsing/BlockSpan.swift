/// Writes a span or a list of blocks as one: `200 block to 600 block Oak St`, `from the 200 block to the 600 block of Oak St`,
/// `200, 600 block Oak St`, `200 block of Oak St to 600 block` are `200 to 600 block Oak St`. What is meant lies between the ends.
struct BlockSpan {
    private(set) var tokens: [Token]

    init(_ tokens: [Token]) {
        self.tokens = tokens
        guard tokens.contains(where: { $0.has(.block) }) else { return }
        bringBack()
        join()
    }

    /// Puts the second block of `200 block of Oak St to 600 block` behind the first.
    private mutating func bringBack() {
        guard tokens.count > 5, tokens[0].shape == .number, tokens[1].has(.block),
            tokens[2].opensStreet || tokens[2].has(.of),
            let joint = tokens.indices.dropFirst(3).first(where: { SecondAddress.joins(tokens[$0]) })
        else { return }
        let number = skippingArticle(joint + 1)
        guard isBlock(number), number + 2 == tokens.count || tokens[number + 2].gap == .comma else { return }
        let moved = Array(tokens[joint...(number + 1)])
        tokens.removeSubrange(joint...(number + 1))
        tokens.insert(contentsOf: moved, at: 2)
    }

    private mutating func join() {
        guard let first = tokens.indices.first(where: { tokens[$0].shape == .number }), isAtStart(first)
        else {
            return
        }
        let hasWord = first + 1 < tokens.count && tokens[first + 1].has(.block)
        var next = hasWord ? first + 2 : first + 1
        guard next < tokens.count else { return }
        let joint = SecondAddress.joins(tokens[next]) ? next : nil
        if joint != nil { next = skippingArticle(next + 1) }
        guard isBlock(next), joint != nil || tokens[next].gap >= .dash,
            hasWord || joint != nil && first > 0 || joint == nil && tokens[next].gap == .comma,
            next + 2 < tokens.count || first > 0
        else { return }
        // The solver reads numbers with a dash between them as ends.
        if joint == nil { tokens[next].gap = .dash }
        tokens.removeSubrange((joint.map { $0 + 1 } ?? next)..<next)
        if hasWord { tokens.remove(at: first + 1) }
        let opening = tokens[..<first].lastIndex { !Self.openings.contains($0.hash) && !$0.has(.between) }
        let start = opening.map { $0 + 1 } ?? 0
        tokens.removeSubrange(start..<first)
        if start == 0 { tokens[0].gap = .comma }
    }

    /// Whether nothing but words that open a span stand before a number, or a street, behind which the blocks may stand too.
    private func isAtStart(_ number: Int) -> Bool {
        let before = tokens[..<number]
        return before.allSatisfy { Self.openings.contains($0.hash) || $0.has(.between) }
            || number > 1 && before.allSatisfy { $0.shape == .word } && before.contains(where: \.endsStreet)
    }

    private func isBlock(_ index: Int) -> Bool {
        index + 1 < tokens.count && tokens[index].shape == .number && tokens[index + 1].has(.block)
            && tokens[index + 1].gap < .dash
    }

    private func skippingArticle(_ index: Int) -> Int {
        index < tokens.count && tokens[index].hash == Self.article ? index + 1 : index
    }

    private static let openings = RelationWords.hashes("FROM THE")
    private static let article = WordHash.of("THE")
}
