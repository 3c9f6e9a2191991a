import ServiceRequests

/// A text that is no code, the code that it may mean, and why that is only offered as an alias.
struct OfferedAlias: Sendable {
    enum Reason: Sendable {
        /// It is written as the areas' codes are, so that it is one of an area that the map lacks.
        case formOfCodes
        /// A spreadsheet made a day or a number of it.
        case spreadsheet
        /// So many of its rows with a position, and less than nearly all, lie in the area.
        case positions(Int, of: Int)
    }

    let text: String
    let code: String
    let rows: Int
    let reason: Reason

    var isRewritten: Bool { if case .spreadsheet = reason { true } else { false } }
    var isOfLackingArea: Bool { if case .formOfCodes = reason { true } else { false } }

    /// Whether a text is what a spreadsheet makes of a code.
    static func isRewritten(_ text: String) -> Bool { SpreadsheetID.isRewritten(text) }
}

/// How a code is written, whatever its numbers and its letters: `7` and `12` are alike, as are `N1` and `S3`, and `Ward 7` and
/// `ward 12`.
struct CodeForm: Hashable, Sendable {
    private let text: String

    /// - Returns: `nil` for words alone, of which each is its own.
    init?(_ code: String) {
        var runs: [String] = []
        var last: Character?
        for letter in code.lowercased() {
            if let before = last, letter.isLetter == before.isLetter, letter.isNumber == before.isNumber,
                letter.isLetter || letter.isNumber
            {
                runs[runs.count - 1].append(letter)
            } else {
                runs.append(String(letter))
            }
            last = letter
        }
        var tells = false
        let plain = runs.map { run -> String in
            guard run.contains(where: { $0.isLetter || $0.isNumber }) else { return run }
            if run.allSatisfy(\.isNumber) {
                tells = true
                return "9"
            }
            guard run.count <= 2 else { return run }
            tells = true
            return "a"
        }
        guard tells else { return nil }
        text = plain.joined()
    }
}
