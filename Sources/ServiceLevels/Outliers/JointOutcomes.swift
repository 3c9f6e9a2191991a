import Boundaries

/// How much wider shares on time vary than those of independent requests, since requests that are closed together are on time together:
/// the callers of one problem, or what a crew works off on one day.
///
/// The design effect of ``JointSlowness``, with the residual r = 1 or 0 less the kind's share: the sum over what was closed of one kind, in
/// one area, on one day of (Σ r)², by the sum of r²; what is open is by itself.
struct JointOutcomes {
    private var squares = 0.0
    private var clusters = 0.0

    /// At least 1.
    var effect: Double { squares > 1e-12 ? max(1, clusters / squares) : 1 }

    /// Adds the requests of one kind.
    ///
    /// - Parameter isCompared: For each area whether its requests count.
    mutating func add(_ requests: ArraySlice<ServedRequest>, isCompared: [Bool]) {
        var keys: [UInt64] = []
        for own in requests where own.area.exists && isCompared[own.area.index] {
            guard own.outcome == .onTime || own.outcome == .late else { continue }
            keys.append(
                UInt64(own.area.index) << 17 | UInt64(own.closingDay) << 1 | (own.outcome == .onTime ? 1 : 0))
        }
        guard !keys.isEmpty else { return }
        let share = Double(keys.count { $0 & 1 == 1 }) / Double(keys.count)
        sortAscending(&keys) { $0 }
        var start = 0
        while start < keys.count {
            let cluster = keys[start] >> 1
            var (end, onTime) = (start, 0)
            while end < keys.count, keys[end] >> 1 == cluster {
                onTime += Int(keys[end] & 1)
                end += 1
            }
            let late = Double(end - start - onTime)
            let own = Double(onTime) * (1 - share) * (1 - share) + late * share * share
            let sum = Double(onTime) - Double(end - start) * share
            squares += own
            clusters += UInt16(truncatingIfNeeded: cluster) == JointSlowness.noDay ? own : sum * sum
            start = end
        }
    }
}
