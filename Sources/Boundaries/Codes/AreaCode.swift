import Foundation

/// The forms under which an area's code is compared, from the strictest to the loosest.
package enum AreaCode {
    /// Words that say what kind of area it is, not which one.
    private static let kindWords: Set<String> = [
        "ward", "wards", "district", "districts", "dist", "zone", "zones", "area", "areas", "region",
        "sector",
        "precinct", "division", "route", "quadrant", "council", "councilmanic", "councillor", "police",
        "collection", "borough", "arrondissement", "quartier", "distrito", "zona", "bezirk", "number", "num",
        "no", "nr",
    ]

    /// Returns the text without what does not tell codes apart: case, diacritics, width, spaces around and doubled.
    static func folded(_ text: String) -> String {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Returns the words of a code without those that name the kind of area, numbers without leading zeros:
    /// `Ward 07`, `7` and `7.0` give `7`, `07A` gives `7a`. A number with a mark that makes it another one stays whole: `-1`.
    static func plain(_ text: String) -> String {
        let folded = withoutZeroFraction(folded(text))
        guard !isOtherNumber(folded) else { return String(folded) }
        let words = folded.split { !$0.isLetter && !$0.isNumber }.map(unpadded)
        let telling = words.filter { !kindWords.contains($0) }
        return (telling.isEmpty ? words : telling).joined(separator: " ")
    }

    /// Whether a code that no area has says that none was assigned: `Unspecified BRONX`, `0 Unspecified`, `Sin asignar`, `TBD`,
    /// `?`, 0 or -1.
    package static func saysUnassigned(_ text: String) -> Bool {
        let folded = withoutZeroFraction(folded(text))
        let words = folded.split { !$0.isLetter && !$0.isNumber }
        if words.isEmpty { return !folded.isEmpty }
        if isNegativeForNone(folded) { return true }
        return words.allSatisfy { $0.allSatisfy { $0 == "0" } } || UnassignedWords.say(words)
    }

    /// Marks around a number that say nothing of it: `#1`, `[1]`, `1.`.
    private static let markers = (
        before: Set<Character>("#№+([{\"'“‘«/\\_*|:;,"), after: Set<Character>(".)]}\"'”’»/\\_*|:;,º°ª")
    )

    /// Whether a folded text is a number without words, with a mark close to it that makes it another one, or none that anybody
    /// vouches for: `-1`, `~1`, `<1`, `.1`, `1?`, `1%`. After a space a mark parts the number from what should stand there: `1 -`.
    private static func isOtherNumber(_ text: Substring) -> Bool {
        guard !text.contains(where: \.isLetter), let first = text.firstIndex(where: \.isNumber),
            let last = text.lastIndex(where: \.isNumber)
        else { return false }
        let before = text[..<first].last.map { !$0.isWhitespace && !markers.before.contains($0) } ?? false
        let after =
            text[text.index(after: last)...].first
            .map { !$0.isWhitespace && !markers.after.contains($0) } ?? false
        return before || after
    }

    /// What joins of areas and databases write for none.
    private static let numbersForNone: Set<String> = ["1", "9", "99", "999", "9999", "99999"]

    /// Whether a folded text is `-1`, `-9999` or the like, with any of the signs that stand for less than zero.
    private static func isNegativeForNone(_ text: Substring) -> Bool {
        guard let sign = text.first, "-−–﹣－".contains(sign) else { return false }
        return numbersForNone.contains(String(text.dropFirst()))
    }

    /// Whether a folded word says what kind of area it is: `ward`, `bezirk`.
    static func namesKind(_ word: Substring) -> Bool { kindWords.contains(String(word)) }

    /// Splits `Name (01)` into what stands before the brackets and in them.
    static func bracketed(_ text: String) -> (outside: String, inside: String)? {
        let trimmed = text.drop(while: \.isWhitespace)
        guard let close = trimmed.lastIndex(of: ")"),
            trimmed[close...].dropFirst().allSatisfy(\.isWhitespace),
            let open = trimmed[..<close].lastIndex(of: "("), open > trimmed.startIndex
        else { return nil }
        let inside = String(trimmed[trimmed.index(after: open)..<close])
        return inside.allSatisfy(\.isWhitespace) ? nil : (String(trimmed[..<open]), inside)
    }

    /// Spreadsheets and data frames write whole numbers of a column with gaps as `7.0`.
    private static func withoutZeroFraction(_ text: String) -> Substring {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let isWhole =
            parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
            && parts[0].drop { "-−".contains($0) }.allSatisfy(\.isNumber)
            && parts[1].allSatisfy { $0 == "0" }
        return isWhole ? parts[0] : text[...]
    }

    private static func unpadded(_ word: Substring) -> String {
        guard word.first == "0" else { return String(word) }
        let rest = word.drop { $0 == "0" }
        return rest.first?.isNumber == true ? String(rest) : "0" + rest
    }
}
