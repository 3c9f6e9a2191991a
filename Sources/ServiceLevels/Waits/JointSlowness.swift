/// How much slower than the others the requests of each group are closed, where requests that are closed together are not taken for
/// independent: the callers of one problem, or what a crew works off on one day.
///
/// ``slowness(of:groups:groupCount:)`` counts each request by itself, and of cities that serve all areas alike half would name one where
/// problems have two callers in the mean. Here its z is divided by the root of the design effect, the variance by clusters as a multiple
/// of that by requests: with M = closed − Σ d / n, what a request has beyond what is expected of it, the sum over clusters of (Σ M)² and
/// the sum of M², those of the group weighted by (1 − p)² and those of the rest by p², p being the group's share of the requests. It is
/// taken for no smaller than that of all groups together, nor than 1. A cluster is what was closed in one group on one day: by independent
/// requests, however many of them, the effect is 1. Sources: Therneau and Grambsch, Modeling Survival Data (2000), 8.2; Kish, Survey
/// Sampling (1965).
struct JointSlowness {
    /// In standard deviations, for each group.
    let z: [Double]
    /// The design effect of each group.
    let effects: [Double]

    /// What ``days`` holds of a request that is open, or whose day of closing is not known: it is by itself.
    static let noDay: UInt16 = 0

    /// - Parameters:
    ///   - groups: The group of each wait, from 0 on; below 0 for one of the rest only.
    ///   - days: The day on which each was closed, any number that tells one from another, and ``noDay``.
    init(of waits: [Wait], groups: [Int], groupCount: Int, days: [UInt16]) {
        var found = [Sums](repeating: Sums(), count: groupCount + 1)
        func place(_ index: Int) -> Int { groups[index] >= 0 ? groups[index] : groupCount }
        var closed: [(cluster: UInt64, residual: Double)] = []
        let scores = slowness(of: waits, groups: groups, groupCount: groupCount) { index, residual in
            found[place(index)].squares += residual * residual
            found[place(index)].requests += 1
            if days[index] == Self.noDay {
                found[place(index)].clusters += residual * residual
            } else {
                closed.append((UInt64(place(index)) << 16 | UInt64(days[index]), residual))
            }
        }
        sortAscending(&closed) { $0.cluster }
        var start = 0
        while start < closed.count {
            let cluster = closed[start].cluster
            var (end, sum) = (start, 0.0)
            while end < closed.count, closed[end].cluster == cluster {
                sum += closed[end].residual
                end += 1
            }
            found[Int(cluster >> 16)].clusters += sum * sum
            start = end
        }
        let all = found.reduce(into: Sums()) { $0.add($1) }
        effects = found.prefix(groupCount).map { max(1, all.effect, $0.effect(beside: all)) }
        z = zip(scores, effects).map { $0 / $1.squareRoot() }
    }

    private struct Sums {
        var requests = 0
        /// The sum of squared residuals, and of the squares of each cluster's sum.
        var squares = 0.0
        var clusters = 0.0

        mutating func add(_ other: Self) {
            requests += other.requests
            squares += other.squares
            clusters += other.clusters
        }

        var effect: Double { squares > 0 ? clusters / squares : 1 }

        func effect(beside all: Self) -> Double {
            let part = Double(requests) / Double(max(1, all.requests))
            let (own, rest) = ((1 - part) * (1 - part), part * part)
            let expected = own * squares + rest * (all.squares - squares)
            return expected > 1e-12
                ? (own * clusters + rest * (all.clusters - clusters)) / expected : 1
        }
    }
}
