/// Who may see what is written: everybody, or the people who work with the cases.
package enum Audience: String, Codable, Sendable, CaseIterable {
    /// Blocks instead of houses, no free text, and of private categories no more than a band for the whole city.
    case `public`
    /// Addresses, positions, free text and all categories.
    case `internal`

    /// Whether any of some counts is not told: for everybody, one that is small and not none.
    package func hides(_ counts: Int...) -> Bool { hides(counts) }

    package func hides(_ counts: some Sequence<Int>) -> Bool {
        self == .public && counts.contains { $0 > 0 && $0 < CountBand.threshold }
    }

    /// Whether a count of a whole may be told beside it, and the share that it is: for everybody neither it nor the rest may be small.
    package func tells(_ part: Int, of whole: Int) -> Bool { !hides(part, whole, whole - part) }

    /// Whether a text that callers or clerks wrote into so many requests is told: for everybody only what many have in common.
    package func tells(textOf count: Int) -> Bool { self == .internal || count >= CountBand.threshold }
}
