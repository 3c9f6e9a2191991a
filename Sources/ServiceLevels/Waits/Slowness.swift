/// Returns how much slower than the other requests those of each group are closed, in standard deviations: below 0 for a
/// faster group, 0 where nothing can be told.
///
/// The log-rank test of a group against the rest: z = (Σ dₜ nₜᵍ / nₜ − closed) / √V with
/// V = Σ dₜ (nₜᵍ / nₜ) (1 − nₜᵍ / nₜ) (nₜ − dₜ) / (nₜ − 1), over the days t on which dₜ of the nₜ requests still open were
/// closed, nₜᵍ of them of the group. Open requests count for as long as they were seen, and a group of few has a small z
/// however far off its median lies. Source: Mantel, Cancer Chemotherapy Reports 50 (1966). Equals lifelines'
/// `logrank_test`, with a sign.
///
/// - Parameters:
///   - groups: The group of each wait, from 0 on; below 0 for one of the rest only.
/// - Complexity: O(n log n).
package func slowness(of waits: [Wait], groups: [Int], groupCount: Int) -> [Double] {
    slowness(of: waits, groups: groups, groupCount: groupCount) { _, _ in }
}

/// Returns the same, and calls a closure with each wait's index and what it has beyond what is expected of it: 1 if it ends, less
/// Σ d / n up to its end. By order of waits.
func slowness(
    of waits: [Wait], groups: [Int], groupCount: Int, residual: (_ index: Int, _ value: Double) -> Void
) -> [Double] {
    var sums = [GroupSums](repeating: GroupSums(), count: groupCount)
    for group in groups where group >= 0 { sums[group].open += 1 }
    var order = waits.indices.map { (key: waits[$0].key, index: Int32(truncatingIfNeeded: $0)) }
    sortAscending(&order) { $0.key }
    var hazard = HazardSums()
    var start = 0
    while start < order.count {
        let days = order[start].key >> 1
        var (end, closed) = (start, 0)
        while end < order.count, order[end].key >> 1 == days {
            closed += Int(order[end].key & 1)
            end += 1
        }
        hazard.add(closed: closed, of: order.count - start)
        for entry in order[start..<end] {
            let index = Int(entry.index)
            residual(index, Double(entry.key & 1) - hazard.hazard)
            if groups[index] >= 0 { sums[groups[index]].leave(waits[index].end, hazard) }
        }
        start = end
    }
    return sums.map(\.z)
}

/// Sums over the days so far.
private struct HazardSums {
    /// Σ d / n.
    private(set) var hazard = 0.0
    /// Σ a n and Σ a, a being d (n − d) / ((n − 1) n²).
    var weighted = 0.0
    var plain = 0.0

    mutating func add(closed: Int, of open: Int) {
        guard closed > 0 else { return }
        let (d, n) = (Double(closed), Double(open))
        hazard += d / n
        guard open > 1 else { return }
        let a = d * (n - d) / ((n - 1) * n * n)
        weighted += a * n
        plain += a
    }
}

/// What a group's requests add up to. Each request is at risk until its own day, so that a sum over days of the group's
/// requests at risk is one over its requests.
private struct GroupSums {
    var open = 0
    private var closed = 0.0
    private var expected = 0.0
    private var variance = 0.0
    /// Σ a up to the day on which the group last lost a request.
    private var last = 0.0

    mutating func leave(_ end: Wait.End, _ sums: HazardSums) {
        if end == .closed { closed += 1 }
        expected += sums.hazard
        variance += sums.weighted - Double(open * open) * (sums.plain - last)
        last = sums.plain
        open -= 1
    }

    var z: Double { variance > 1e-9 ? (expected - closed) / variance.squareRoot() : 0 }
}
