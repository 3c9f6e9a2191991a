import Algorithms
import Statistics
import WorkSharing

/// Adjusts p-values for the number of places so that, where nothing but chance is at work, any place is called with
/// the chance that was asked for: no more, and not much less.
///
/// Benjamini and Hochberg's adjustment alone calls too seldom where counts are small and neighbourhoods overlap. The
/// smallest of the adjusted p-values is therefore compared with the smallest of random arrangements of the same requests:
/// p = (1 + arrangements whose smallest is at most a place's own) / (arrangements + 1).
struct ChanceCalibration: Sendable {
    let replications: Int
    let seed: UInt64
    let jobs: Int

    /// Larger p-values are not told apart: they are called by nobody.
    private static let largest = 0.25

    /// Returns the adjusted p-values.
    ///
    /// - Parameters:
    ///   - p: The p-value of each place.
    ///   - makeWorker: Makes what one thread needs to arrange requests at random.
    ///   - arrange: Puts the p-values of a random arrangement, drawn by a generator of its own, into a buffer.
    func adjusted<Worker>(
        _ p: [Double], makeWorker: @Sendable () -> Worker,
        arrange: @Sendable (inout Worker, inout SeededGenerator, inout [Double]) -> Void
    ) -> [Double] {
        let adjusted = falseDiscoveryAdjusted(p)
        guard replications > 0, !p.isEmpty else { return adjusted }
        let seed = seed
        let smallest = mapSlices(
            count: replications, sliceLength: 8, jobs: jobs,
            makeWorker: { (worker: makeWorker(), p: [Double](repeating: 1, count: p.count)) },
            body: { state, range -> [Double] in
                range.map { replication in
                    var generator = SeededGenerator(seed: seed, stream: UInt64(replication))
                    arrange(&state.worker, &generator, &state.p)
                    return Self.smallestAdjusted(state.p)
                }
            }
        ).joined().sorted()
        return adjusted.map { own in
            let reached = Self.count(of: smallest, upTo: min(own, Self.largest))
            return max(Double(reached + 1) / Double(replications + 1), own > Self.largest ? own : 0)
        }
    }

    /// Returns the smallest p-value after Benjamini and Hochberg, 1 where it would be above the largest that matters.
    private static func smallestAdjusted(_ p: [Double]) -> Double {
        let count = Double(p.count)
        var smallest = 1.0
        for (index, value) in p.filter({ $0 <= largest }).sorted().enumerated() {
            smallest = min(smallest, value * count / Double(index + 1))
        }
        return smallest
    }

    /// Returns how many of some sorted numbers are at most a bound; those equal but for rounding count.
    private static func count(of sorted: [Double], upTo bound: Double) -> Int {
        let bound = bound * (1 + 1e-12)
        return sorted.partitioningIndex { $0 > bound }
    }
}
