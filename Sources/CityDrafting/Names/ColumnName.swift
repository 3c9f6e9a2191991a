import ServiceRequests
import Wording

/// A column's name, taken apart into words and what each says.
///
/// `SRType`, `sr_type`, `srtype` and `SR Type` say the same; `Custom field (Ward)` and `District [list]` say *ward* and *district*.
struct ColumnName: Sendable {
    let text: String
    /// The text without what OData annotates it with.
    let shown: String
    /// Whether the column holds the values of another as people see them: texts in place of codes, and dates as a country writes them.
    let isFormatted: Bool
    /// In small letters without accents, cut where letters change to capitals or digits, and where a word is made of known ones.
    let words: [String]
    let meanings: [Meaning]
    /// What each of the words says, `nil` for one of which nothing is known.
    let wordMeanings: [Meaning?]
    /// How words with accents are spelled in the name, in small letters, by the word without them.
    let spellings: [String: String]
    /// Words of which nothing is known.
    let unknownCount: Int

    init(_ text: String) {
        self.text = text
        let annotated = ODataName(text).flatMap { $0.isFormatted ? $0 : nil }
        shown = annotated?.shownName ?? text
        isFormatted = annotated != nil
        let pieces = NameWords.pieces(shown)
        words = pieces.map(NameWords.plain).flatMap(Self.parts(of:))
        spellings = Dictionary(
            pieces.map { (NameWords.plain($0), $0.lowercased()) }.filter { $0 != $1 },
            uniquingKeysWith: { first, _ in first })
        let companions = Set(words)
        wordMeanings = words.map {
            Vocabulary.meaning(of: $0, beside: companions) ?? Vocabulary.meaning(of: $0) ?? Self.nearly($0)
        }
        meanings = wordMeanings.compactMap(\.self).filter { $0 != .filler }
        unknownCount = zip(words, wordMeanings).count { $1 == nil && !$0.allSatisfy(\.isNumber) }
    }

    func says(_ meaning: Meaning) -> Bool { meanings.contains(meaning) }
    func says(anyOf some: Set<Meaning>) -> Bool { meanings.contains(where: some.contains) }

    /// Whether a place of this name is another one than the request's: the home of a person, where a bill goes, or a photo's.
    var isPlaceOfAnother: Bool {
        says(anyOf: [.person, .contact, .citizen, .link]) || PlaceOwner(words: words) != nil
    }

    // MARK: Words

    /// Cuts a word that is not known into the fewest that are; leaves it whole where it cannot be.
    private static func parts(of word: String) -> [String] {
        guard Vocabulary.meaning(of: word) == nil, word.count >= 4, word.count <= 40 else { return [word] }
        let letters = Array(word)
        var best: [[String]?] = [[]]
        for end in 1...letters.count {
            var found: [String]?
            for length in 1...min(end, Vocabulary.longest) {
                guard let before = best[end - length] ?? joined(best, letters, at: end - length) else {
                    continue
                }
                let part = String(letters[(end - length)..<end])
                guard Vocabulary.meaning(of: part) != nil, Vocabulary.maySplit(part) else { continue }
                if found.map({ before.count + 1 < $0.count }) ?? true { found = before + [part] }
            }
            best.append(found)
        }
        return best[letters.count] ?? [word]
    }

    /// The words before a letter that joins two, as in `Vorgangsnummer` and `Meldingsstatus`.
    private static func joined(_ best: [[String]?], _ letters: [Character], at end: Int) -> [String]? {
        guard end >= 5, letters[end - 1] == "s", let before = best[end - 1], !before.isEmpty else {
            return nil
        }
        return before
    }

    /// A long word that a letter was lost from or slipped into, as in `ServiceRequesNum`.
    private static func nearly(_ word: String) -> Meaning? {
        guard word.count >= 6 else { return nil }
        let letters = Array(word)
        return longWords.first { EditDistance.between(letters, $0.letters, limit: 1) != nil }
            .flatMap { Vocabulary.meaning(of: $0.text) }
    }

    private static let longWords = Vocabulary.all.filter { $0.count >= 6 }.sorted().map {
        (text: $0, letters: Array($0))
    }
}
