import Wording

/// Gives French and Spanish words that join or part streets and numbers the roles of the English ones, and drops the small words around
/// them: `rue A à l'angle de la rue B` is `rue A & rue B`, `entre le 121 et le 644 rue A` is `between 121 & 644 rue A`.
///
/// The English words for a corner are read so too where they stand between two streets.
struct ForeignJoints {
    private(set) var tokens: [Token]
    private let line: NormalizedLine
    private let lexicon: Lexicon
    /// Whether a word shows the line to be in French or Spanish.
    private let isForeign: Bool

    init(_ tokens: [Token], line: NormalizedLine, lexicon: Lexicon) {
        self.tokens = tokens
        self.line = line
        self.lexicon = lexicon
        let hasJoint = tokens.count > 2 && tokens.contains { $0.has([.foreignJoint, .corner]) }
        isForeign =
            hasJoint
            && (lexicon.isFrench || tokens.contains { $0.has(.typeBefore) && !$0.has(.type) }
                || FrenchLine.isFrench(tokens, line.bytes))
        guard hasJoint else { return }
        joinNumbers()
        partStretch()
        joinCorners()
        joinStreets()
    }

    private func sense(_ index: Int) -> JointWords.Sense? {
        index < tokens.count ? JointWords.sense(of: tokens[index]) : nil
    }

    /// Gives a token the roles of an English word. Its own stays known, by which the line is still in its language.
    private mutating func put(_ word: UInt64, at index: Int) {
        tokens[index].meaning = lexicon.meaning(of: word)
        tokens[index].meaning.roles.insert(.foreignJoint)
    }

    private static let and = WordHash.of("AND")
    private static let between = WordHash.of("BETWEEN")
    private static let corner = WordHash.of("CORNER")
    private static let near = WordHash.of("NEAR")
    private static let to = WordHash.of("TO")
    private static let or = WordHash.of("OR")
    private static let from = WordHash.of("FROM")
    private static let de = WordHash.of("DE")
}

// MARK: - What stands around a joint

extension ForeignJoints {
    private func isOrdinal(_ index: Int) -> Bool {
        index < tokens.count
            && (tokens[index].shape == .ordinal || FrenchLine.ordinal(tokens[index], line.bytes) != nil)
    }

    /// Whether a street begins at a token as in French or Spanish: with its type, or with an ordinal and its type.
    private func opensTypedStreet(_ index: Int) -> Bool {
        guard index + 1 < tokens.count else { return false }
        let next = tokens[index + 1]
        guard tokens[index].has(.typeBefore) else { return isOrdinal(index) && next.has(.typeBefore) }
        return next.gap < .dash && next.shape != .sign
    }

    /// Whether a token is a type whose name comes behind it, so that a word there is of the name: `Calle Entre Ríos`.
    private func isTypeOfName(_ index: Int) -> Bool {
        tokens[index].has(.typeBefore) && !(index > 0 && isOrdinal(index - 1))
    }

    /// Whether a street's name may stand before a token.
    private func hasStreet(before end: Int) -> Bool {
        guard end > 0, !isTypeOfName(end - 1) else { return false }
        return tokens[..<end].indices.contains { index in
            tokens[index].shape == .word && !tokens[index].isDirectional || isOrdinal(index)
        }
    }

    /// Drops the articles and links between a joint and a street with its type: of `coin de l'avenue A` the second and third word.
    ///
    /// - Returns: Whether such a street stands there.
    @discardableResult
    private mutating func dropLinks(at index: Int) -> Bool {
        var at = index
        while at + 1 < tokens.count, JointWords.links.contains(tokens[at].hash) { at += 1 }
        guard at < tokens.count else { return false }
        if JointWords.elided.contains(tokens[at].hash) { tokens[at] = withoutArticle(tokens[at]) }
        guard opensTypedStreet(at) else { return false }
        if at > index {
            tokens.removeSubrange(index..<at)
            tokens[index].gap = .space
        }
        return true
    }

    /// Drops what links a word for a corner to a street without a type: `coin de Laurier`, and not the `de la` of `de la Montagne`.
    ///
    /// - Returns: Whether a street may stand there.
    private mutating func dropLinksOfCorner(at index: Int) -> Bool {
        if dropLinks(at: index) { return true }
        var at = index
        while at + 1 < tokens.count, JointWords.links.contains(tokens[at].hash),
            !JointWords.articles.contains(tokens[at].hash),
            tokens[at].hash != Self.de || !JointWords.articles.contains(tokens[at + 1].hash)
        {
            at += 1
        }
        guard at < tokens.count, tokens[at].opensStreet || isOrdinal(at),
            !tokens[at].has(.strongType) || tokens[at].has([.saint, .typeBefore])
        else { return false }
        if at > index {
            tokens.removeSubrange(index..<at)
            tokens[index].gap = .space
        }
        return true
    }

    /// Returns `AVENUE` of `LAVENUE`.
    private func withoutArticle(_ token: Token) -> Token {
        var word = token
        word.start += 1
        let bytes = line.bytes[Int(word.start)..<Int(word.end)]
        var hash = TextHash()
        for byte in bytes { hash.add(byte) }
        word.hash = hash.value
        word.meaning = lexicon.meaning(of: word.hash)
        word.span = TextSpan(Int(line.origins[bytes.startIndex])..<Int(token.span.upper))
        return word
    }
}

// MARK: - Two numbers

extension ForeignJoints {
    /// Joins the ends of a span of house numbers: `121 au 644 rue A`, `Calle A 125 al 457`, `entre le 121 et le 644 rue A`.
    private mutating func joinNumbers() {
        var at = 0
        while at + 2 < tokens.count {
            if let second = secondNumber(behind: at) { joinNumbers(at, second) }
            at += 1
        }
    }

    /// Returns where the second number stands of two that a word joins; `nil` where there are no two.
    private func secondNumber(behind first: Int) -> Int? {
        guard tokens[first].shape == .number || tokens[first].shape == .hyphenated,
            let sense = sense(first + 1), tokens[first + 1].gap < .comma,
            // `Calle 4 y 6` are two streets.
            first == 0 || !isTypeOfName(first - 1)
        else { return nil }
        let second = JointWords.articlesOfNumbers.contains(tokens[first + 2].hash) ? first + 3 : first + 2
        guard second < tokens.count, tokens[second].shape == tokens[first].shape,
            tokens[second].gap < .comma
        else { return nil }
        switch sense {
        case .to, .or: return second
        case .and, .shortTo:
            return isForeign || opensTypedStreet(second + 1) || tokens[0].has(.typeBefore) ? second : nil
        default: return nil
        }
    }

    private mutating func joinNumbers(_ first: Int, _ second: Int) {
        let joint = first + 1
        let isStretch = sense(joint) != .and && sense(joint) != .or
        switch sense(joint) {
        case .and: put(Self.and, at: joint)
        case .or: tokens[joint].hash = Self.or
        default: tokens[joint].hash = Self.to
        }
        if second > joint + 1 { tokens.remove(at: joint + 1) }
        dropLinks(at: joint + 2)
        guard first > 0 else { return }
        let before = tokens[first - 1]
        let isFrom = JointWords.froms.contains(before.hash)
        if isFrom, isStretch, first == 1 {
            tokens[0].hash = Self.from
        } else if isFrom || JointWords.numberSigns.contains(before.hash)
            || JointWords.articlesOfNumbers.contains(before.hash)
        {
            tokens[first].gap = before.gap
            tokens.remove(at: first - 1)
            moveStretch(first - 2, isOfHouses: JointWords.articlesOfNumbers.contains(before.hash))
        }
    }

    /// Puts a stretch between two houses before its street: `rue A entre le 121 et le 644`. Without the article the two are streets.
    private mutating func moveStretch(_ between: Int, isOfHouses: Bool) {
        guard isOfHouses, between > 0, sense(between) == .between, between + 4 <= tokens.count else { return }
        var moved = Array(tokens[between..<between + 4])
        tokens.removeSubrange(between..<between + 4)
        if between < tokens.count { tokens[between].gap = .comma }
        moved[0].gap = .comma
        tokens[0].gap = .space
        tokens = moved + tokens
    }
}

// MARK: - Streets

extension ForeignJoints {
    /// Reads `entre`: before two numbers, or between a street and two others.
    private mutating func partStretch() {
        guard let between = tokens.indices.first(where: { sense($0) == .between }) else { return }
        if between == 0, tokens[1].shape == .number { return put(Self.between, at: 0) }
        guard between + 3 < tokens.count, hasStreet(before: between),
            let and = tokens.indices.dropFirst(between + 2).dropLast().first(where: {
                tokens[$0].has(.and) || sense($0) == .and
            })
        else { return }
        put(Self.between, at: between)
        if !tokens[and].has(.and) { put(Self.and, at: and) }
        dropLinks(at: and + 1)
        dropLinks(at: between + 1)
    }

    private mutating func joinCorners() {
        var at = 0
        while at + 1 < tokens.count {
            let sense = sense(at)
            if sense == .block {
                dropLinks(at: tokens[at + 1].hasDigit ? at + 2 : at + 1)
            } else if sense == .corner || sense == .near
                || tokens[at].has(.corner) && JointWords.leads[tokens[at].hash] != nil
            {
                at = join(at, sense)
            }
            at += 1
        }
    }

    /// Reads a word for a corner or for what is near, and returns where it then stands.
    private mutating func join(_ at: Int, _ sense: JointWords.Sense?) -> Int {
        var start = at
        for lead in JointWords.leads[tokens[at].hash] ?? [] where start > 0 && tokens[start - 1].hash == lead
        {
            start -= 1
        }
        if sense != .near, start > 0, tokens[start].gap == .comma, hasAnd(behind: at),
            !tokens[..<start].contains(where: { $0.hasDigit || $0.has([.strongType, .typeBefore]) })
        {
            // `Parc Laval, coin rue A et rue B`
            tokens.removeSubrange(..<start)
            return join(at - start, sense)
        }
        guard start > 0 else {
            // `intersection de la rue A et de la rue B`
            let isLinked = JointWords.links.contains(tokens[at + 1].hash) && !tokens[at + 1].has(.of)
            if sense == .corner || sense == nil && isLinked { openCrossing(at) }
            return min(at, tokens.count - 1)
        }
        var joined = self
        guard hasStreet(before: start), joined.dropLinks(behind: at, sense: sense, ofPhraseFrom: start) else {
            return at
        }
        joined.put(sense == .near ? Self.near : Self.and, at: at)
        joined.tokens[at].gap = tokens[start].gap
        joined.tokens.removeSubrange(start..<at)
        self = joined
        return start
    }

    /// Drops the links behind a word between two streets.
    ///
    /// - Parameter start: Where the phrase begins that ends in the word.
    /// - Returns: Whether it joins what stands before it to a street behind it.
    private mutating func dropLinks(
        behind at: Int, sense: JointWords.Sense?, ofPhraseFrom start: Int
    ) -> Bool {
        switch sense {
        case .near: return dropLinks(at: at + 1)
        case .corner:
            return dropLinksOfCorner(at: at + 1)
                && (isForeign || opensTypedStreet(at + 1)
                    || tokens[..<start].contains { $0.has(.typeBefore) })
        default:
            // In English both are streets with a type: `Oak St, corner of Elm Ave`, and not `Oak St, Corner Brook`.
            return tokens[start - 1].endsStreet && !hasAnd(behind: at) && dropLinksOfCorner(at: at + 1)
                && tokens[(at + 2)...].prefix { $0.gap < .comma }.contains(where: \.endsStreet)
        }
    }

    private func hasAnd(behind index: Int) -> Bool {
        tokens.indices.dropFirst(index + 2).dropLast().contains {
            tokens[$0].has([.and, .at]) || sense($0) == .and
        }
    }

    /// Opens a crossing: `coin de la rue A et de la rue B`, `coin nord-est A / B`.
    private mutating func openCrossing(_ at: Int) {
        guard hasAnd(behind: at) else { return }
        var opened = self
        if JointWords.quarters.contains(tokens[at + 1].hash), JointWords.links.contains(tokens[at + 2].hash) {
            opened.tokens.remove(at: at + 1)
        }
        guard opened.dropLinksOfCorner(at: at + 1), isForeign || opened.opensTypedStreet(at + 1) else {
            return
        }
        opened.put(Self.corner, at: at)
        opened.tokens.removeSubrange(..<at)
        opened.tokens[0].gap = .comma
        self = opened
    }

    /// Joins streets by `et`, `y` and `con`, and drops what stands before the second one's type.
    private mutating func joinStreets() {
        var at = 1
        while at + 1 < tokens.count {
            if tokens[at].has(.and) {
                dropLinks(at: at + 1)
            } else if sense(at) == .and {
                var joined = self
                let isTyped = joined.dropLinks(at: at + 1)
                // `coin de Laurier et de Papineau`
                if !isTyped, tokens[0].has(.corner) { _ = joined.dropLinksOfCorner(at: at + 1) }
                if tokens[at].hash == Self.et ? isForeign || isTyped : joined.isSpanishJoint(at) {
                    self = joined
                    put(Self.and, at: at)
                }
            }
            at += 1
        }
    }

    /// Whether `y` or `con` stands between two Spanish streets, or between two numbers that name them: `Calle 4 y 6`.
    private func isSpanishJoint(_ at: Int) -> Bool {
        guard tokens[..<at].contains(where: SpanishStreet.isType) else { return false }
        if SpanishStreet.isType(tokens[at + 1]) { return true }
        return at > 1 && tokens[at - 1].shape == .number && SpanishStreet.isType(tokens[at - 2])
            && tokens[at + 1].shape == .number
    }

    private static let et = WordHash.of("ET")
}
