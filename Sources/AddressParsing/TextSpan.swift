/// A stretch of an address line, in UTF-8 bytes of the line as it was given.
package struct TextSpan: Hashable, Sendable {
    package var lower: Int32
    package var upper: Int32

    @inlinable package init(_ range: Range<Int>) {
        lower = Int32(truncatingIfNeeded: range.lowerBound)
        upper = Int32(truncatingIfNeeded: range.upperBound)
    }

    /// The stretch of what is absent.
    package static let empty = TextSpan(0..<0)

    @inlinable package var isEmpty: Bool { lower == upper }

    @inlinable package var range: Range<Int> { Int(lower)..<Int(upper) }

    /// Returns the shortest stretch that covers both; an empty one counts for nothing.
    @inlinable package func union(_ other: TextSpan) -> TextSpan {
        if isEmpty { return other }
        if other.isEmpty { return self }
        return TextSpan(Int(min(lower, other.lower))..<Int(max(upper, other.upper)))
    }
}
