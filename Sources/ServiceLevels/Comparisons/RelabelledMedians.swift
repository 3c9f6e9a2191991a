import Statistics

/// How far apart chance sets the medians of two sides that fare alike: which of a category's requests are of which side is drawn anew, and
/// the difference within categories counted as it was.
///
/// A permutation test within strata; p = (1 + draws at least as far from 0) / (1 + draws). Source: Good, Permutation, Parametric and
/// Bootstrap Tests of Hypotheses (2005).
struct RelabelledMedians {
    fileprivate struct Stratum {
        /// ``Wait/key`` of the waits of both sides, ascending.
        let keys: [UInt64]
        let ones: Int
        /// What the category's difference counts.
        let weight: Double
    }

    private var strata: [Stratum] = []
    private var requests = 0

    private static let draws = 199
    /// Of so many requests fewer draws are enough, which take as long.
    private static let many = 200_000
    private static let fewDraws = 39
    private static let seed: UInt64 = 1

    /// Adds a category that both sides have.
    mutating func add(_ ones: [Wait], _ others: [Wait], weight: Double) {
        var keys = ones.map(\.key) + others.map(\.key)
        sortAscending(&keys) { $0 }
        strata.append(Stratum(keys: keys, ones: ones.count, weight: weight))
        requests += keys.count
    }

    /// Returns how often chance sets them as far apart.
    func p(of difference: Double) -> Double {
        let draws = requests > Self.many ? Self.fewDraws : Self.draws
        let far = (0..<draws).count { draw in
            var generator = SeededGenerator(seed: Self.seed, stream: UInt64(draw))
            guard let drawn = self.difference(&generator) else { return true }
            return abs(drawn) >= abs(difference) - 1e-9
        }
        return Double(1 + far) / Double(1 + draws)
    }

    private func difference(_ generator: inout SeededGenerator) -> Double? {
        var (sum, weights) = (0.0, 0.0)
        for stratum in strata {
            guard let (one, other) = stratum.medians(&generator) else { continue }
            sum += stratum.weight * (one - other)
            weights += stratum.weight
        }
        return weights > 0 ? sum / weights : nil
    }
}

/// One side's share that is still open, after Kaplan and Meier, until half of it is closed.
private struct HalfClosed {
    var open: Int
    private var share = 1.0
    private(set) var median: Double?

    init(open: Int) { self.open = open }

    mutating func leave(_ count: Int, closed: Int, days: Double) {
        if closed > 0, median == nil {
            share *= 1 - Double(closed) / Double(open)
            if share <= 0.5 + 1e-12 { median = days }
        }
        open -= count
    }
}

extension RelabelledMedians.Stratum {
    /// Draws which of the requests are of the first side, and returns both medians; `nil` where one is not reached.
    fileprivate func medians(_ generator: inout SeededGenerator) -> (Double, Double)? {
        var (one, other) = (HalfClosed(open: ones), HalfClosed(open: keys.count - ones))
        var (needed, left, start) = (ones, keys.count, 0)
        while start < keys.count {
            let days = keys[start] >> 1
            var (end, left1, left0, closed1, closed0) = (start, 0, 0, 0, 0)
            while end < keys.count, keys[end] >> 1 == days {
                let closed = Int(keys[end] & 1)
                if Int(generator.next(below: UInt64(left))) < needed {
                    (needed, left1, closed1) = (needed - 1, left1 + 1, closed1 + closed)
                } else {
                    (left0, closed0) = (left0 + 1, closed0 + closed)
                }
                left -= 1
                end += 1
            }
            one.leave(left1, closed: closed1, days: Wait.days(ofKey: keys[start]))
            other.leave(left0, closed: closed0, days: Wait.days(ofKey: keys[start]))
            if let one = one.median, let other = other.median { return (one, other) }
            start = end
        }
        return nil
    }
}
