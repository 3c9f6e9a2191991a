import TableFiles

/// How well bytes fit an encoding with one byte for a letter: whether what they spell looks like words.
struct WordText {
    /// Words with a letter beyond ASCII.
    private(set) var words = 0
    private(set) var plausible = 0
    /// Letters of Cyrillic words, and the vowels among them.
    private var cyrillic = 0
    private var vowels = 0
    private var capitals = 0
    private let page: CodePage

    /// Returns how much of the text looks like words, from 0 to 1; 0 where there is none.
    var share: Double {
        guard words > 0, isLikelyCyrillic else { return 0 }
        return Double(plausible) / Double(words)
    }

    /// Whether Cyrillic letters, where there are any, look like words. Hebrew that is read as KOI8-R is all capitals.
    private var isLikelyCyrillic: Bool {
        guard cyrillic > 0 else { return true }
        let isShouted = capitals * 2 > cyrillic
        return Double(vowels) >= Self.leastVowels * Double(cyrillic)
            && (!isShouted || page == EncodingTable.cyrillic)
    }

    /// Cyrillic text has 40 vowels and more among 100 letters, Greek or Hebrew that is read as Cyrillic half of that.
    private static let leastVowels = 0.3
    private static let cyrillicVowels = Set("аеёиоуыэюяіїєАЕЁИОУЫЭЮЯІЇЄ".unicodeScalars)

    /// No Russian, Ukrainian or Bulgarian word begins with them, but many of Hebrew that is read as Cyrillic.
    private static let neverFirst = Set("ьъыЬЪЫ".unicodeScalars)

    /// - Returns: `nil` where the system does not know the encoding.
    init?(_ bytes: [UInt8], in page: CodePage) {
        guard page.isKnown else { return nil }
        self.page = page
        let text = bytes.withUnsafeBytes { page.decode($0) }
        var word: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars {
            if Self.standsInWords(scalar) {
                word.append(scalar)
            } else {
                take(word)
                word.removeAll(keepingCapacity: true)
            }
        }
        take(word)
    }

    /// Whether a character is a part of a word, be it in the right place or not.
    private static func standsInWords(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.properties.isAlphabetic }
        return !standsBetweenWords(scalar)
    }

    /// Whether it is a sign that stands between words or for an apostrophe, which tells nothing.
    static func standsBetweenWords(_ scalar: Unicode.Scalar) -> Bool {
        "\u{A0}’‘“”–—…«»·•°€".unicodeScalars.contains(scalar)
    }

    private mutating func take(_ word: [Unicode.Scalar]) {
        let foreign = word.filter { !$0.isASCII }
        guard !foreign.isEmpty else { return }
        let isLetters = word.allSatisfy { $0.properties.isAlphabetic && $0.value != 0x192 }
        // Signs that stand alone, as before a price or a name, are no words.
        if !isLetters, word.count == 1, !Self.isControl(word[0]) { return }
        words += 1
        guard isLetters, let script = Script(word), Self.isRegular(word) else { return }
        // Words of Latin letters have many letters of ASCII: two in three may have accents, as in `Çöp`.
        if script == .latin, foreign.count * 3 > word.count * 2, word.count > 2 { return }
        if script == .cyrillic {
            if let first = word.first, Self.neverFirst.contains(first) { return }
            cyrillic += word.count
            capitals += word.count(where: \.properties.isUppercase)
            vowels += word.count { Self.cyrillicVowels.contains($0) }
        }
        plausible += 1
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        (0x80...0x9F).contains(scalar.value) || scalar == "\u{FFFD}"
    }

    /// Whether capitals stand at the beginning alone, or everywhere, be it but for letters with accents (`CAFé`): not all
    /// databases have capitals of them.
    private static func isRegular(_ word: [Unicode.Scalar]) -> Bool {
        if !word.dropFirst().contains(where: \.properties.isUppercase) { return true }
        let plain = word.filter(\.isASCII)
        if plain.count > 1, plain.allSatisfy(\.properties.isUppercase) { return true }
        return !word.contains { $0.properties.isLowercase && $0 != "ß" }
    }

    /// The letters of one word are of one.
    private enum Script {
        case latin, greek, cyrillic, other

        init?(_ word: [Unicode.Scalar]) {
            let scripts = Set(word.map(Script.init(of:)))
            guard scripts.count == 1, let only = scripts.first else { return nil }
            self = only
        }

        private init(of scalar: Unicode.Scalar) {
            switch scalar.value {
            case 0...0x24F, 0x1E00...0x1EFF: self = .latin
            case 0x370...0x3FF: self = .greek
            case 0x400...0x52F: self = .cyrillic
            default: self = .other
            }
        }
    }
}
