/// Takes off what stands behind an address to say where at the house: `(blue house)`, `rear of house`, `- front yard`. It
/// would be read as a town.
///
/// Only lines that begin with a house number have one. Towns that the parser knows, states, units, blocks, crossings and whatever has a
/// digit are no notes.
struct TrailingNote {
    private(set) var tokens: [Token]

    /// Longer runs of words without brackets are not looked at.
    private static let limit = 6

    init(_ tokens: [Token], source: UnsafeBufferPointer<UInt8>, lexicon: Lexicon) {
        self.tokens = tokens
        guard tokens.count > 3, tokens[0].hasDigit else { return }
        dropBrackets(source, lexicon)
        dropWords(lexicon)
    }

    private mutating func dropBrackets(_ source: UnsafeBufferPointer<UInt8>, _ lexicon: Lexicon) {
        var at = 2
        while at < tokens.count {
            guard Self.isBracket(before: tokens[at], source) else {
                at += 1
                continue
            }
            var end = at + 1
            while end < tokens.count, !Self.closes(between: tokens[end - 1], tokens[end], source) { end += 1 }
            if Self.isNote(tokens[at..<end], lexicon) {
                tokens.removeSubrange(at..<end)
                if at < tokens.count { tokens[at].gap = .comma }
            } else {
                at = end
            }
        }
    }

    private static func isBracket(before token: Token, _ source: UnsafeBufferPointer<UInt8>) -> Bool {
        guard token.gap == .comma else { return false }
        var at = Int(token.span.lower) - 1
        while at >= 0, source[at] == 0x20 { at -= 1 }
        return at >= 0 && source[at] == UInt8(ascii: "(")
    }

    private static func closes(
        between first: Token, _ second: Token, _ source: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        let between = Int(first.span.upper)..<max(Int(first.span.upper), Int(second.span.lower))
        return source[between].contains(UInt8(ascii: ")"))
    }

    /// Whether words in brackets are nothing that an address holds.
    private static func isNote(_ words: ArraySlice<Token>, _ lexicon: Lexicon) -> Bool {
        guard isPlain(words), !isTown(words, lexicon), !RelationWords.areAll(words.map(\.hash)) else {
            return false
        }
        return words.count > 1 || !words.contains { $0.has(.unit) || $0.isLetter }
    }

    private static func isPlain(_ words: ArraySlice<Token>) -> Bool {
        words.allSatisfy {
            $0.shape == .word
                && !$0.has([.state, .and, .at, .between, .near, .block, .strongType, .directional, .careOf])
                && !RelationWords.opposites.contains($0.hash)
        }
    }

    private static func isTown(_ words: ArraySlice<Token>, _ lexicon: Lexicon) -> Bool {
        lexicon.towns.contains(words.reduce(0) { WordHash.joining($0, $1.hash) })
    }

    /// Drops words without brackets that are known for notes, behind a street's type, a ZIP code, a comma or a dash.
    private mutating func dropWords(_ lexicon: Lexicon) {
        for start in tokens.indices where start > 2 && tokens.count - start <= Self.limit {
            let words = tokens[start...]
            let last = tokens[start - 1]
            let isSetOff =
                tokens[start].gap >= .dash || last.has([.strongType, .directional]) || last.hasDigit
            guard isSetOff, words.dropFirst().allSatisfy({ $0.gap < .comma }),
                words.allSatisfy({ $0.shape == .word && !$0.has([.state, .and, .between, .block, .careOf]) }),
                !Self.isTown(words, lexicon), !RelationWords.areAll(words.map(\.hash)),
                Self.isKnownNote(words, isApart: tokens[start].gap >= .dash || last.hasDigit)
            else { continue }
            tokens.removeSubrange(start...)
            return
        }
    }

    /// - Parameter isApart: Whether more than a space parts the words from the street: `12 Elm Street School` is a school's name.
    private static func isKnownNote(_ words: ArraySlice<Token>, isApart: Bool) -> Bool {
        guard let first = words.first, let last = words.last else { return false }
        if words.count == 1 {
            let isNote = nouns.contains(first.hash) || isApart && places.contains(first.hash)
            return !first.has(.unit) && isNote
        }
        if words.contains(where: { $0.has([.strongType, .directional]) }) { return false }
        if nouns.contains(last.hash) { return true }
        // `next to the church`, `behind school`, `in the park`
        return starts.contains(first.hash) && words.dropFirst().contains { links.contains($0.hash) }
    }

    private static let nouns = hashes(
        """
        HOUSE HOME YARD BACKYARD FRONTYARD GARAGE DRIVEWAY PORCH LAWN ALLEY SIDEWALK CURB KERB FENCE TREE STAIRS STEPS SHED CARPORT DUMPSTER \
        PORTION
        """)
    /// What is a note alone; with a word before it, it may be a town.
    private static let places = hashes("PARK SCHOOL CHURCH PLAYGROUND CORNER BACK INSIDE OUTSIDE VACANT")
    private static let starts = hashes(
        "REAR BACK FRONT SIDE NEXT IN ON LEFT RIGHT INSIDE OUTSIDE BEHIND BESIDE")
    private static let links = hashes("OF TO THE")
    private static func hashes(_ words: String) -> Set<UInt64> {
        Set(words.split(separator: " ").map { WordHash.of($0) })
    }
}
