import Foundation

/// The words that a column's name is made of, as `SRType`, `sr_type` and `SR Type` say the same two.
package enum NameWords {
    /// Returns the words as they are spelled, cut at signs and where letters change to capitals or digits. `#` is a word for number.
    package static func pieces(_ name: String) -> [String] {
        let letters = Array(
            name.replacing(/#|№|\b[Nn]r?\.?[°º]/, with: " number ").filter { $0 != "'" && $0 != "’" })
        var words: [String] = []
        var current = ""
        for (index, letter) in letters.enumerated() {
            guard letter.isLetter || letter.isNumber else {
                words.append(current)
                current = ""
                continue
            }
            if let last = current.last, begins(letter, after: last, next: letters.dropFirst(index + 1).first)
            {
                words.append(current)
                current = ""
            }
            current.append(letter)
        }
        return (words + [current]).filter { !$0.isEmpty }
    }

    /// Returns a word in small letters without accents.
    package static func plain(_ piece: String) -> String {
        LatinLetters.plain(piece)
            .folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    }

    private static func begins(_ letter: Character, after last: Character, next: Character?) -> Bool {
        if last.isNumber != letter.isNumber { return true }
        if last.isLowercase, letter.isUppercase { return true }
        // The last capital of several begins a word: SRNumber.
        return last.isUppercase && letter.isUppercase && (next?.isLowercase ?? false)
    }
}
