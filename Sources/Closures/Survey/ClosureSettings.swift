package import Chronology

/// What counts as closed fast, in bulk, or reported again.
package struct ClosureSettings: Codable, Sendable, Hashable {
    /// A request closed within fewer seconds was closed fast.
    package var fastSeconds: Int64 = 600
    /// So many closings of one category in one minute, at so many addresses, are a bulk.
    package var bulkClosings = 5
    package var bulkAddresses = 3
    /// A report within so many days after a closing came back.
    package var returnDays = 14.0
    /// So soon after a closing a report is a second entry of the same.
    package var graceDays = 1.0
    /// How far from a request the windows lie that tell what would have come anyway, days.
    package var controlDays = 28.0
    /// Requests of one category within so many metres are neighbours.
    package var radius = 30.0
    /// A duplicate's original lies within so many metres: 150 feet, Motorola's rule.
    package var duplicateRadius = 46.0
    /// The first day of closing of the call-back list; `nil` for 90 days before the day that is shown.
    package var since: CivilDate?

    package init() {}

    /// How many minutes may count as fast: up to a year of them.
    static let fastMinutes = 1...366 * 1440

    /// The minutes that count as fast.
    package var fastMinutes: Int { Int(fastSeconds / 60) }

    /// Takes as closed fast what was closed within fewer minutes.
    ///
    /// - Throws: ``ClosureSettingError/fast(minutes:)`` for less than one, and for more than a year of them.
    package mutating func takeFast(minutes: Int) throws(ClosureSettingError) {
        guard Self.fastMinutes.contains(minutes) else { throw .fast(minutes: minutes) }
        fastSeconds = 60 * Int64(minutes)
    }

    /// What is wrong with the settings; `nil` for nothing.
    package var problem: ClosureSettingError? {
        if !Self.fastMinutes.contains(fastMinutes) { return .fast(minutes: fastMinutes) }
        if !(returnDays > 1 && returnDays <= 366) { return .within(days: returnDays) }
        if !(controlDays >= 0 && controlDays <= 3660) { return .apart(days: controlDays) }
        return radius > 0 && radius <= 1000 ? nil : .radius(metres: radius)
    }

    /// The days of data that the expected share needs.
    package var neededDays: Double { 2 * (controlDays + returnDays) }
}
