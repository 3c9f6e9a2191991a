import AddressParsing

/// Other ways to write a street's name that mean the same: `W` for `WEST`, `MLK`, `ALAMEDA` for `THE ALAMEDA`, `THREE MILE` for
/// `3 MILE`.
enum NameVariants {
    /// Returns the other ways to write a name, in standard form.
    ///
    /// - Parameter isTyped: Whether a street's type stands beside it: `83 S` is a highway's direction, and not South St.
    static func of(_ name: String, isTyped: Bool) -> [String] {
        let words = name.split(separator: " ").map(String.init)
        guard let first = words.first else { return [] }
        var variants: [String] = []
        if isTyped, words.count == 1, let direction = directions[first] { variants.append(direction) }
        for article in ["THE", "EL"] {
            variants.append(
                first == article && words.count > 1
                    ? words.dropFirst().joined(separator: " ") : "\(article) \(name)")
        }
        if words.count > 1, let other = openings[first] {
            variants.append(([other] + words.dropFirst()).joined(separator: " "))
        }
        for index in words.indices {
            guard let other = abbreviations[words[index]] else { continue }
            var changed = words
            changed[index] = other
            variants.append(changed.joined(separator: " "))
        }
        return variants + kings(name)
    }

    /// The full names of Martin Luther King's streets for what they are cut to. A full name without `Jr` is one in part.
    private static func kings(_ name: String) -> [String] { cutNames.contains(name) ? fullNames : [] }

    private static let cutNames: Set = [
        "MLK", "MLK JR", "M L KING", "M L KING JR", "ML KING", "ML KING JR", "DR MLK", "DR MLK JR",
        "DR M L KING JR",
    ]
    private static let fullNames = [
        "MLK", "MLK JR", "MARTIN LUTHER KING", "MARTIN LUTHER KING JR", "DR MARTIN LUTHER KING",
        "DR MARTIN LUTHER KING JR",
    ]

    private static let directions = bothWays(
        Directional.allCases.map { ($0.abbreviation, "\($0)".uppercased()) })
    /// First words of names of several.
    private static let openings = bothWays(
        [
            ("PT", "POINT"), ("1", "ONE"), ("2", "TWO"), ("3", "THREE"), ("4", "FOUR"), ("5", "FIVE"),
            ("6", "SIX"),
            ("7", "SEVEN"), ("8", "EIGHT"), ("9", "NINE"), ("10", "TEN"), ("11", "ELEVEN"), ("12", "TWELVE"),
            ("13", "THIRTEEN"), ("14", "FOURTEEN"), ("15", "FIFTEEN"), ("16", "SIXTEEN"), ("17", "SEVENTEEN"),
            ("18", "EIGHTEEN"), ("19", "NINETEEN"), ("20", "TWENTY"),
        ])
    private static let abbreviations = bothWays([
        ("UNIV", "UNIVERSITY"), ("BYP", "BYPASS"),
    ])

    private static func bothWays(_ pairs: [(String, String)]) -> [String: String] {
        Dictionary(pairs + pairs.map { ($0.1, $0.0) }) { first, _ in first }
    }
}
