import Chronology

/// The last day on which a request is on time.
enum DueDay {
    /// No target is longer, days.
    private static let longestTarget = 100_000.0

    /// Returns the day of the due date or, where there is none, of the target from the day of opening; `nil` where
    /// neither is known.
    ///
    /// - Parameter target: Days from opening.
    static func day(due: CivilDate?, opened: CivilDate?, target: Double?) -> CivilDate? {
        if let due { return due }
        guard let opened, let target else { return nil }
        return CivilDate(
            daysSince1970: opened.daysSince1970 + Int(min(target.rounded(.up), longestTarget)))
    }
}
