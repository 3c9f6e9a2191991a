extension MomentSeconds {
    /// Returns how many moments lie in a range that has not ``TimestampColumn/missing`` in it.
    func count(in range: ClosedRange<Int64>) -> Int {
        guard wide.isEmpty else { return wide.count { range.contains($0) } }
        let least = Swift.max(range.lowerBound, Self.base + 1)
        let greatest = Swift.min(range.upperBound, Self.base + Int64(UInt32.max))
        guard least <= greatest else { return 0 }
        // As they are stored, so that many are compared at once.
        let first = UInt32(truncatingIfNeeded: least &- Self.base)
        let last = UInt32(truncatingIfNeeded: greatest &- Self.base)
        var count = 0
        for stored in narrow where stored >= first && stored <= last { count &+= 1 }
        return count
    }

    /// Returns the last moment that is not later than another; `nil` where there is none.
    func latest(until end: Int64 = .max) -> Int64? {
        guard wide.isEmpty else {
            return wide.lazy.filter { $0 <= end && $0 != Self.missing }.max()
        }
        guard end > Self.base else { return nil }
        let greatest = Swift.min(end, Self.base + Int64(UInt32.max))
        let limit = UInt32(truncatingIfNeeded: greatest &- Self.base)
        var latest: UInt32 = 0
        for stored in narrow where stored <= limit { latest = Swift.max(latest, stored) }
        return latest == 0 ? nil : Int64(latest) &+ Self.base
    }
}
