/// Latin letters that are no letter with an accent, as those who have no such key write them.
package enum LatinLetters {
    /// Returns `Laki` of `Łąki` once accents are taken away, and `Grunerlokka` of `Grünerløkka`: Unicode takes `ą` apart and not `ł`.
    package static func plain(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
        return text.reduce(into: "") { $0 += letters[$1] ?? String($1) }
    }

    private static let letters: [Character: String] = [
        "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ø": "o", "Ø": "O", "ı": "i", "ħ": "h",
        "Ħ": "H",
        "ŧ": "t", "Ŧ": "T", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ß": "ss", "ẞ": "SS", "þ": "th",
        "Þ": "Th",
    ]
}
