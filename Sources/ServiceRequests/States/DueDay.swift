package import Chronology

/// The last day on which a request is on time.
package enum DueDay {
    /// Returns the day of the due date or, where there is none, of the target from the day of opening; `nil` where
    /// neither is known.
    ///
    /// A due date before the opening says nothing, and the target then counts.
    ///
    /// - Parameters:
    ///   - second: The opening's second of the day, where it is known: what comes in after hours counts from the next
    ///     business day.
    package static func day(
        due: CivilDate?, opened: CivilDate?, at second: Int? = nil, target: Deadline?
    ) -> CivilDate? {
        if let due, opened.map({ due >= $0 }) ?? true { return due }
        guard let opened, let target else { return nil }
        return target.lastDay(from: opened, at: second)
    }
}
