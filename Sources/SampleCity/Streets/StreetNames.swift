/// Gives a quarter's streets their names.
enum StreetNames {
    static func name(_ style: QuarterNaming.Style, index: Int) -> String {
        switch style {
        case .words(let words, let types):
            let position = interleaved(index)
            return "\(words[position % words.count]) \(types[position % types.count])"
        case .numbers(let type, let otherSide, let otherType):
            return index > 0
                ? "\(StreetWords.ordinal(index)) \(type)"
                : "\(otherSide[-index % otherSide.count]) \(otherType)"
        case .letters(let type):
            let letters = StreetWords.letters
            return index > 0
                ? "\(StreetWords.places[(index * 7) % StreetWords.places.count]) \(type)"
                : "\(letters[-index % letters.count]) \(type)"
        }
    }

    /// Counts a grid's lines from its origin outward: 0, 1, −1, 2, −2… become 0, 1, 2, 3, 4…
    private static func interleaved(_ index: Int) -> Int { index > 0 ? 2 * index - 1 : -2 * index }
}
