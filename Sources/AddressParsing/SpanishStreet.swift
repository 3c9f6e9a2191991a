/// Brings a line with a Spanish street into the order of the others: `Calle Sol 754 Apt 3` is `754 Calle Sol Apt 3`, `Calle Sol 125 al 457`
/// is `125 to 457 Calle Sol`.
struct SpanishStreet {
    private(set) var tokens: [Token]

    init(_ tokens: [Token], line: NormalizedLine, lexicon: Lexicon) {
        self.tokens = tokens
        writeTypeOut(lexicon)
        self.tokens = ForeignJoints(self.tokens, line: line, lexicon: lexicon).tokens
        guard self.tokens.count > 2, self.tokens.contains(where: Self.isType) else { return }
        putNumberFirst(lexicon)
    }

    /// Writes the short form of a street's type out: `C/ Mayor 12`, which is no crossing of a C St.
    ///
    /// It counts at the start of a line that goes on with a name, has a number behind it, and names no other street.
    private mutating func writeTypeOut(_ lexicon: Lexicon) {
        guard tokens.count > 3, tokens[0].hash == Self.letter, tokens[1].isSlash,
            tokens[2].opensStreet || tokens[2].shape == .number,
            let number = tokens.indices.dropFirst(3).first(where: {
                tokens[$0].shape == .number || tokens[$0].shape == .numberFirst
            }),
            !tokens[2..<number].contains(where: { $0.has([.strongType, .and, .at]) || $0.isSlash }),
            number + 1 == tokens.count || tokens[number + 1].gap >= .dash
                || tokens[number + 1].has([.unit, .numberSign, .foreignJoint])
                || Self.units[tokens[number + 1].hash] != nil
        else { return }
        var type = tokens[0]
        type.hash = Self.street
        type.meaning = lexicon.meaning(of: Self.street)
        tokens.replaceSubrange(0..<2, with: [type])
        tokens[1].gap = .space
    }

    private static let letter = WordHash.of("C")
    private static let street = WordHash.of("CALLE")

    private static let types = RelationWords.hashes(
        "CALLE CLL AVENIDA AVDA AVD AVE AV CAMINO CAM CMNO PASEO PSO CALLEJON VEREDA CERRADA")

    static func isType(_ token: Token) -> Bool {
        token.has(.typeBefore) && types.contains(token.hash)
    }
}

// MARK: - The number behind the street

extension SpanishStreet {
    /// Words of a street's name.
    private static let nameLimit = 6

    /// Puts the number that stands behind a street before it, and a designator's sign for the part of the house behind the number:
    /// `near Calle Sol #754`, `Urb. Las Lomas, Calle Sol 754 altos`.
    private mutating func putNumberFirst(_ lexicon: Lexicon) {
        guard let type = tokens.indices.first(where: { Self.isType(tokens[$0]) }), opensAddress(type),
            let number = number(behind: type)
        else { return }
        var house = Array(tokens[number])
        let next = number.upperBound
        if next < tokens.count, let unit = Self.units[tokens[next].hash] {
            let hasId =
                next + 1 < tokens.count && tokens[next + 1].hasDigit && tokens[next + 1].gap < .comma
            tokens[next].meaning = lexicon.meaning(of: hasId ? unit.numbered : unit.alone)
        }
        let first = number.lowerBound
        let start = tokens[first - 1].has(.numberSign) ? first - 1 : first
        tokens.removeSubrange(start..<next)
        if start < tokens.count, !tokens[start].has([.and, .at, .near, .between]) {
            tokens[start].gap = .comma
        }
        house[0].gap = tokens[type].gap
        tokens[type].gap = .space
        tokens.insert(contentsOf: house, at: type)
    }

    /// Whether an address begins with a street's type: it opens the line, stands behind a comma, a neighbourhood's name or a word that says
    /// how a place lies to it, and no number stands before it.
    private func opensAddress(_ type: Int) -> Bool {
        let before = tokens[..<type]
        guard let last = before.last else { return true }
        guard !before.contains(where: { $0.hasDigit || $0.has([.strongType, .and, .between]) }) else {
            return false
        }
        return tokens[type].gap >= .dash || last.has(.at) || RelationWords.mayStandBefore(last.hash)
            || Self.neighborhoods.contains(tokens[0].hash)
    }

    /// Returns where the house number stands behind a street, or two of which either may be meant: behind a name of a few words, perhaps
    /// with a sign before it.
    private func number(behind type: Int) -> Range<Int>? {
        guard type + 2 < tokens.count, isName(tokens[type + 1], behind: tokens[type]) else { return nil }
        for at in type + 2..<min(tokens.count, type + 2 + Self.nameLimit) {
            let token = tokens[at]
            guard token.gap < .dash else { return nil }
            let isSigned = tokens[at - 1].has(.numberSign)
            if token.shape == .number || token.shape == .numberFirst {
                let end = endOfNumbers(at)
                return isHouse(at, before: end, isSigned: isSigned, type: type) ? at..<end : nil
            }
            guard !isSigned, token.has(.numberSign) || token.shape == .word,
                !token.has([.unit, .and, .at, .between, .near, .corner]),
                !token.has(.strongType) || token.has(.saint)
            else { return nil }
        }
        return nil
    }

    /// Whether a token begins a street's name. `Ave A` is English.
    private func isName(_ token: Token, behind type: Token) -> Bool {
        guard token.gap < .dash else { return false }
        if type.has(.strongType) {
            return token.shape == .word && !token.isLetter && !token.has([.of, .strongType, .directional])
        }
        return token.opensStreet && !token.has([.numberSign, .at, .and, .strongType])
            || token.shape == .number
    }

    /// Returns the end of one number, or of two with a dash or a word between them: `125 - 457`, `125 to 457`.
    private func endOfNumbers(_ at: Int) -> Int {
        let isJoined = at + 1 < tokens.count && SecondAddress.joins(tokens[at + 1])
        let second = isJoined ? at + 2 : at + 1
        guard second < tokens.count, tokens[at].shape == .number, tokens[second].shape == .number,
            isJoined ? tokens[second].gap < .comma : tokens[second].gap == .dash
        else { return at + 1 }
        return second + 1
    }

    private func isHouse(_ at: Int, before end: Int, isSigned: Bool, type: Int) -> Bool {
        let token = tokens[at]
        guard token.digits <= 5, !isSigned || token.shape == .number && tokens[type + 1].shape == .word,
            !isSigned || at > type + 2
        else { return false }
        guard end < tokens.count else { return tokens[end - 1].digits < 5 }
        let next = tokens[end]
        // Five digits may be a ZIP code.
        let mayBeZip = token.digits == 5 && next.gap == .comma
        guard !mayBeZip, next.gap != .glued, !next.hasDigit,
            !next.isLetter || next.gap >= .dash || next.has(.and)
        else { return false }
        if SecondAddress.joins(next), end + 1 < tokens.count, tokens[end + 1].hasDigit { return false }
        if next.has([.unit, .numberSign, .and, .at, .near, .between]) { return true }
        return !tokens[end...].prefix { $0.gap < .comma }.contains { $0.has(.strongType) }
    }

    /// What stands before the name of a neighbourhood or a building in Puerto Rico.
    private static let neighborhoods = RelationWords.hashes(
        """
        URB URBANIZACION RES RESIDENCIAL COND CONDOMINIO EXT EXTENSION BO BARRIO SECT SECTOR COM COMUNIDAD PARC PARCELAS VILLA REPARTO \
        REPTO
        """)

    /// Parts of a house, each with the designator that stands for it alone and before a number.
    private static let units: [UInt64: (alone: UInt64, numbered: UInt64)] = [
        ("ALTOS", "UPPR", "UPPR"), ("BAJOS", "LOWR", "LOWR"), ("INT", "REAR", "UNIT"),
        ("INTERIOR", "REAR", "UNIT"), ("PISO", "FL", "FL"),
    ].reduce(into: [:]) { $0[WordHash.of($1.0)] = (WordHash.of($1.1), WordHash.of($1.2)) }
}
