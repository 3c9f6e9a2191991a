package import Chronology

/// One occurrence of a problem, from its first report until all its reports were closed.
package struct Episode: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case new, recurrence
    }

    package let opened: Timestamp
    /// When the last of its reports was closed, or `nil` while one is open.
    package private(set) var end: Timestamp?
    /// Whether the last of its reports was closed at no known time, so that it may have been open long after ``end``.
    package private(set) var isEndUnknown: Bool
    /// The days from the closing before it to its opening; `nil` for the first.
    package let daysAway: Double?
    package let kind: Kind
    package var reports = 1

    init(opened: Timestamp, end: Timestamp?, isEndUnknown: Bool = false, daysAway: Double?, kind: Kind) {
        self.isEndUnknown = isEndUnknown
        self.opened = opened
        self.end = end
        self.daysAway = daysAway
        self.kind = kind
    }

    /// Keeps the episode open until a further report was closed too.
    mutating func extend(to end: Timestamp?, isUnknown: Bool) {
        isEndUnknown = isUnknown
        guard let last = self.end else { return }
        self.end = end.map { max($0, last) }
    }

    /// Returns whether a report is about this episode: until so many seconds after the closing. Where nobody knows when
    /// that was, what is reported within a repair's life came back after nothing that is known.
    func isOpen(
        for report: Report, openedAt opened: Timestamp, gapSeconds gap: Int64, lifeSeconds life: Int64
    )
        -> Bool
    {
        guard let end else { return true }
        return report.seconds(since: end, openedAt: opened) <= (isEndUnknown ? max(gap, life) : gap)
    }
}
