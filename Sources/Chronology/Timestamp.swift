/// A moment, in whole seconds since 1970-01-01 00:00:00 UTC.
package struct Timestamp: Hashable, Comparable, Sendable, BitwiseCopyable {
    package var secondsSince1970: Int64

    @inlinable package init(secondsSince1970: Int64) { self.secondsSince1970 = secondsSince1970 }

    /// Returns the days from another moment to this one, negative where this one is earlier.
    @inlinable package func days(since other: Timestamp) -> Double {
        Double(seconds(since: other)) / 86_400
    }

    /// Returns the seconds from another moment to this one.
    @inlinable package func seconds(since other: Timestamp) -> Int64 {
        secondsSince1970 - other.secondsSince1970
    }

    @inlinable package static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.secondsSince1970 < right.secondsSince1970
    }
}
