/// What stands around the digits of a house number, as one word of the reference's tables: `N50W|` for `N50W16560`, `B` for
/// `12B`.
enum NumberAffix {
    private static let divider: Character = "|"

    static func word(prefix: String, suffix: String) -> String {
        prefix.isEmpty ? suffix : "\(prefix)\(divider)\(suffix)"
    }

    /// Returns what stands before the digits: `N50W` of `N50W|`, or nothing.
    static func prefix(of word: String) -> String {
        word.firstIndex(of: divider).map { String(word[..<$0]) } ?? ""
    }
}
