extension StreetName {
    /// The name as street signs have it: `N Main St`, `5th Ave`, `Old Hwy 5`.
    package var title: String {
        let words = [preModifier, preType, name, postType].map {
            $0.split(separator: " ").map(Self.capitalized)
        }
        let first = preDirectional.map { [$0.abbreviation] } ?? []
        let last = postDirectional.map { [$0.abbreviation] } ?? []
        return (words[0] + first + words[1] + words[2] + words[3] + last).joined(separator: " ")
    }

    /// Short words of capitals without a vowel stay as they are, as in `MLK Blvd`, and so does `US Hwy 40`.
    private static func capitalized(_ word: Substring) -> String {
        let isAbbreviation =
            word == "US"
            || (2...3).contains(word.count) && word.allSatisfy { $0.isLetter && !"AEIOUY".contains($0) }
        let isType = [
            "ST", "RD", "DR", "LN", "CT", "PL", "SQ", "HWY", "PKWY", "TRL", "BLVD", "MT", "FT", "TH",
        ]
        .contains(word)
        if word.hasPrefix("MC"), word.count > 4 { return "Mc" + capitalized(word.dropFirst(2)) }
        return isAbbreviation && !isType ? String(word) : word.prefix(1) + word.dropFirst().lowercased()
    }
}
