/// Reads house numbers, in every place where a line may have its number.
struct NumberReader {
    let line: TokenLine

    /// Returns the number that starts at a token.
    func number(at index: Int, before end: Int) -> NumberParts? {
        guard index < end else { return nil }
        if let unit = unitBlock(index, end) { return unit }
        var at = index
        if line[at].has(.numberSign), line[at].shape == .sign, at + 1 < end, index == 0 { at += 1 }
        let isSpacedGrid = at == 0 && isSpacedGrid(before: end)
        guard let base = isSpacedGrid ? 12 : baseScore(at, end) else { return nil }
        var parts = NumberParts()
        parts.score = base - (at > index ? 3 : 0)
        parts.end = isSpacedGrid ? at + Self.spacedGrid : at + 1
        if line[at].shape == .letterFirst || line[at].has(.cardinal) {
            if isGridPart(at), at + 1 < end, isGridPart(at + 1) { parts.end = at + 2 }
        }
        readRange(&parts, end)
        if parts.end < end, line[parts.end].shape == .fraction {
            parts.fraction = parts.end
            parts.end += 1
        }
        parts.range = at..<parts.end
        parts.isBlock = isBlockOfHundred(at)
        readBlock(&parts, end)
        return parts.end < end ? parts : nil
    }

    private func baseScore(_ at: Int, _ end: Int) -> Int? {
        let token = line[at]
        switch token.shape {
        case .number: return token.digits > 7 ? nil : 12
        case .hyphenated, .grid: return 12
        case .numberFirst: return 11
        case .letterFirst: return isGridPart(at) ? 9 : token.length <= 6 && at == 0 ? 4 : nil
        case .word where token.has(.cardinal) || token.has(.tens) && !line.has(at + 1, .ordinal):
            return at == 0 ? 9 : 4
        default: return nil
        }
    }

    /// `W156` of `W156 N8480`, and `W206N`.
    private func isGridPart(_ at: Int) -> Bool {
        let token = line[at]
        guard token.shape == .letterFirst, token.length > 1, Self.isGridLetter(line.bytes[Int(token.start)])
        else { return false }
        var rest = line.bytes[Int(token.start) + 1..<Int(token.end)]
        if let last = rest.last, Self.isGridLetter(last) { rest = rest.dropLast() }
        return rest.allSatisfy(Tokenizer.isDigit)
    }

    /// The words of `N. 61 W. 22251`.
    static let spacedGrid = 4

    /// Whether the line begins with a grid number that has its letters apart: `N. 61 W. 22251 Mill Cir`.
    private func isSpacedGrid(before end: Int) -> Bool {
        guard Self.spacedGrid < end, line[1].shape == .number, line[1].digits <= 3, line[3].shape == .number,
            (4...6).contains(line[3].digits), line[4].shape == .word, !line[4].isDirectional,
            let first = gridLetter(0), let second = gridLetter(2)
        else { return false }
        return "NS".utf8.contains(first) != "NS".utf8.contains(second)
            && (1...4).allSatisfy { line[$0].gap < .comma }
    }

    private func gridLetter(_ at: Int) -> UInt8? {
        let letter = line.bytes[Int(line[at].start)]
        return line[at].length == 1 && Self.isGridLetter(letter) ? letter : nil
    }

    private static let letterU = WordHash.of("U")

    private static func isGridLetter(_ byte: UInt8) -> Bool { "NSEW".utf8.contains(byte) }

    /// `UNIT BLOCK OF`: the block of the numbers below 100.
    private func unitBlock(_ index: Int, _ end: Int) -> NumberParts? {
        guard line.isWord(index, Self.unit), index + 2 < end, line[index + 1].has(.block) else { return nil }
        var parts = NumberParts(range: index..<index + 1, end: index + 1, score: 12)
        readBlock(&parts, end)
        return parts
    }

    private static let unit = WordHash.of("UNIT")

    /// Whether a number is that of a block: `14XX`, `34-XX`.
    private func isBlockOfHundred(_ at: Int) -> Bool {
        let token = line[at]
        guard token.shape == .numberFirst, token.digits <= 4 else { return false }
        let hyphen = Int(token.start) + Int(token.digits)
        let isHyphenated = line.bytes[hyphen] == UInt8(ascii: "-")
        guard token.length == Int(token.digits) + (isHyphenated ? 3 : 2) else { return false }
        return line.bytes[Int(token.end) - 2..<Int(token.end)].elementsEqual(NumberToken.blockSuffix.utf8)
    }

    /// `1200 - 1299`, `705- 805`, `34-00 - 34-99`, and two houses: `123 & 125`, `123, 125`.
    private func readRange(_ parts: inout NumberParts, _ end: Int) {
        readPair(&parts, end)
        guard !parts.isPair else { return }
        let next = parts.end
        guard next < end, line[next].gap == .dash, Self.areAlike(line[next - 1], line[next]) else { return }
        parts.second = next
        parts.end += 1
    }

    private func readPair(_ parts: inout NumberParts, _ end: Int) {
        let first = parts.end - 1
        guard parts.end + 1 < end else { return }
        let isJoined = SecondAddress.joins(line[parts.end])
        let second = isJoined ? parts.end + 1 : parts.end
        let isList = !isJoined && first == 0 && Self.areHouses(line[first], line[second])
        guard isJoined || first == 0 && line[second].gap == .comma || isList && hasStreet(second + 1, end),
            Self.areAlike(line[first], line[second]),
            second + 1 < end, isOfStreet(second + 1, isJoined: isJoined || isList),
            line[second + 1].gap < .comma,
            isJoined || isList || (1...8).contains(line[second].value - line[first].value)
        else { return }
        parts.second = second
        parts.isPair = true
        parts.end = second + 1
    }

    /// Whether two numbers with a comma or a blank between them are both houses', of which nothing tells which is meant: each has three or
    /// four digits. Smaller ones are units', larger ones ZIP codes.
    static func areHouses(_ first: Token, _ second: Token) -> Bool {
        [first, second].allSatisfy { $0.shape == .number && (3...4).contains($0.digits) }
            && first.value != second.value
            && second.gap != .dash
    }

    /// Whether a street with a type stands behind two numbers: `650 300 W` is a house of the street 300 W.
    private func hasStreet(_ start: Int, _ end: Int) -> Bool {
        let words = line.tokens[start..<end].prefix(4)
        return words.prefix(1).allSatisfy { $0.gap < .comma }
            && words.dropFirst().prefix { $0.gap < .comma }.contains(where: \.endsStreet)
    }

    /// Whether the street of two houses may begin with a token: behind a joint also with a number in words of order,
    /// `104 to 1104 5th Ave`, `104 au 1104 2e Rue`.
    private func isOfStreet(_ index: Int, isJoined: Bool) -> Bool {
        let token = line[index]
        if token.shape == .word || isJoined && token.shape == .ordinal { return true }
        return isJoined && FrenchLine.ordinal(token, line.bytes) != nil && line.has(index + 1, .typeBefore)
    }

    /// Whether two numbers are of one form: plain, or each with a hyphen as in Queens.
    private static func areAlike(_ first: Token, _ second: Token) -> Bool {
        first.shape == second.shape && (first.shape == .number || first.shape == .hyphenated)
    }

    /// `BLOCK OF`.
    private func readBlock(_ parts: inout NumberParts, _ end: Int) {
        guard parts.end + 1 < end, line[parts.end].has(.block) else { return }
        parts.isBlock = true
        parts.end += 1
        if line[parts.end].has(.of), parts.end + 1 < end { parts.end += 1 }
        parts.score += 4
    }

    /// Returns the number with the letter after it as its suffix (`214 B South Blvd`), where that can be.
    func withSuffix(_ parts: NumberParts, before end: Int) -> NumberParts? {
        let at = parts.end
        guard !parts.isBlock, at + 1 < end, line[at].isLetter, !line[at].isDirectional,
            line[at + 1].gap < .comma,
            !line[at + 1].has([.strongType, .and]) || line[at + 1].has(.saint) && at + 2 < end,
            !line[at + 1].isLetter || line[at + 1].isDirectional && !line.isWord(at, Self.letterU),
            !line[at + 1].hasDigit || line[at + 1].shape == .ordinal
        else { return nil }
        var parts = parts
        parts.suffix = at
        parts.range = parts.range.lowerBound..<at + 1
        parts.end = at + 1
        parts.score += 2
        return parts
    }
}
