extension StreetName {
    /// The standard parts as people write them: `N Main St`, `5th Ave`, `US Hwy 6`.
    package var displayText: String {
        standard.split(separator: " ").map(Self.displayWord).joined(separator: " ")
    }

    private static let capitals: Set<Substring> = [
        "NE", "NW", "SE", "SW", "US", "FM", "MLK", "JFK", "II", "III", "IV",
    ]

    private static func displayWord(_ word: Substring) -> String {
        capitals.contains(word) ? String(word) : word.prefix(1) + word.dropFirst().lowercased()
    }
}
