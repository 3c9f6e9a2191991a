import Wording

/// Why a row of clerks' answers cannot be taken, as far as the file and the city tell.
package enum AnswerFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// The row itself is damaged, in words.
    case unreadable(String)
    case noLayer(String)
    case noDecision(String, known: [String])
    /// It says that another area is right, and not which.
    case noTrueArea
    case noArea(String, layer: String)
    /// Rows of one finding that answer in different ways.
    case answeredTwice(lines: [Int])

    package var description: String {
        switch self {
        case .unreadable(let problem): "it cannot be read: \(problem)"
        case .noLayer(let name): "the city file has no layer “\(name)”"
        case .noDecision(let text, let known):
            "“\(text)” is no decision" + Spelling.question(for: text, among: known, orElse: "there are")
                + known.joined(separator: ", ")
        case .noTrueArea: "other needs the right area in true_area"
        case .noArea(let text, let layer): "true_area “\(text)” is no area of \(layer)"
        case .answeredTwice(let lines):
            "it is answered in different ways on lines \(lines.map(String.init).joined(separator: ", "))"
        }
    }
}
