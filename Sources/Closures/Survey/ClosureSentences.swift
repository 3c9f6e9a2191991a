package import Disclosure
package import PageLanguage

/// What a manager should know first: at most five sentences, the worst first, each with a figure and of how many, and last
/// what the file cannot say.
///
/// Of more the ones that concern most requests are said. What speaks against closings stands before what is open, and both before
/// what only describes.
package struct ClosureSentences: Sendable {
    package let all: [String]

    private static let longest = 5

    /// - Parameters:
    ///   - categories: Which categories may be named.
    package init(
        _ survey: ClosureSurvey, list: CallBackList, categories: PrivateCategories,
        words: PageWords = .english
    ) {
        let findings = ClosureFindings(survey, list: list, privacy: categories, words: words)
        let limits = ClosureLimits(survey: survey, privacy: categories, words: words)
        all =
            Self.worst(findings.all, count: Self.longest - 1).map { PageWords.capitalized($0.text) }
            + [limits.text]
    }

    /// Returns the worst findings, in the order in which they are said.
    static func worst(_ findings: [ClosureFinding], count: Int) -> [ClosureFinding] {
        func sorted(_ findings: [ClosureFinding]) -> [ClosureFinding] {
            findings.enumerated().sorted {
                ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset)
            }.map(\.element)
        }
        let worse = findings.filter { $0.kind != .description }
        let said = (sorted(worse) + findings.filter { $0.kind == .description }).prefix(count)
        return ClosureFinding.Kind.allCases.flatMap { kind in said.filter { $0.kind == kind } }
    }
}

/// One sentence of the worst ones, and how bad it is.
struct ClosureFinding: Equatable {
    enum Kind: CaseIterable {
        /// Speaks against closings, or against the share on time that is told.
        case closings
        /// Is of what is open.
        case backlog
        case description
    }

    let text: String
    let kind: Kind
    /// How many requests it concerns.
    let weight: Int
}
