extension NameKey {
    /// Whether two names are nearly one, as a slip of the pen makes them: a letter or two apart, with a word more or
    /// less, or in another order of their words.
    ///
    /// Names of one key are the same and not near. Names that differ in a number, as `Zone 1` and `Zone 2`, are not.
    package func isNearly(_ other: NameKey) -> Bool {
        guard self != other else { return false }
        let (one, two) = (words, other.words)
        if Self.agree(one, two) { return true }
        let (long, short) = one.count > two.count ? (one, two) : (two, one)
        guard !short.isEmpty, long.count == short.count + 1 else { return false }
        return long.indices.contains { index in
            var fewer = long
            fewer.remove(at: index)
            return Self.agree(fewer, short)
        }
    }

    /// Whether a name holds all words of another, in whatever order, beside words of its own.
    package func holds(_ other: NameKey) -> Bool {
        var rest = words
        return !other.words.isEmpty
            && other.words.allSatisfy { word in
                rest.firstIndex(of: word).map { rest.remove(at: $0) } != nil
            }
    }

    /// Whether words are the same but for a letter or two, in their order or in that of the alphabet.
    private static func agree(_ one: [String], _ other: [String]) -> Bool {
        func isNumber(_ word: String) -> Bool { word.contains(where: \.isNumber) }
        guard one.filter(isNumber).sorted() == other.filter(isNumber).sorted() else { return false }
        let texts = [one, other].map { $0.filter { !isNumber($0) } }
        return isNear(texts[0].joined(), texts[1].joined())
            || isNear(texts[0].sorted().joined(), texts[1].sorted().joined())
    }

    /// Whether two texts are a letter or two apart, as many as their length allows.
    private static func isNear(_ one: String, _ other: String) -> Bool {
        let limit =
            switch min(one.count, other.count) {
            case ..<3: 0
            // `HIVs` is `HIV`, but ADA and ADU are two things.
            case 3: one.count == other.count ? 0 : 1
            case ..<8: 1
            default: 2
            }
        return abs(one.count - other.count) <= limit
            && EditDistance.between(Array(one), Array(other), limit: limit) != nil
    }
}
