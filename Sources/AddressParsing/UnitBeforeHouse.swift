import Wording

/// Parts the unit from the house where a line begins with a designator and writes both as one: `Unit 2-345 Ann St`,
/// `#101-345 Ann St`, `Shop 12/345 Ann St`. Behind a designator the second number is the house.
struct UnitBeforeHouse {
    private(set) var tokens: [Token]

    init(_ tokens: [Token], line: NormalizedLine, lexicon: Lexicon) {
        self.tokens = tokens
        guard tokens.count > 2 else { return }
        let isShop = Self.shops.contains(tokens[0].hash)
        guard tokens[0].has(.unit) && !tokens[0].has(.type) || tokens[0].isNumberSign || isShop else {
            return
        }
        let at = tokens[0].shape == .word && tokens[1].isNumberSign ? 2 : 1
        if at + 1 < tokens.count, let parts = Self.parts(of: tokens[at], line: line),
            tokens[at + 1].opensStreet
        {
            self.tokens.replaceSubrange(at...at, with: [parts.unit, parts.house])
        }
        if isShop, at + 2 < self.tokens.count, self.tokens[at].hasDigit, self.tokens[at + 1].shape == .number
        {
            self.tokens[0].meaning = lexicon.meaning(of: Self.unit)
        }
    }

    /// What shops and the like are called where no designator of the postal tables is: they count before a house alone.
    private static let shops = Set(["SHOP", "TENANCY", "KIOSK", "VILLA"].map { WordHash.of($0) })
    private static let unit = WordHash.of("UNIT")

    /// Returns the two of `2-345`, `2A/345`, `B-12`; `nil` for a token of another form.
    private static func parts(of token: Token, line: NormalizedLine) -> (unit: Token, house: Token)? {
        let bytes = line.bytes[Int(token.start)..<Int(token.end)]
        let signs = bytes.indices.filter { [UInt8(ascii: "-"), UInt8(ascii: "/")].contains(bytes[$0]) }
        guard signs.count == 1, let sign = signs.first, token.hasDigit else { return nil }
        let house = bytes[(sign + 1)...]
        guard (1...6).contains(house.count), house.allSatisfy(Tokenizer.isDigit),
            (1...5).contains(sign - bytes.startIndex)
        else { return nil }
        func part(_ range: Range<Int>, gap: Token.Gap) -> Token {
            let digits = line.bytes[range].prefix(while: Tokenizer.isDigit)
            var part = token
            var hash = TextHash()
            for byte in line.bytes[range] { hash.add(byte) }
            part.hash = hash.value
            part.start = Int32(range.lowerBound)
            part.end = Int32(range.upperBound)
            part.value = digits.reduce(0) { $0 * 10 + Int32($1 - 48) }
            part.digits = UInt8(digits.count)
            part.shape = WordShape(line.bytes, start: range.lowerBound, end: range.upperBound).shape
            part.gap = gap
            part.span = TextSpan(
                Int(line.origins[range.lowerBound])..<Int(line.origins[range.upperBound - 1]) + 1)
            return part
        }
        return (
            part(bytes.startIndex..<sign, gap: token.gap), part(sign + 1..<bytes.endIndex, gap: .comma)
        )
    }
}

extension Token {
    /// Whether it is `#` itself and no word for it.
    var isNumberSign: Bool { shape == .sign && has(.numberSign) }

    /// Whether a street's name may begin with it: a word, or a number in words of order.
    var opensStreet: Bool { (shape == .word && !has(.block)) || shape == .ordinal }
}
