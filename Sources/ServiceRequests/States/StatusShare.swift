import Foundation

/// A share beside a word of a status that says how much of the work is done: `25% complete`, `Complete: 50 %`, `1 of 3 completed`.
enum StatusShare {
    /// What the sign of per cent is among a status's words.
    static let percent = "percent"
    private static let of: Set<String> = ["of", "de", "sur", "von", "van", "di"]
    private static let whole = 100

    /// Whether less than all of the work is done by what stands beside a phrase.
    static func isPartly(_ phrase: Range<Int>, in words: [String]) -> Bool {
        if let share = percentage(endingAt: phrase.lowerBound, in: words), share < whole { return true }
        if let share = percentage(from: phrase.upperBound, in: words), share < whole { return true }
        let first = phrase.lowerBound - 3
        guard first >= 0, of.contains(words[first + 1]), let done = Int(words[first]),
            let all = Int(words[first + 2])
        else { return false }
        return done < all
    }

    /// Returns the whole number of per cent that stands before a position.
    private static func percentage(endingAt end: Int, in words: [String]) -> Int? {
        guard end >= 2, words[end - 1] == percent, let last = Int(words[end - 2]) else { return nil }
        // `99.5` are two words.
        return end >= 3 ? Int(words[end - 3]) ?? last : last
    }

    /// Returns the whole number of per cent that stands at a position.
    private static func percentage(from start: Int, in words: [String]) -> Int? {
        guard start < words.count, let first = Int(words[start]) else { return nil }
        return words[(start + 1)...].prefix(2).contains(percent) ? first : nil
    }
}

/// An answer behind a word of a status: `Resolved: no`, `Closed = false`.
enum StatusAnswer {
    /// Stands for an answer that denies among a status's words. A sign that no word has.
    private static let denial = "="
    private static let denials: Set<String> = ["no", "not", "false", "non", "nein", "nee", "nao", "ni"]
    private static let marks: Set<Character> = [":", "=", "?"]

    /// Returns a status's words with the last one told as an answer where it denies and stands behind a colon or the like.
    static func marked(_ words: [String], of text: String) -> [String] {
        guard words.count > 1, let last = words.last, denials.contains(last),
            let found = text.range(of: last, options: .backwards),
            text[..<found.lowerBound].last(where: { !$0.isWhitespace }).map(marks.contains) ?? false
        else { return words }
        return words.dropLast() + [denial]
    }

    /// Whether such an answer stands at a position.
    static func denies(_ position: Int, in words: [String]) -> Bool {
        position == words.count - 1 && words[position] == denial
    }
}
