package import Chronology

/// Openings that lie years before all others, as a date of 1970 that stands for none does: series that begin with them are mostly empty.
package struct EarlyOpenings: Sendable, Equatable {
    package let count: Int
    package let first: CivilDate
    /// When the others begin.
    package let next: CivilDate

    private static let years: Int64 = 730 * 86_400
    /// Among fewer, years may lie between two.
    private static let fewest = 40
    /// Where more than one in so many are early, the file is old.
    private static let leastShare = 1000

    /// Finds them, or returns `nil` where there are none.
    package init?(_ history: CaseHistory) {
        let cases = history.cases
        guard cases.count >= Self.fewest, let earliest = cases.min(by: { $0.opened < $1.opened }) else {
            return nil
        }
        let end = earliest.opened + Self.years
        let later = cases.lazy.filter { $0.opened >= end }.map(\.opened).min()
        let early = cases.count { $0.opened < end }
        guard let later, early <= max(1, cases.count / Self.leastShare) else { return nil }
        func day(_ moment: Int64) -> CivilDate { history.clock.date(at: Timestamp(secondsSince1970: moment)) }
        count = early
        first = day(earliest.opened)
        next = day(later)
    }

    /// What is told of them where series are shown.
    package var warning: String {
        let who =
            count == 1 ? "1 request was opened on \(first)" : "\(count) requests were opened from \(first) on"
        return
            "\(who), years before all others, which begin on \(next); the series begin with it and are mostly empty:"
            + " if the date is a mistake, --since \(next) leaves it out"
    }
}
