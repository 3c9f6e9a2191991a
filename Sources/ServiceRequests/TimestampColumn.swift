package import Chronology

/// A column of moments.
package struct TimestampColumn: Sendable, Equatable {
    /// What ``seconds`` holds where a row has no date.
    package static let missing = Int64.min

    /// For each row the seconds since 1970 UTC, or ``missing``. Empty where the file has no such column and none was
    /// asked for.
    package internal(set) var seconds: MomentSeconds

    package init(seconds: MomentSeconds = MomentSeconds()) { self.seconds = seconds }

    package init(seconds: some Sequence<Int64>) { self.seconds = MomentSeconds(seconds) }

    /// The moment of a row, or `nil` where it has none.
    package subscript(row: Int) -> Timestamp? {
        guard row < seconds.count, seconds[row] != Self.missing else { return nil }
        return Timestamp(secondsSince1970: seconds[row])
    }
}
