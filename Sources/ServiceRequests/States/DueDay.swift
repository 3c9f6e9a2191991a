package import Chronology

/// The last day on which a request is on time.
package enum DueDay {
    /// No target is longer, days.
    private static let longestTarget = 100_000.0

    /// Returns the day of the due date or, where there is none, of the target from the day of opening; `nil` where
    /// neither is known.
    ///
    /// A due date before the opening says nothing, and the target then counts.
    ///
    /// - Parameter target: Days from opening.
    package static func day(due: CivilDate?, opened: CivilDate?, target: Double?) -> CivilDate? {
        if let due, opened.map({ due >= $0 }) ?? true { return due }
        guard let opened, let target else { return nil }
        return CivilDate(
            daysSince1970: opened.daysSince1970 + Int(min(target.rounded(.up), longestTarget)))
    }
}
