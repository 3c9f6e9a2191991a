import Algorithms
import Foundation

/// The words that tell from a status whether a request is open, closed or ignored.
///
/// A status is read from the left by whole words, without case, accents and extra spaces, and its first known word decides:
/// `Closed - Open work order` is closed. A share of the work that is not all of it (`25% complete`, `1 of 3 completed`) and an answer
/// (`Resolved: no`) turn the word that they stand by. What is said of a step or a detail, as in `Inspection complete; work pending` and `Invalid
/// address - awaiting info`, leaves it to a later word that says that the request is open. `Closed - Reopened` and `Closed in error` may be
/// either, so that the closing time decides. Words are looked
/// for in the city file's list, then in the profile's, then in the English, French, Spanish, German, Dutch, Italian and Portuguese
/// ones; a list that holds none of the words of a status leaves it to the next.
package struct StatusWords: Sendable, Equatable {
    /// The lists, the one that is asked first in front.
    private var lists: [StatusWordList]

    /// - Parameters:
    ///   - city: What the city file names.
    ///   - profile: What a known city is known to write.
    package init(city: StatusWordList = StatusWordList(), profile: StatusWordList = StatusWordList()) {
        lists = [city, profile].filter { !$0.isEmpty } + [.common]
    }

    /// Returns what a status says.
    package func reading(of status: String) -> StatusReading {
        let words = StatusWordList.words(of: status)
        let marks = StatusMarks(words)
        let named = lists.dropLast().lazy.compactMap { $0.state(in: words) }.first
        let state = named ?? lists.last?.state(in: words)
        // Which of the two came last, and what was done about the error, only a list of the city's own can tell.
        let isDoubtful =
            named == nil && state == .closed && (marks.contains(.reopened) || StatusError.isNamed(in: words))
        return StatusReading(state: isDoubtful ? nil : state, marks: marks)
    }
}

/// Words and phrases that stand for a state.
package struct StatusWordList: Sendable, Equatable {
    /// What a phrase means, and what it means after a word that turns it.
    private struct Meaning: Sendable, Equatable {
        let state: RequestState
        /// `nil` where nothing follows from the turned word.
        let turned: RequestState?
    }

    private var meanings: [[String]: Meaning] = [:]
    private var longest = 0

    package var isEmpty: Bool { meanings.isEmpty }

    /// Creates a list; where a phrase is in several, the first of open, closed and ignored counts.
    ///
    /// - Parameter begun: Words for work that has begun or been asked for: open, and open as well with `not` before them.
    package init(open: [String] = [], closed: [String] = [], ignored: [String] = [], begun: [String] = []) {
        add(open, Meaning(state: .open, turned: .closed))
        add(begun, Meaning(state: .open, turned: .open))
        add(closed, Meaning(state: .closed, turned: .open))
        add(ignored, Meaning(state: .ignored, turned: nil))
    }

    private mutating func add(_ phrases: [String], _ meaning: Meaning) {
        for phrase in phrases {
            let words = Self.words(of: phrase)
            guard !words.isEmpty, meanings[words] == nil else { continue }
            meanings[words] = meaning
            longest = max(longest, words.count)
        }
    }

    /// Returns the state that the first known words decide, `nil` where none is known.
    func state(in words: [String]) -> RequestState? {
        var position = 0
        var ofStep: RequestState?
        while position < words.count {
            guard let (meaning, length, isTurned) = match(in: words, at: position) else {
                position += 1
                continue
            }
            let isToCome =
                meaning.state != .open
                && (Turning.isToCome(position, in: words)
                    || StatusShare.isPartly(position..<position + length, in: words))
            let isNegated = isTurned != Turning.stands(before: position, in: words)
            let turns = isToCome || isNegated != StatusAnswer.denies(position + length, in: words)
            if let state = turns ? meaning.turned : meaning.state {
                if state == .open { return .open }
                guard StatusStep.isMeant(at: position, length: length, in: words) else { return state }
                ofStep = ofStep ?? state
            }
            position += length
        }
        return ofStep != nil && StatusStep.leavesWork(in: words) ? .open : ofStep
    }

    /// Returns the longest phrase at a position, also one with `un` before its only word.
    private func match(in words: [String], at position: Int) -> (Meaning, length: Int, isTurned: Bool)? {
        for length in stride(from: min(longest, words.count - position), to: 0, by: -1) {
            if let meaning = meanings[Array(words[position..<position + length])] {
                return (meaning, length, false)
            }
        }
        guard words[position].hasPrefix("un"), let meaning = meanings[[String(words[position].dropFirst(2))]]
        else { return nil }
        return (meaning, 1, true)
    }

    /// No status is longer; what is, is free text under a status's name.
    private static let longestText = 300

    /// Returns a text's words in small letters without accents. `In-Progress`, `in_progress` and `InProgress` are two words.
    static func words(of text: String) -> [String] {
        var spaced = ""
        var last: Character = " "
        for character in text.prefix(longestText) where character != "'" && character != "’" {
            if character.isUppercase, last.isLowercase { spaced.append(" ") }
            spaced += character == "%" ? " \(StatusShare.percent) " : String(character)
            last = character
        }
        let folded = spaced.folding(
            options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
        let words = folded.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        return StatusAnswer.marked(words, of: folded)
    }
}

/// What turns the word that follows: `Not completed` and `Work to be done` are open.
private enum Turning {
    private static let words: Set<String> = [
        "not", "no", "un", "never", "isnt", "wasnt", "hasnt", "arent", "werent", "havent", "cannot", "cant",
        "couldnt", "wont", "doesnt", "didnt", "non", "pas", "sin", "por", "nicht", "niet", "nao",
        "ni",
    ]
    /// Words that may stand between, as in `Not yet completed`, `Not a duplicate`.
    private static let passed: Set<String> = [
        "yet", "been", "be", "fully", "a", "an", "the", "longer", "currently", "encore", "ete", "ha", "sido",
        "aun", "todavia",
    ]

    /// Whether such a word stands before a position.
    static func stands(before position: Int, in words: [String]) -> Bool {
        var earlier = position - 1
        while earlier >= 0 {
            if self.words.contains(words[earlier]) { return true }
            if words[earlier] == "be", earlier > 0, words[earlier - 1] == "to" { return true }
            guard passed.contains(words[earlier]) else { return false }
            earlier -= 1
        }
        return false
    }

    /// Words before what is done in part or later: `Partially completed`, `Will be resolved`.
    private static let unfinished: Set<String> = [
        "partially", "partly", "partial", "half", "almost", "nearly", "will", "partiellement", "presque",
        "parcialmente", "teilweise", "fast", "wird", "gedeeltelijk", "deels", "wordt", "parzialmente",
        "quasi",
    ]
    /// Words before `to close` that make it something still to be done: `Ready to close`.
    private static let intentions: Set<String> = [
        "ready", "about", "ok", "okay", "due", "request", "requested", "requests", "need", "needs", "able",
        "eligible", "approved", "going", "waiting", "yet", "left", "unable", "failed", "impossible",
    ]
    /// Words that name what is to be done, and those behind them by which it is not done yet: `Close requested`. Participles are not
    /// among them: `Closed` may be followed by what was requested.
    private static let deeds: Set<String> = ["close", "cancel", "cancelation", "cancellation"]
    private static let wishes: Set<String> = [
        "request", "requested", "pending", "needed", "required", "failed", "failure",
    ]

    /// Whether what stands at a position is done in part or later.
    static func isToCome(_ position: Int, in words: [String]) -> Bool {
        if deeds.contains(words[position]), position + 1 < words.count, wishes.contains(words[position + 1]) {
            return true
        }
        var earlier = position - 1
        while earlier >= 0, passed.contains(words[earlier]) { earlier -= 1 }
        guard earlier >= 0 else { return false }
        if unfinished.contains(words[earlier]) { return true }
        // `To close`, where nothing says who decided what.
        return words[earlier] == "to" && (earlier == 0 || intentions.contains(words[earlier - 1]))
    }

    /// Whether one of some words stands there and nothing turns it.
    static func contains(_ wanted: Set<String>, in words: [String]) -> Bool {
        words.indices.contains { wanted.contains(words[$0]) && !stands(before: $0, in: words) }
    }
}

/// What a closed or ignored word may be said of beside the request: a step of the work on it, or a detail of it.
private enum StatusStep {
    private static let names: Set<String> = [
        "inspection", "investigation", "assessment", "evaluation", "review", "survey", "visit", "appointment",
        "estimate", "design", "diagnosis", "address", "location", "intake", "order", "inspeccion",
        "investigacion", "evaluacion",
        "revision", "visita", "cita", "direccion", "ubicacion", "enquete", "visite", "adresse", "prufung",
        "besichtigung", "termin", "inspectie", "afspraak", "adres", "ispezione", "sopralluogo",
        "appuntamento", "indirizzo", "inspecao", "vistoria", "agendamento", "endereco",
    ]
    /// Words that are said of what follows them. `Closed` is not: what follows it is more about the request.
    private static let attributes: Set<String> = ["invalid", "cancelled", "canceled", "rejected"]
    private static let needs: Set<String> = ["needed", "required", "necessary", "follow", "followup"]
    private static let denials: Set<String> = ["no", "not", "none", "nothing", "without"]

    /// Whether a phrase is said of a step: `Inspection complete`, `Canceled appointment`.
    static func isMeant(at position: Int, length: Int, in words: [String]) -> Bool {
        if position > 0, names.contains(words[position - 1]) { return true }
        let next = position + length
        return attributes.contains(words[position]) && next < words.count && names.contains(words[next])
    }

    /// Whether work is named that is needed after a step: `Investigation completed - repair needed`.
    static func leavesWork(in words: [String]) -> Bool {
        words.contains(where: needs.contains) && !words.contains(where: denials.contains)
    }
}

/// What says of a state that it was set by mistake.
private enum StatusError {
    private static let adverbs: Set<String> = ["mistakenly", "erroneously", "wrongly", "prematurely"]
    private static let nouns: Set<String> = ["error", "mistake", "erreur", "irrtum", "versehen"]
    private static let joints: Set<String> = ["in", "by", "par", "por", "aus"]

    static func isNamed(in words: [String]) -> Bool {
        words.contains(where: adverbs.contains)
            || words.adjacentPairs().contains { joints.contains($0) && nouns.contains($1) }
    }
}

extension StatusMarks {
    fileprivate init(_ words: [String]) {
        self = []
        for (mark, wanted) in Self.words where Turning.contains(wanted, in: words) { insert(mark) }
        if words.adjacentPairs().contains(where: { $0 == "re" && $1.hasPrefix("open") }) {
            insert(.reopened)
        }
    }

    private static let words: [(StatusMarks, Set<String>)] = [
        (
            .duplicate,
            [
                "duplicate", "duplicated", "duplicates", "dup", "dupe", "doublon", "duplique", "dupliquee",
                "duplicado", "duplicada",
            ]
        ),
        (
            .transferred,
            [
                "transferred", "transfered", "transfer", "forwarded", "forward", "rerouted", "transfere",
                "transferee", "transferido", "transferida", "reacheminee", "trasladado", "trasladada",
            ]
        ),
        (
            .referred,
            ["referred", "referral", "refere", "referee", "remitido", "remitida", "derivado", "derivada"]
        ),
        (
            .reopened,
            [
                "reopened", "reopen", "reactivated", "rouvert", "rouverte", "reouvert", "reouverte",
                "reactive",
                "reactivee", "reabierto", "reabierta", "reactivado", "reactivada", "riaperto", "riaperta",
                "reaberto", "reaberta", "wiedereroffnet", "heropend",
            ]
        ),
    ]
}
