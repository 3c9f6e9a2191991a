/// Takes the direction of travel out of a line: `US 1 NB at Oak St`, `I-95 northbound`, `EB Oak St & Broadway`. It says on which side of a
/// road something lies, and is no part of the road's name.
enum TravelDirection {
    private static let newBrunswick = WordHash.of("NB")
    private static let bound = WordHash.of("BOUND")
    /// A ramp is named for both its roads: `Exit 4 from I-395 northbound to Maine Ave`.
    private static let to = WordHash.of("TO")
    private static let joints: WordRoles = [.and, .at, .near, .between]
    private static let letterB = WordHash.of("B")
    /// What may stand behind the direction.
    private static let lanes = RelationWords.hashes("LANE LANES TRAFFIC")

    /// Returns the tokens without it.
    ///
    /// - Parameter isCanadian: Whether `NB` at the end of a line is New Brunswick for sure.
    static func dropping(from tokens: [Token], isCanadian: Bool) -> [Token] {
        guard tokens.count > 2, tokens.contains(where: { $0.has(.travel) || $0.isSlash }),
            !tokens.contains(where: { $0.hash == to })
        else { return tokens }
        var left = tokens
        var at = 0
        while at < left.count {
            guard let end = end(at, left), isDirection(at..<end, left, isCanadian: isCanadian) else {
                at += 1
                continue
            }
            left.removeSubrange(at..<end)
            if at == 0 { left[0].gap = .comma }
        }
        return left
    }

    /// Returns a street's name without it.
    static func dropping(from line: TokenLine) -> TokenLine {
        let tokens = dropping(from: line.tokens, isCanadian: line.lexicon.isCanadian)
        return tokens.count == line.count
            ? line : TokenLine(tokens: tokens, bytes: line.bytes, lexicon: line.lexicon)
    }

    /// Returns where such words end: `NB`, `northbound lanes`, `S/B`, `north bound`.
    private static func end(_ at: Int, _ tokens: [Token]) -> Int? {
        func has(_ index: Int, _ hash: UInt64) -> Bool {
            index < tokens.count && tokens[index].hash == hash && tokens[index].gap < .comma
        }
        var end = at + 1
        if tokens[at].isDirectional, has(at + 1, bound) {
            end = at + 2
        } else if tokens[at].isLetter, tokens[at].isDirectional, at + 1 < tokens.count,
            tokens[at + 1].isSlash,
            tokens[at + 1].gap == .glued, has(at + 2, letterB) || has(at + 2, bound),
            tokens[at + 2].gap == .glued
        {
            end = at + 3
        } else if !tokens[at].has(.travel) || tokens[at].hash == bound {
            return nil
        }
        if end < tokens.count, tokens[end].gap < .comma, lanes.contains(tokens[end].hash) { end += 1 }
        return end
    }

    /// Whether such words are said of a road and are no part of a name: `Northbound Rd`, `Main St, Moncton NB`, `Oak St/S B St`.
    private static func isDirection(_ range: Range<Int>, _ tokens: [Token], isCanadian: Bool) -> Bool {
        let next = range.upperBound < tokens.count ? tokens[range.upperBound] : nil
        if let next, next.gap < .comma, next.has(.strongType), !next.has([.saint, .typeBefore]) {
            return false
        }
        let first = tokens[range.lowerBound]
        let isWord = first.length > 4
        guard let last = tokens[..<range.lowerBound].last else {
            // `EB Stewart Dr` bears somebody's initials.
            return next?.opensStreet == true && (isWord || tokens.contains { $0.has(joints) })
        }
        if next?.has(joints) == true || last.has(joints) || last.has(.of) { return true }
        guard first.gap < .comma else { return false }
        // `South Bound Brook` is a town.
        if isWord, !first.isDirectional || range.count > 2 || next == nil || next?.gap == .comma {
            return true
        }
        let mayBeProvince = first.hash == newBrunswick
        guard next == nil || next?.gap == .comma, last.has(.strongType) || last.hasDigit else { return false }
        if !mayBeProvince { return range.lowerBound > 1 }
        // `Main St NB` is New Brunswick's sooner than a street's.
        guard !isCanadian else { return false }
        return tokens.contains { $0.has(joints) }
            || range.lowerBound > 1 && tokens[range.lowerBound - 2].has([.roadWord, .roadOwner])
    }
}
