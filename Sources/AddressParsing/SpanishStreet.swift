/// Brings a line with a Spanish street into the order and the signs of the others: `Calle Sol 754 Apt 3` is `754 Calle Sol Apt 3`,
/// `Calle Sol esq. Calle Luna` is `Calle Sol & Calle Luna`.
struct SpanishStreet {
    private(set) var tokens: [Token]

    init(_ tokens: [Token], lexicon: Lexicon) {
        self.tokens = tokens
        writeTypeOut(lexicon)
        guard self.tokens.count > 2, self.tokens.contains(where: Self.isType) else { return }
        join(lexicon)
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
                || tokens[number + 1].has([.unit, .numberSign]) || Self.units[tokens[number + 1].hash] != nil
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

    private static func isType(_ token: Token) -> Bool {
        token.has(.typeBefore) && types.contains(token.hash)
    }
}

// MARK: - Two streets

extension SpanishStreet {
    /// Puts `&` for the words that join two streets, and `between` for that of a stretch: `Calle A y Calle B`, `Calle A con Calle B`,
    /// `Calle A esquina B`, `Calle A entre Calle B y Calle C`.
    private mutating func join(_ lexicon: Lexicon) {
        if let between = tokens.indices.dropFirst(2).first(where: { tokens[$0].hash == Self.between }),
            tokens[..<between].contains(where: Self.isType),
            let and = tokens.indices.dropFirst(between + 2).dropLast().first(where: {
                tokens[$0].hash == Self.and
            })
        {
            put(Self.plainBetween, at: between, lexicon)
            put(Self.plainAnd, at: and, lexicon)
        }
        var at = 1
        while at + 1 < tokens.count {
            if let next = street(joinedAt: at) {
                put(Self.plainAnd, at: at, lexicon)
                tokens.removeSubrange(at + 1..<next)
                tokens[at + 1].gap = .space
            }
            at += 1
        }
    }

    /// Returns where the second street begins that a word joins with what stands before; `nil` where none does.
    private func street(joinedAt at: Int) -> Int? {
        let isBehindStreet = tokens[..<at].contains(where: Self.isType)
        guard Self.corners.contains(tokens[at].hash) else {
            let isJoint = tokens[at].hash == Self.and || tokens[at].hash == Self.with
            return isJoint && isBehindStreet && Self.isType(tokens[at + 1]) ? at + 1 : nil
        }
        let next = (at + 1..<tokens.count).first { !Self.cornerLinks.contains(tokens[$0].hash) }
        guard let next, tokens[next].opensStreet, isBehindStreet || Self.isType(tokens[next]) else {
            return nil
        }
        return next
    }

    private mutating func put(_ word: UInt64, at index: Int, _ lexicon: Lexicon) {
        tokens[index].hash = word
        tokens[index].meaning = lexicon.meaning(of: word)
    }

    private static let and = WordHash.of("Y")
    private static let with = WordHash.of("CON")
    private static let between = WordHash.of("ENTRE")
    private static let corners = RelationWords.hashes("ESQ ESQUINA")
    private static let cornerLinks = RelationWords.hashes("CON A DE")
    private static let plainAnd = WordHash.of("AND")
    private static let plainBetween = WordHash.of("BETWEEN")
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
        var house = tokens[number]
        if number + 1 < tokens.count, let unit = Self.units[tokens[number + 1].hash] {
            let hasId =
                number + 2 < tokens.count && tokens[number + 2].hasDigit && tokens[number + 2].gap < .comma
            tokens[number + 1].meaning = lexicon.meaning(of: hasId ? unit.numbered : unit.alone)
        }
        let start = tokens[number - 1].has(.numberSign) ? number - 1 : number
        tokens.removeSubrange(start...number)
        if start < tokens.count, !tokens[start].has([.and, .at, .near, .between]) {
            tokens[start].gap = .comma
        }
        house.gap = tokens[type].gap
        tokens[type].gap = .space
        tokens.insert(house, at: type)
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

    /// Returns where the house number stands behind a street: behind a name of a few words, perhaps with a sign before it, and not
    /// before another number.
    private func number(behind type: Int) -> Int? {
        guard type + 2 < tokens.count, isName(tokens[type + 1], behind: tokens[type]) else { return nil }
        for at in type + 2..<min(tokens.count, type + 2 + Self.nameLimit) {
            let token = tokens[at]
            guard token.gap < .dash else { return nil }
            let isSigned = tokens[at - 1].has(.numberSign)
            if token.shape == .number || token.shape == .numberFirst {
                return isHouse(at, isSigned: isSigned, type: type) ? at : nil
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

    private func isHouse(_ at: Int, isSigned: Bool, type: Int) -> Bool {
        let token = tokens[at]
        guard token.digits <= 5, !isSigned || token.shape == .number && tokens[type + 1].shape == .word,
            !isSigned || at > type + 2
        else { return false }
        guard at + 1 < tokens.count else { return token.digits < 5 }
        let next = tokens[at + 1]
        // Five digits may be a ZIP code, and two numbers are a stretch's.
        let mayBeZip = token.digits == 5 && next.gap == .comma
        guard !mayBeZip, next.gap != .glued, !next.hasDigit,
            !next.isLetter || next.gap >= .dash
        else { return false }
        if SecondAddress.joins(next), at + 2 < tokens.count, tokens[at + 2].hasDigit { return false }
        if next.has([.unit, .numberSign, .and, .at, .near, .between]) { return true }
        return !tokens[(at + 1)...].prefix { $0.gap < .comma }.contains { $0.has(.strongType) }
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
