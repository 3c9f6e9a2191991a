import Chronology

/// How many cases were opened and how many closed since a day, whatever is shown beside them.
package struct CaseMovement: Sendable, Equatable {
    package internal(set) var opened = 0
    package internal(set) var closed = 0
    /// Whether it may be told how many were closed: not where too many closings have no time.
    package internal(set) var tellsClosed = true

    /// Without a day named, so many days before the one that is shown are looked at.
    static let usualDays = 30

    static func + (one: Self, other: Self) -> Self {
        Self(
            opened: one.opened + other.opened, closed: one.closed + other.closed,
            tellsClosed: one.tellsClosed && other.tellsClosed)
    }
}
