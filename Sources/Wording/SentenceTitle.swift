/// What areas are called within a sentence: `council district` of `Council district`.
package enum SentenceTitle {
    /// What one area of a layer is called by the last word of the layer's title: `zone` of `Collection zone`.
    private static let nouns: Set<Substring> = [
        "area", "beat", "borough", "district", "division", "neighborhood", "neighbourhood", "parish",
        "precinct", "quadrant",
        "region", "sector", "ward", "zone",
    ]

    /// Returns a title in small letters, but for its abbreviations: `ZIP code`.
    package static func text(_ title: String) -> String {
        let isShouted = title == title.uppercased()
        return title.split(separator: " ").map { word in
            let letters = word.filter(\.isLetter)
            let isAbbreviation =
                letters.count > 1 && letters.allSatisfy(\.isUppercase) && (!isShouted || letters.count <= 3)
            return isAbbreviation ? String(word) : word.lowercased()
        }.joined(separator: " ")
    }

    /// Returns the noun of a title: its last word where that says what the areas are, and else all of it.
    package static func noun(_ title: String) -> String {
        let text = text(title)
        return text.split(separator: " ").last.flatMap { nouns.contains($0) ? String($0) : nil } ?? text
    }
}
