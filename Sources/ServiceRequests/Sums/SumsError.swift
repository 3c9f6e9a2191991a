package import Wording

/// Why parts of a whole cannot be put together. The text says what, and what next.
package enum SumsError: AdvisingError, Equatable {
    case damaged(String)
    /// Two parts were made in different ways.
    case different(what: String, first: String, other: String, parts: [String])
    /// A part was counted by another edition than the one that is in force on the whole's day.
    case otherEdition(first: String, other: String, day: String, parts: [String])
    /// Two parts, or a part and the whole, were made by city files or facts that are not the same.
    case otherSettings(String, parts: [String])
    /// Lines of the file are in no part.
    case missing(lines: ClosedRange<Int>, beside: String)
    /// A numbered part is not there.
    case gap(number: Int, after: String)
    /// The parts begin with a later number than the first.
    case noFirst(number: Int, before: String)
    /// The parts hold other requests than facts know.
    case otherCount(requests: Int, known: Int, last: Int, beside: String)
    /// Two parts have requests of one category, where each has to have all of it.
    case sharedCategory(String?, parts: [String])
    /// Something is in two parts.
    case twice(what: String, parts: [String])

    package func text(in terms: CallerTerms) -> String {
        switch self {
        case .damaged(let what): "the sums are damaged: \(what)"
        case .different(let what, let first, let other, let parts):
            "\(parts.joined(separator: " and ")) do not belong together: \(what) is \(first) in the one and \(other) in the other"
        case .otherEdition(let first, let other, let day, let parts):
            "\(parts.joined(separator: " and ")) do not belong together: the edition that is counted by is \(first) in the one and"
                + " \(other), in force on \(day), in the other; make each part of that day\(terms.with(.asOf, day))"
        case .otherSettings(let setting, let parts):
            "\(parts.joined(separator: " and ")) do not belong together: \(setting) is not the same in the city files or facts that they"
                + " were made by; make the parts anew by one city file, and name it\(terms.with(.city))"
        case .missing(let lines, let part):
            "lines \(lines.lowerBound) to \(lines.upperBound) are in no part: the one beside \(part) is missing"
        case .gap(let number, let part):
            "part \(number), after \(part), is missing; where it never was, name the parts in order and \(terms[.asGiven])"
        case .noFirst(let number, let part):
            "part \(number), before \(part), is missing; where it never was, name the parts in order and \(terms[.asGiven])"
        case .otherCount(let requests, let known, let last, let part) where requests < known:
            "the parts hold \(requests) requests, and the facts that they were judged by are of \(known): a part is missing, as the one"
                + " from line \(last + 1) on, after \(part); where facts are of more than these parts, as of a year for a day,"
                + " \(terms[.otherFacts])"
        case .otherCount(let requests, let known, _, _):
            "the parts hold \(requests) requests, and the facts that they were judged by are of \(known): rows were counted twice, since"
                + " parts were read without the right \(terms[.firstLine]), by which a row is known whose id stands in several; where"
                + " facts are of fewer than these parts, \(terms[.otherFacts])"
        case .sharedCategory(let category, let parts):
            "requests \(category.map { "of the category “\($0)”" } ?? "without a category") are in \(parts.joined(separator: " and ")):"
                + " places are told by all requests of a category; split the requests by category, all rows of one in one part"
        case .twice(let what, let parts):
            "\(what) is in \(parts.joined(separator: " and in ")): a part is there twice, or they overlap"
        }
    }
}
