import Statistics

/// How many ends of episodes came back, and how many would have anyway.
///
/// Over the ends with a window: excess = mean (h − e), h being 1 where it came back and e the expected share. Its standard
/// error counts each place once: √(Σ over places of (Σ (h − e − excess))²) / m.
package struct ReturnExcess: Sendable, Equatable {
    /// The followed ends, and those that came back or were entered again.
    package let ends: Int
    package let cameBack: Int
    package let enteredAgain: Int
    /// The ends that have a window, and those of them that came back.
    package let watched: Int
    package let watchedCameBack: Int
    package let expected: Double
    package let excess: Double
    /// By places.
    package let standardError: Double
    /// The places that have an end with a window.
    package let places: Int

    package init(_ ends: some Sequence<EpisodeEnd>) {
        var (count, back, again, watched, watchedBack) = (0, 0, 0, 0, 0)
        // Shares as whole parts of 2^40, which add up to the same in any order.
        var (expected, total): (Int64, Int64) = (0, 0)
        var sums: [Int32: (sum: Int64, count: Int)] = [:]
        for end in ends {
            count += 1
            if end.cameBack { back += 1 }
            if end.enteredAgain { again += 1 }
            guard end.hasWindow else { continue }
            watched += 1
            if end.cameBack { watchedBack += 1 }
            let share = Int64((end.expected * Self.unit).rounded())
            expected += share
            let difference = (end.cameBack ? Int64(Self.unit) : 0) - share
            total += difference
            let place = sums[end.place, default: (0, 0)]
            sums[end.place] = (place.sum + difference, place.count + 1)
        }
        self.ends = count
        cameBack = back
        enteredAgain = again
        self.watched = watched
        watchedCameBack = watchedBack
        places = sums.count
        guard watched > 0 else {
            (self.expected, excess, standardError) = (.nan, .nan, .nan)
            return
        }
        let m = Double(watched)
        self.expected = Double(expected) / Self.unit / m
        let mean = Double(total) / Self.unit / m
        excess = mean
        standardError =
            Self.sumOfSquares(
                sums.values.map { Double($0.sum) / Self.unit - Double($0.count) * mean }
            ).squareRoot() / m
    }

    private static let unit = 0x1p40

    /// Smallest first, so that the last digits do not depend on the order of the file.
    private static func sumOfSquares(_ values: [Double]) -> Double {
        values.map { $0 * $0 }.sorted().reduce(0, +)
    }

    /// Of fewer ends an interval says nothing.
    package static let fewest = 100

    /// Whether so many ends are watched that its interval says something.
    package var isJudged: Bool { watched >= Self.fewest && interval != nil }

    /// Whether its interval lies above 0.
    package var isAboveZero: Bool { isJudged && (interval?.lowerBound ?? 0) > 0 }

    /// The excess by its 95 % interval, places counted once.
    package var interval: ClosedRange<Double>? { Self.interval(excess, standardError) }

    /// How likely so large a difference is by chance.
    package var p: Double {
        standardError > 0 && standardError.isFinite ? twoSidedNormalP(excess / standardError) : 1
    }

    private static func interval(_ middle: Double, _ error: Double) -> ClosedRange<Double>? {
        guard middle.isFinite, error.isFinite else { return nil }
        let width = NormalDeviate.of95Percent * error
        return middle - width...middle + width
    }
}

/// The excess of one category, and whether it stands out.
package struct CategoryReturns: Sendable {
    /// An index into the history's names.
    package let category: Int
    package let excess: ReturnExcess
    /// Whether its interval lies above 0 and, among all categories with enough ends, it is one of those of which at most one
    /// in twenty stands out by chance (Benjamini and Hochberg).
    package internal(set) var standsOut = false
    /// Whether its interval lies above 0.
    package var isAboveZero: Bool { excess.isAboveZero }

    init(category: Int, excess: ReturnExcess) {
        self.category = category
        self.excess = excess
    }

    static func mark(_ categories: inout [CategoryReturns]) {
        let judged = categories.indices.filter { categories[$0].excess.watched >= ReturnExcess.fewest }
        let adjusted = falseDiscoveryAdjusted(judged.map { categories[$0].excess.p })
        for (index, p) in zip(judged, adjusted) {
            categories[index].standsOut = p <= 0.05 && categories[index].isAboveZero
        }
    }
}
