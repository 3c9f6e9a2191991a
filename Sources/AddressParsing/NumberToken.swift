/// Takes one token apart as a house number: `6257A`, `45-12`, `N6W23001`, `123-1/2`.
struct NumberToken {
    let number: HouseNumber

    init(_ line: TokenLine, _ index: Int) {
        let token = line[index]
        let bytes = line.bytes[Int(token.start)..<Int(token.end)]
        switch token.shape {
        case .word: number = HouseNumber(value: Int(token.meaning.ordinal))
        case .number: number = HouseNumber(value: Int(token.value))
        case .grid: number = Self.grid(bytes)
        default: number = NumberLetters(bytes).number ?? Self.literal(bytes)
        }
    }

    /// Returns the number that a word of normalised bytes is, its letters taken for letters.
    static func literal(_ bytes: ArraySlice<UInt8>) -> HouseNumber {
        guard let first = bytes.first, Tokenizer.isDigit(first) else {
            let isGrid = WordShape(Array(bytes), start: 0, end: bytes.count).shape == .grid
            return isGrid ? grid(bytes) : prefixed(bytes)
        }
        // `29W555`, as in the counties around Chicago.
        if NumberLetters.isGridBehindDigits(bytes) { return prefixed(bytes) }
        return compound(bytes, value(bytes.prefix(while: Tokenizer.isDigit)))
    }

    private static func text(_ bytes: some Sequence<UInt8>) -> String {
        String(decoding: Array(bytes), as: UTF8.self)
    }

    static func value(_ bytes: some Sequence<UInt8>) -> Int {
        bytes.prefix(9).reduce(0) { $0 * 10 + Int($1 &- 48) }
    }

    /// `N6W23001`, and `N6-W23001` for the same.
    private static func grid(_ bytes: ArraySlice<UInt8>) -> HouseNumber {
        prefixed(bytes.filter { $0 != UInt8(ascii: "-") }[...])
    }

    /// Letters and grid up to the last run of digits.
    private static func prefixed(_ bytes: ArraySlice<UInt8>) -> HouseNumber {
        let suffix = bytes.reversed().prefix { !Tokenizer.isDigit($0) }.count
        let body = bytes.dropLast(suffix)
        let digits = body.reversed().prefix(while: Tokenizer.isDigit).count
        var number = HouseNumber(value: value(body.suffix(digits)))
        number.prefix = text(body.dropLast(digits))
        number.suffix = text(bytes.suffix(suffix))
        return number
    }

    private static func compound(_ bytes: ArraySlice<UInt8>, _ value: Int) -> HouseNumber {
        var number = HouseNumber(value: value)
        var rest = bytes.drop(while: Tokenizer.isDigit)
        let first = bytes.count - rest.count
        if let two = twoHouses(bytes, value, rest) { return two }
        if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "/") {
            let after = rest.dropFirst()
            let digits = after.prefix(while: Tokenizer.isDigit)
            if sign == UInt8(ascii: "/") {
                // `123/125` names two houses.
                number.second = Self.value(digits)
                number.secondDigits = digits.count
                number.join = .range
                return number
            }
            if after.contains(UInt8(ascii: "/")) {
                number.fraction = text(after)
                return number
            }
            if !digits.isEmpty {
                let second = Self.value(digits)
                number.second = second
                number.secondDigits = digits.count
                number.isHyphenated = true
                number.join = join(first: value, digits: first, second: second, secondDigits: digits.count)
                rest = after.dropFirst(digits.count)
            } else {
                rest = after
            }
        }
        number.suffix = text(rest.drop { $0 == UInt8(ascii: "-") })
        if number.suffix == blockSuffix, number.second == nil, value < 10_000 {
            number.value *= 100
            number.suffix = ""
        }
        return number
    }

    /// `104B-1104`: the letter is the first house's.
    private static func twoHouses(_ bytes: ArraySlice<UInt8>, _ value: Int, _ rest: ArraySlice<UInt8>)
        -> HouseNumber?
    {
        let letters = rest.prefix(while: Tokenizer.isLetter)
        let after = rest.dropFirst(letters.count)
        guard letters.count == 1, after.first == UInt8(ascii: "-") else { return nil }
        let digits = after.dropFirst().prefix(while: Tokenizer.isDigit)
        guard !digits.isEmpty else { return nil }
        var number = HouseNumber(value: value)
        number.second = Self.value(digits)
        number.secondDigits = digits.count
        number.join = .range
        number.suffix = text(letters)
        number.isSuffixOfFirst = true
        return number
    }

    /// Stands for the last digits of all numbers of a block: `14XX Pine St`.
    static let blockSuffix = "XX"

    static func join(_ first: Token, _ second: Token) -> HouseNumber.Join {
        join(
            first: Int(first.value), digits: Int(first.digits), second: Int(second.value),
            secondDigits: Int(second.digits))
    }

    /// Queens numbers have two or three digits after a hyphen; the two ends of a range are of equal length, or the
    /// second repeats only the last digits of the first.
    private static func join(first: Int, digits: Int, second: Int, secondDigits: Int) -> HouseNumber.Join {
        if digits == secondDigits { return digits == 2 && second < first ? .hyphen : .range }
        if secondDigits == 2, digits <= 3 { return .hyphen }
        return secondDigits < digits && secondDigits <= 2
            ? .range : digits < 4 && secondDigits == 3 ? .hyphen : .range
    }
}
