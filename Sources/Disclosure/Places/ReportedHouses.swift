import Geometry

/// Reports of which it is asked whether they are of three different houses: three of them that have neither number nor position
/// in common.
///
/// By numbers alone one house would be three that callers write as `12`, `21` and `112`, and by positions alone one whose
/// positions were taken three times.
struct ReportedHouses {
    private var reports: [(number: Int, position: Coordinate)] = []
    private(set) var areEnough = false

    mutating func add(number: Int, at position: Coordinate) {
        // As many of one kind as are enough make no difference any more.
        guard !areEnough, !reports.contains(where: { $0 == (number, position) }),
            reports.count(where: { $0.number == number }) < StreetBlocks.leastAddresses,
            reports.count(where: { $0.position == position }) < StreetBlocks.leastAddresses
        else { return }
        reports.append((number, position))
        areEnough = Self.hold(StreetBlocks.leastAddresses, in: reports[...])
    }

    /// Whether so many of some reports differ in both.
    private static func hold(_ count: Int, in reports: ArraySlice<(number: Int, position: Coordinate)>)
        -> Bool
    {
        guard count > 0 else { return true }
        guard let first = reports.first else { return false }
        let rest = reports.dropFirst()
        let others = rest.filter { $0.number != first.number && $0.position != first.position }
        return hold(count - 1, in: others[...]) || hold(count, in: rest)
    }
}
