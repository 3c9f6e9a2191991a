/// What differs in a line in French: its directions, and its ordinals.
enum FrenchLine {
    private static let signs = Set(WordTable.frenchSigns.split(separator: " ").map { WordHash.of($0) })
    private static let directionals = Dictionary(
        uniqueKeysWithValues: WordTable.frenchDirectionals.map { (WordHash.of($0.key), UInt8($0.value)) })

    /// Whether the words show that a line is in French: `rue`, `boul.`, `Ouest`, `QC`, `2ème`, `Ste-Catherine`.
    static func isFrench(_ tokens: [Token], _ bytes: [UInt8]) -> Bool {
        endsInDirection(tokens, bytes)
            || tokens.contains { token in
                signs.contains(token.hash)
                    || token.shape == .numberFirst
                        && isLongOrdinalEnding(
                            bytes[Int(token.start) + Int(token.digits)..<Int(token.end)])
                    || token.shape == .word && token.length > 4
                        && bytes[Int(token.start)..<Int(token.start) + 4].elementsEqual("STE-".utf8)
            }
    }

    /// Whether a name stands between a type and a French direction, as in `Boulevard Charest Est` and `Boulevard René-Lévesque O`;
    /// or a French ordinal before both, as in `3e Avenue Nord`. `Avenue O` is a street's name.
    private static func endsInDirection(_ tokens: [Token], _ bytes: [UInt8]) -> Bool {
        guard let start = tokens.firstIndex(where: { $0.shape == .word || ordinal($0, bytes) != nil }),
            start <= 1, tokens[start].meaning.typeBefore > 0 || ordinal(tokens[start], bytes) != nil
        else { return false }
        let end = tokens[(start + 1)...].firstIndex { $0.gap == .comma } ?? tokens.count
        guard end - start > 2, directionals[tokens[end - 1].hash] != nil else { return false }
        return tokens[start].shape == .word || tokens[start + 1].meaning.typeBefore > 0
    }

    /// Returns the tokens with `Nord`, `Est`, `O` and the like as directions.
    static func withDirections(_ tokens: [Token]) -> [Token] {
        tokens.enumerated().map { index, token in
            guard index > 0, let directional = directionals[token.hash] else { return token }
            var token = token
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

    /// Returns the English type that means the same: `ST` of `RUE`; `nil` for other words.
    package static func english(_ type: String) -> String? { pairs[type] }
}
