/// Tells letters that stand for digits within a house number from a suffix: `12OO` is 1200, and `12B` is 12 with a `B`.
struct NumberLetters {
    /// The number where letters stand for digits, or may; `nil` where the letters are letters.
    private(set) var number: HouseNumber?

    /// - Parameter bytes: A word of normalised bytes.
    init(_ bytes: ArraySlice<UInt8>) {
        guard bytes.contains(where: Tokenizer.isDigit), bytes.contains(where: Tokenizer.isLetter) else {
            return
        }
        if bytes.contains(where: Self.isLookalike), bytes.allSatisfy(Self.isDigitOrAlike) {
            number = Self.lookalike(bytes)
        } else if Self.isPairWithLookalikes(bytes) {
            var number = NumberToken.literal(bytes.map { Self.digit($0) ?? $0 }[...])
            number.hasLettersForDigits = true
            self.number = number
        } else if Self.isIllegible(bytes) {
            var number = NumberToken.literal(bytes)
            number.isIllegible = true
            self.number = number
        }
    }

    /// The digit that a letter looks like; `nil` for other letters.
    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "O"): UInt8(ascii: "0")
        case UInt8(ascii: "I"), UInt8(ascii: "L"): UInt8(ascii: "1")
        default: nil
        }
    }

    private static func isLookalike(_ byte: UInt8) -> Bool { digit(byte) != nil }

    private static func isDigitOrAlike(_ byte: UInt8) -> Bool { Tokenizer.isDigit(byte) || isLookalike(byte) }

    /// Whether letters behind digits may all stand for digits: of `1OOO`, `1XXX`.
    static func standForDigits(_ letters: ArraySlice<UInt8>) -> Bool {
        letters.allSatisfy(isLookalike) || letters.allSatisfy { $0 == mask }
    }

    /// Whether a letter before digits is one of several in place of digits: `I2OO`, and not `I95`.
    static func isLookalikeWord(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.allSatisfy(isDigitOrAlike) && bytes.dropFirst().contains(where: isLookalike)
    }

    /// An `L` or `I` at the end may be a suffix too; an `O` is none that a city gives out.
    private static func lookalike(_ bytes: ArraySlice<UInt8>) -> HouseNumber {
        let digits = bytes.map { digit($0) ?? $0 }[...]
        let value = NumberToken.value(digits)
        let letters = bytes.filter(isLookalike)
        if letters.count == 1, letters[0] != UInt8(ascii: "O"), bytes.last == letters[0] {
            var number = NumberToken.literal(bytes)
            number.withLetterAsDigit = value
            return number
        }
        var number = HouseNumber(value: value)
        number.hasLettersForDigits = true
        return number
    }

    /// `12OO-14OO`; of `45-12L` the letter is a suffix.
    private static func isPairWithLookalikes(_ bytes: ArraySlice<UInt8>) -> Bool {
        let parts = bytes.split(separator: UInt8(ascii: "-"))
        let letters = bytes.filter(isLookalike)
        return parts.count == 2 && (letters.count > 1 || letters.first == UInt8(ascii: "O"))
            && parts.allSatisfy { $0.allSatisfy(isDigitOrAlike) && $0.contains(where: Tokenizer.isDigit) }
    }

    /// Letters between digits, a mask (`1XX4`, `110X`), or two letters and more before a number (`MM12`).
    private static func isIllegible(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.allSatisfy({ Tokenizer.isDigit($0) || Tokenizer.isLetter($0) }) else { return false }
        if isGridBehindDigits(bytes) { return false }
        let leading = bytes.prefix(while: Tokenizer.isDigit)
        let letters = bytes.dropFirst(leading.count).prefix(while: Tokenizer.isLetter)
        let rest = bytes.dropFirst(leading.count + letters.count)
        if leading.isEmpty { return letters.count > 1 || rest.contains { $0 == mask } }
        if !rest.isEmpty { return true }
        return letters.allSatisfy { $0 == mask } && (letters.count != 2 || leading.count > 4)
    }

    private static let mask = UInt8(ascii: "X")

    /// `29W555`, `6N123A`: a grid with its number before the direction.
    static func isGridBehindDigits(_ bytes: ArraySlice<UInt8>) -> Bool {
        let leading = bytes.prefix(while: Tokenizer.isDigit)
        guard (1...2).contains(leading.count), let letter = bytes.dropFirst(leading.count).first,
            "NSEW".utf8.contains(letter)
        else { return false }
        let digits = bytes.dropFirst(leading.count + 1).prefix(while: Tokenizer.isDigit)
        let rest = bytes.dropFirst(leading.count + 1 + digits.count)
        return digits.count >= 2 && rest.count <= 1 && rest.allSatisfy(Tokenizer.isLetter)
    }
}
