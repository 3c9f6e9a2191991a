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
    /// `Ward 07`, `7` and `7.0` give `7`, `07A` gives `7a`.
    static func plain(_ text: String) -> String {
        let words = withoutZeroFraction(folded(text)).split { !$0.isLetter && !$0.isNumber }.map(unpadded)
        let telling = words.filter { !kindWords.contains($0) }
        return (telling.isEmpty ? words : telling).joined(separator: " ")
    }

    /// Whether a code that no area has says that none was assigned: `Unspecified BRONX`, `0 Unspecified`, `Sin asignar`, `TBD`,
    /// `?` or 0.
    package static func saysUnassigned(_ text: String) -> Bool {
        let folded = withoutZeroFraction(folded(text))
        let words = folded.split { !$0.isLetter && !$0.isNumber }
        if words.isEmpty { return !folded.isEmpty }
        return words.allSatisfy { $0.allSatisfy { $0 == "0" } } || UnassignedWords.say(words)
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
            parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && parts[0].allSatisfy(\.isNumber)
            && parts[1].allSatisfy { $0 == "0" }
        return isWhole ? parts[0] : text[...]
    }

    private static func unpadded(_ word: Substring) -> String {
        guard word.first == "0" else { return String(word) }
        let rest = word.drop { $0 == "0" }
        return rest.first?.isNumber == true ? String(rest) : "0" + rest
    }
}
