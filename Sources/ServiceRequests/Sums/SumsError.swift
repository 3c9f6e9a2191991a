/// Why parts of a whole cannot be put together. The text says what, and what next.
package enum SumsError: Error, Sendable, Equatable, CustomStringConvertible {
    case damaged(String)
    /// Two parts were made in different ways.
    case different(what: String, first: String, other: String, parts: [String])
    /// Lines of the file are in no part.
    case missing(lines: ClosedRange<Int>, beside: String)
    /// A numbered part is not there.
    case gap(number: Int, after: String)
    /// Something is in two parts.
    case twice(what: String, parts: [String])

    package var description: String {
        switch self {
        case .damaged(let what): "the sums are damaged: \(what)"
        case .different(let what, let first, let other, let parts):
            "\(parts.joined(separator: " and ")) do not belong together: \(what) is \(first) in the one and \(other) in the other"
        case .missing(let lines, let part):
            "lines \(lines.lowerBound) to \(lines.upperBound) are in no part: the one beside \(part) is missing"
        case .gap(let number, let part):
            "part \(number), after \(part), is missing; where it never was, name the parts in order and --as-given"
        case .twice(let what, let parts):
            "\(what) is in \(parts.joined(separator: " and in ")): a part is there twice, or they overlap"
        }
    }
}
