/// Finds the word that somebody most likely meant.
package enum Spelling {
    /// Returns the nearest of some words by edits of letters, the first of them where several are as near; empty where
    /// there is none.
    package static func nearest(to word: String, among words: some Sequence<String>) -> String {
        let wanted = Array(word.lowercased().utf8)
        return words.map { (word: $0, distance: distance(wanted, Array($0.lowercased().utf8))) }
            .min { $0.distance < $1.distance }?.word ?? ""
    }

    /// Returns so many of some words, the nearest first, those as near in the order in which they were given.
    package static func nearest(
        _ count: Int, to word: String, among words: some Sequence<String>
    ) -> [String] {
        let wanted = Array(word.lowercased().utf8)
        let measured = words.enumerated().map {
            (word: $1, place: $0, distance: distance(wanted, Array($1.lowercased().utf8)))
        }
        return measured.sorted { ($0.distance, $0.place) < ($1.distance, $1.place) }.prefix(count).map(\.word)
    }

    /// The fewest insertions, deletions and replacements that turn one text into the other (Levenshtein 1966).
    private static func distance(_ first: [UInt8], _ second: [UInt8]) -> Int {
        var row = Array(0...second.count)
        for (i, a) in first.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in second.enumerated() {
                let replaced = diagonal + (a == b ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[second.count]
    }
}
