/// What parts a line into pieces that are not of one name: `Roe: Main St` is two things, whatever sign stands between them.
enum LineJoints {
    /// Signs that stand in names of streets, beside letters, digits and spaces.
    private static let inNames: Set<Character> = [
        "'", "’", "‘", "ʼ", "´", "`", ".", "-", "‐", "‑", "\u{AD}", "&", "/", "#", "@", "\"", "“", "”", "„",
        "«", "»", "º", "ª", "°", "・", "׳", "״", "־",
    ]
    /// Behind these, and behind shorter ones, a full stop abbreviates: `Hauptstr. Nord`.
    private static let shortened = ["str", "pl"]
    /// A word of so many letters is not shortened.
    private static let wholeWord = 5
    /// What follows a hyphen that stands for a part of a word: `Ober- und Unterstr.`
    private static let hanging: Set<String> = ["und", "u", "oder", "bis", "en", "och", "og"]

    /// Whether a name stands in the line without a sign within it that no name has.
    ///
    /// - Parameter isTyped: Whether a word says that it is a street, as of `B & O Rd`; else an ampersand parts it too.
    static func isInOnePiece(_ text: String, isTyped: Bool = true) -> Bool {
        guard let first = text.firstIndex(where: \.isName), let last = text.lastIndex(where: \.isName) else {
            return true
        }
        let name = Array(text[first...last])
        return name.indices.allSatisfy { index in
            let sign = name[index]
            if sign.isName || sign.isWhitespace { return true }
            if sign == "&", !isTyped { return false }
            // `Paral·lel`
            if sign == "·" { return name[index - 1] == "l" && name[index + 1] == "l" }
            return inNames.contains(sign) && !parts(name, at: index)
        }
    }

    /// Whether a sign that names have parts one here.
    private static func parts(_ name: [Character], at index: Int) -> Bool {
        let before = name[..<index].reversed().prefix { $0.isName }.reversed()
        let after = name[(index + 1)...].drop(while: \.isWhitespace).prefix { $0.isName }
        switch name[index] {
        case "-", "‐", "‑":
            if name[index - 1].isWhitespace { return true }
            return name[index + 1].isWhitespace && !hanging.contains(String(after).lowercased())
        case ".":
            return before.count >= wholeWord && !after.isEmpty && before.allSatisfy(\.isLetter)
                && !shortened.contains { String(before).lowercased().hasSuffix($0) }
        case "/":
            // `Frankfurt a/M`, `W/S Main St`
            let other = name[..<index].reversed().drop(while: \.isWhitespace).prefix { $0.isName }
            return other.count > 1 && after.count > 1
        default: return false
        }
    }

    /// Returns what stands behind the last label that ends in a colon, `Hauptstr.` of `Schmidt: Hauptstr.`; what only announces a number,
    /// as `No:` does, is none.
    static func behindLabel(_ words: [Substring]) -> String {
        let label = words.dropLast().lastIndex { $0.last == ":" }
        let rest = label.map { words[($0 + 1)...] } ?? words[...]
        let own = rest.contains { $0.contains(where: \.isLetter) } ? rest : words[...]
        return own.joined(separator: " ")
    }
}

extension Character {
    /// Whether it is of a word, as a letter or a digit is.
    fileprivate var isName: Bool { isLetter || isNumber }
}
