import Wording

/// Finds where a word that was written as one is two: `84THAVE`, `123MAIN`, `APT4`, `HWY50`, `I-95`,
/// `IN-9`.
struct GluedWord {
    /// Where the first word ends and the second starts (after a hyphen, if there is one).
    let cut: (end: Int, next: Int)?

    init(_ bytes: [UInt8], start: Int, end: Int, word: WordShape, lexicon: Lexicon) {
        switch word.shape {
        case .letterFirst: cut = Self.afterLetters(bytes, start, end, lexicon)
        case .numberFirst: cut = Self.afterDigits(bytes, start, end, lexicon)
        default: cut = nil
        }
    }

    private static func afterLetters(_ bytes: [UInt8], _ start: Int, _ end: Int, _ lexicon: Lexicon)
        -> (end: Int, next: Int)?
    {
        if NumberLetters.isLookalikeWord(bytes[start..<end]) { return nil }
        var letters = start
        while letters < end, Tokenizer.isLetter(bytes[letters]) { letters += 1 }
        let next = letters < end && bytes[letters] == UInt8(ascii: "-") ? letters + 1 : letters
        guard next < end else { return nil }
        let meaning = lexicon.meaning(of: hash(bytes, start, letters))
        let isUnit = meaning.roles.has(.unit) && letters - start > 1
        guard Tokenizer.isDigit(bytes[next]) || isUnit && next > letters else { return nil }
        let isRoad = meaning.roles.has(.roadWord) || next > letters && meaning.roles.has(.state)
        return isUnit || isRoad ? (letters, next) : nil
    }

    private static func afterDigits(_ bytes: [UInt8], _ start: Int, _ end: Int, _ lexicon: Lexicon)
        -> (end: Int, next: Int)?
    {
        var digits = start
        while digits < end, Tokenizer.isDigit(bytes[digits]) { digits += 1 }
        // `1100-block`
        if digits < end, bytes[digits] == UInt8(ascii: "-"),
            lexicon.meaning(of: hash(bytes, digits + 1, end)).roles.has(.block)
        {
            return (digits, digits + 1)
        }
        guard bytes[digits..<end].allSatisfy(Tokenizer.isLetter) else { return nil }
        let ordinalEnd = digits + 2
        if ordinalEnd < end, WordShape.isOrdinal(bytes, start: start, end: ordinalEnd),
            lexicon.meaning(of: hash(bytes, ordinalEnd, end)).roles.has([
                .strongType, .weakType, .directional,
            ])
        {
            return (ordinalEnd, ordinalEnd)
        }
        if FrenchLine.isLongOrdinalEnding(bytes[digits..<end]) { return nil }
        if NumberLetters.standForDigits(bytes[digits..<end]) { return nil }
        if end - digits >= 3 { return (digits, digits) }
        let meaning = lexicon.meaning(of: hash(bytes, digits, end))
        return end - digits == 2 && meaning.roles.has([.directional, .strongType]) ? (digits, digits) : nil
    }

    private static func hash(_ bytes: [UInt8], _ start: Int, _ end: Int) -> UInt64 {
        TextHash(of: bytes[start..<end]).value
    }
}
