import Wording

/// Brings names to the forms that streets and towns are matched in.
struct NameNormalizer {
    let line: TokenLine

    /// Returns the words of a run in standard form, one space between: ordinals in digits, `SAINT` as `ST`.
    func name(_ range: Range<Int>, numbers: BareNumbers) -> String {
        if range.count == 1 { return word(range.lowerBound, isFirst: true, numbers: numbers) }
        var words: [String] = []
        words.reserveCapacity(range.count)
        var at = range.lowerBound
        while at < range.upperBound {
            if at + 1 < range.upperBound, line[at].has(.tens), line[at + 1].has(.ordinal),
                line[at + 1].meaning.ordinal < 10
            {
                words.append(Self.ordinal(Int(line[at].meaning.ordinal + line[at + 1].meaning.ordinal)))
                at += 2
            } else {
                words.append(word(at, isFirst: at == range.lowerBound, numbers: .asWritten))
                at += 1
            }
        }
        return words.joined(separator: " ")
    }

    /// What a number without an ending means in a name.
    enum BareNumbers {
        /// `5 Ave` is `5TH`.
        case ordinal
        /// `Hwy 5`, `500 East`.
        case asWritten
    }

    private func word(_ index: Int, isFirst: Bool, numbers: BareNumbers) -> String {
        let token = line[index]
        if token.shape == .number, numbers == .ordinal { return Self.ordinal(Int(token.value)) }
        if token.has(.ordinal) { return Self.ordinal(Int(token.meaning.ordinal)) }
        if token.hash == Self.ampersand { return "AND" }
        if isFirst, let short = Self.short[token.hash] { return short }
        if line.isFrench || line.lexicon.isCanadian, let value = FrenchLine.ordinal(token, line.bytes) {
            return Self.ordinal(value)
        }
        let text = line.text(index)
        if token.hash == Self.sainte { return "STE" }
        guard token.shape == .word, text.utf8.contains(UInt8(ascii: "-")) else { return text }
        return text.split(separator: "-").map { $0 == "SAINTE" ? "STE" : $0 == "SAINT" ? "ST" : $0 }
            .joined(separator: " ")
    }

    private static let ampersand = WordHash.of("&")
    private static let sainte = WordHash.of("SAINTE")
    private static let short = Dictionary(
        uniqueKeysWithValues: ShortenedWords.opening.map { (WordHash.of($0.key), $0.value) })

    /// Returns `5TH` of 5.
    static func ordinal(_ value: Int) -> String {
        let ending =
            (11...13).contains(value % 100)
            ? "TH" : value % 10 == 1 ? "ST" : value % 10 == 2 ? "ND" : value % 10 == 3 ? "RD" : "TH"
        return "\(value)\(ending)"
    }
}

/// Words that names are kept with in short.
package enum ShortenedWords {
    /// At the beginning of a name.
    static let opening = ["SAINT": "ST", "FORT": "FT", "MOUNT": "MT"]
    private static let all = opening.merging(["SAINTE": "STE"]) { first, _ in first }
        .map { (word: Array($0.key.utf8), short: $0.value) }.sorted { $0.short < $1.short }
    private static let shortestSlip = 3

    /// Returns a name with a word put right that is one of these but for a slip of the pen, in each such way: `ST CHARLES` of
    /// `SIANT CHARLES`. Its first letter is taken to be right.
    package static func putRight(_ name: String) -> [String] {
        let words = name.split(separator: " ").map(String.init)
        guard words.count > 1 else { return [] }
        return words.indices.flatMap { index in
            let letters = Array(words[index].utf8)
            return all.filter { $0.word.first == letters.first && letters.count >= shortestSlip }
                .filter { EditDistance.between(letters, $0.word, limit: 1) == 1 }
                .map { entry in
                    var right = words
                    right[index] = entry.short
                    return right.joined(separator: " ")
                }
        }
    }
}
