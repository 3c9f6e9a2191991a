#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Where quotes begin and end: the one rule that both the search for record ends and the scan for fields follow.
///
/// A quote opens only as the first byte of a field, two quotes within stand for one, and a quote that nothing closes
/// before the record's largest length is an ordinary character.
struct QuoteRule {
    enum Close: Equatable {
        /// The place of the closing quote, and whether there are doubled quotes before it.
        case at(Int, hasDoubled: Bool)
        /// Nothing closes it.
        case never
        /// The bytes end before that can be told.
        case unknown
    }

    let bytes: UnsafePointer<UInt8>
    let count: Int
    /// Whether the record's last byte is there, so that a missing quote is missing for good.
    let isComplete: Bool

    /// Returns the end of the quoted field that opens at a place.
    ///
    /// - Parameter limit: The place before which the closing quote must stand.
    @inline(__always)
    func close(ofQuoteAt open: Int, limit: Int) -> Close {
        var place = open + 1
        var hasDoubled = false
        let end = min(limit, count)
        while place < end {
            guard let found = memchr(bytes + place, Int32(Dialect.quote), end - place) else { break }
            let quote = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - bytes
            if quote + 1 == count, !isComplete { return .unknown }
            guard quote + 1 < count, bytes[quote + 1] == Dialect.quote else {
                return .at(quote, hasDoubled: hasDoubled)
            }
            hasDoubled = true
            place = quote + 2
        }
        return count < limit && !isComplete ? .unknown : .never
    }
}
