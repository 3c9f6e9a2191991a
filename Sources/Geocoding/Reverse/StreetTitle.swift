extension StreetName {
    /// The street as signs and people write it: `N Main St`, `5th Ave`, `US Hwy 40`.
    package var title: String {
        standard.split(separator: " ").map { word in
            Self.abbreviations.contains(String(word)) ? String(word) : Self.capitalized(word)
        }.joined(separator: " ")
    }

    /// Words that stay in capitals.
    private static let abbreviations: Set<String> = Set(
        ["US", "I", "FM", "RM", "SR", "CR", "MLK", "JFK", "II", "III", "IV"]
            + Directional.allCases.map(\.abbreviation))

    private static func capitalized(_ word: Substring) -> String {
        if word.hasPrefix("MC"), word.utf8.count > 4 { return "Mc" + capitalized(word.dropFirst(2)) }
        return word.prefix(1) + word.dropFirst().lowercased()
    }
}
