/// What can be set by whoever asks, so that an error may say of it that it is wrong, or what to set otherwise.
///
/// An error never names an option: one caller has options, another has properties. ``CallerTerms`` has what each of them says.
package enum SettingName: String, CaseIterable, Sendable {
    case acrossCategories, ahead, allRepairs, apart, area, asGiven, asOf, baseline, carry, category, cellSize,
        change,
        city
    case closedSince, column, complete, edition, explain, facts, falseDiscoveryRate, fast, firstLine, `for`
    case gapWidth, greatestDiameter, headerFrom, keep, key, language, layer, leastArea, memory, minimum, of
    case otherFacts, output, positions, radius, rejects, repairs, replications, review, significance, since,
        sliceDays
    case status, sums, times, undo, until, weeks, `where`, within

    /// Its name in small letters, word by word: `as`, `of`.
    package var parts: [String] {
        rawValue.reduce(into: [""]) { parts, letter in
            if letter.isUppercase { parts.append("") }
            parts[parts.count - 1] += letter.lowercased()
        }
    }

    /// What a sentence says for it where nothing is known of the caller's names.
    package var words: String {
        switch self {
        case .acrossCategories: "looking across categories"
        case .asGiven: "say that this is their order"
        case .asOf: "the day shown"
        case .baseline: "earlier findings"
        case .carry: "carrying it"
        case .change: "the day of a change"
        case .complete: "saying that it is complete"
        case .edition: "edition"
        case .explain: "the story of"
        case .facts: "facts"
        case .for: "repairs for a loader"
        case .keep: "keeping findings"
        case .memory: "the limit that was set"
        case .of: "what changed"
        case .otherFacts: "say that the facts are of others"
        case .output: "findings"
        case .review: "a list to ask back by"
        case .since: "the first day"
        case .closedSince: "the first day of closing"
        case .sums: "a part's sums"
        case .undo: "a file of old values"
        case .until: "the last day"
        case .where: "a choice by column"
        default: parts.joined(separator: " ")
        }
    }
}

/// What can be done next in another run.
package enum NextStep: CaseIterable, Sendable {
    /// Bringing requests into a workspace.
    case importing
    case makingFacts
    case checkingBoundaries
    /// Drafting a city file.
    case drafting
    /// Putting findings of parts together by facts of all.
    case mergingRows
    /// Keeping findings in a workspace.
    case keepingFindings
}
