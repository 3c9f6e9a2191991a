/// What differs in a line in French: its directions, and its ordinals.
enum FrenchLine {
    private static let signs = Set(WordTable.frenchSigns.split(separator: " ").map { WordHash.of($0) })
    private static let directionals = Dictionary(
        uniqueKeysWithValues: WordTable.frenchDirectionals.map { (WordHash.of($0.key), UInt8($0.value)) })

    /// Whether the words show that a line is in French: `rue`, `boul.`, `Ouest`, `QC`, `2ème`, `Ste-Catherine`.
    static func isFrench(_ tokens: [Token], _ bytes: [UInt8]) -> Bool {
        isFrenchStreet(tokens, bytes)
            || tokens.contains { token in
                signs.contains(token.hash) || JointWords.isFrench(token)
                    || token.shape == .numberFirst
                        && isLongOrdinalEnding(
                            bytes[Int(token.start) + Int(token.digits)..<Int(token.end)])
                    || token.shape == .word && token.length > 4
                        && bytes[Int(token.start)..<Int(token.start) + 4].elementsEqual("STE-".utf8)
            }
    }

    /// Whether a street is written as in French: an ordinal before its type, as in `2e Avenue`; a type before `du` or `des`, as
    /// in `Av du Parc`; or a name between a type and a French direction, as in `Boulevard Charest Est` and
    /// `Av Laurier O H2J 1A1`. `Avenue O` is a street's name.
    private static func isFrenchStreet(_ tokens: [Token], _ bytes: [UInt8]) -> Bool {
        // Behind a number, and `block of`.
        let opening = tokens.prefix(4).firstIndex { $0.has(.block) }.map { $0 + 1 } ?? 0
        let first = opening < tokens.count && tokens[opening].has(.of) ? opening + 1 : opening
        guard
            let start = tokens[first...].firstIndex(where: { $0.shape == .word || ordinal($0, bytes) != nil }
            ),
            start <= first + 1, start + 1 < tokens.count, tokens[start + 1].gap < .comma
        else { return false }
        let next = tokens[start + 1]
        if tokens[start].shape != .word { return next.meaning.typeBefore > 0 }
        guard tokens[start].meaning.typeBefore > 0 else { return false }
        return articles.contains(next.hash)
            || endsInDirection(tokens[(start + 2)...]) { directionals[$0.hash] != nil }
            || avenues.contains(tokens[start].hash) && next.shape == .word && next.length > 1
                && !next.has(.of)
                && endsInDirection(tokens[(start + 2)...], \.isDirectional)
    }

    /// Only these abbreviate a type that stands before its name in English files too; a letter is then no direction's sign
    /// but `O`, and a word between the two is.
    private static let avenues = Set(["AV", "AVE", "AVENUE"].map { WordHash.of($0) })

    private static let and = WordHash.of("ET")
    private static let articles = Set(["DU", "DES"].map { WordHash.of($0) })

    /// Whether a word stands before a noun, and so ends no name: the street of `Av des Pins` is not `Des`.
    static func isArticle(_ token: Token) -> Bool { articles.contains(token.hash) }

    /// Whether a direction ends a street that no type ends: before a comma, a unit, a number, a province or the line's end.
    private static func endsInDirection(
        _ words: ArraySlice<Token>, _ isDirection: (Token) -> Bool
    ) -> Bool {
        let street = words.prefix { $0.gap < .comma }
        return street.indices.contains { index in
            guard isDirection(street[index]) else { return false }
            if index > street.startIndex, street[index - 1].has(.strongType) { return false }
            guard index + 1 < street.endIndex else { return true }
            let next = street[index + 1]
            return next.hasDigit || next.shape == .sign || next.has([.unit, .state])
        }
    }

    /// Returns the tokens with `Nord`, `Est`, `O` and the like as directions.
    static func withDirections(_ tokens: [Token]) -> [Token] {
        tokens.enumerated().map { index, token in
            var token = token
            if token.hash == and { token.meaning.roles.insert(.and) }
            guard index > 0, let directional = directionals[token.hash] else { return token }
            token.meaning.directional = directional
            token.meaning.isFullDirectional = token.length > 1
            token.meaning.roles.insert(.directional)
            token.meaning.roles.subtract(.type)
            return token
        }
    }

    /// Returns the value of `1re`, `2e`, `3ieme`.
    static func ordinal(_ token: Token, _ bytes: [UInt8]) -> Int? {
        guard token.shape == .numberFirst else { return nil }
        let ending = bytes[Int(token.start) + Int(token.digits)..<Int(token.end)]
        return endings.contains { ending.elementsEqual($0.utf8) } ? Int(token.value) : nil
    }

    /// Whether letters behind digits are an ordinal's in French and nothing else: of `1ère` and `2ème`.
    static func isLongOrdinalEnding(_ letters: ArraySlice<UInt8>) -> Bool {
        longEndings.contains { letters.elementsEqual($0.utf8) }
    }

    private static let longEndings = ["ERE", "EME", "IEME"]
    private static let endings = ["E", "ER", "RE"] + longEndings
}

/// Pairs the French types that stand before a name with the English ones that stand after it.
package enum FrenchTypes {
    private static let pairs = Dictionary(
        uniqueKeysWithValues: WordTable.frenchTypes.split(separator: "\n").map { row in
            let sides = row.split(separator: "=")
            return (String(sides[0].prefix { $0 != " " }), String(sides[1]))
        })

    /// For each spelling of a type all of them.
    private static let spellings = Dictionary(
        uniqueKeysWithValues: WordTable.frenchTypes.split(separator: "\n").flatMap { row in
            let words = row.prefix { $0 != "=" }.split(separator: " ").map(String.init)
            return words.map { ($0, words) }
        })

    /// Returns a street's name with the type before it in each spelling: `BOUL Laurier` and `BOULEVARD Laurier` of `Boul. Laurier`;
    /// none where no French type stands before a name.
    package static func respelled(_ name: String) -> [String] {
        let words = name.split(separator: " ", maxSplits: 1)
        guard words.count == 2 else { return [] }
        return (spellings[words[0].uppercased().filter { $0 != "." }] ?? []).map { "\($0) \(words[1])" }
    }

    /// Returns the English type that means the same: `ST` of `RUE`; `nil` for other words.
    package static func english(_ type: String) -> String? { pairs[type] }

    /// Whether a street's name opens with a French type, in whatever spelling.
    package static func opens(_ name: String) -> Bool {
        spellings[String(name.prefix { $0 != " " })] != nil && name.contains(" ")
    }
}

/// Types that stand before a name and that no English street has.
package enum ForeignTypes {
    private static let types: Set = [
        "RUE", "CH", "MONTEE", "RUELLE", "IMPASSE", "CROISSANT", "RANG", "TERRASSE", "SENTIER", "CARRE",
        "VIA", "CALLE",
        "AVENIDA", "PASEO", "RUA", "CALLEJON", "CALLEJA",
    ]

    package static func contain(_ type: String) -> Bool { types.contains(type) }
}

extension Directional {
    /// Creates the direction that a word says in French: `Est`, `O`.
    package init?(french word: String) {
        guard let value = WordTable.frenchDirectionals[word] else { return nil }
        self.init(rawValue: UInt8(value))
    }
}
