package import Boundaries
package import Chronology
package import Locating
package import ServiceRequests
import Statistics
import WorkSharing

/// What the findings of one layer amount to, for people.
package struct LayerSummary: Sendable {
    package let layer: Ordinal<Layer>
    package let counts: AuditResult.LayerCounts
    /// The categories with the most misrouted requests, the worst first.
    package let worstCategories: [CategoryCount]
    /// The assigned and the expected area of misrouted requests, the most frequent pairs first.
    package let largestPairs: [PairCount]
    /// How long misrouted requests took, against correctly routed ones of the same categories.
    package let delay: Delay?
    /// The runs of months in which misrouting was frequent.
    package let periods: [MisroutingPeriod]

    package struct CategoryCount: Sendable, Equatable {
        package let category: String
        package let misrouted: Int
        /// All requests of the category that have an area and a position.
        package let judged: Int
    }

    package struct DaysLost: Sendable, Equatable {
        package let days: Double
        package let low: Double
        package let high: Double
    }

    package struct PairCount: Sendable, Equatable {
        package let assigned: String
        package let expected: String
        package let requests: Int
        package let delay: Delay?
    }

    package struct Delay: Sendable, Equatable {
        /// The median days from opening to closing of the misrouted requests that were closed.
        package let medianDays: Double
        /// The median, over the same requests, of what is usual when a request of the category is routed correctly.
        package let usualDays: Double
        /// The days that the closed requests took beyond the means of their categories, in all, with the interval that holds
        /// them in 95 of 100 cases; `nil` where it holds zero, and nothing is lost or won that chance does not explain.
        package let daysLost: DaysLost?
        package let closed: Int
    }
}

extension SummaryFindings {
    /// Returns what each layer's findings amount to, in the order of layers.
    ///
    /// - Parameters:
    ///   - table: Has the category, opening and closing of each request.
    ///   - longest: How many categories and pairs are listed at most.
    ///   - jobs: The number of threads.
    package func summaries(
        of layers: [PreparedLayer], table: RequestTable, clock: CityClock, longest: Int, jobs: Int
    ) -> [LayerSummary] {
        let periods = PeriodFinder(table: table, chosen: chosen, clock: clock)
        let time = TimeTaken(table, clock: clock)
        return mapSlices(
            count: layers.count, sliceLength: 1, jobs: jobs, makeWorker: {},
            body: { (_: inout Void, range: Range<Int>) in
                let layer = Ordinal<Layer>(range.lowerBound)
                return LayerDigest(layer: layer, of: self, table: table, time: time, periods: periods)
                    .summary(self.layers[layer], editions: layers[layer].editions, longest: longest)
            })
    }
}

/// The findings of one layer, sorted by what a summary asks of them.
private struct LayerDigest {
    let layer: Ordinal<Layer>
    let table: RequestTable
    private let time: TimeTaken
    private let periods: PeriodFinder
    private let findings: [SummaryFinding]
    /// For each row whether it is chosen; empty where all are.
    private let chosen: [Bool]
    /// The indices of the misrouted ones among the findings.
    private var misrouted: [Int] = []
    private var misjudged: [Bool]
    /// For each category how many requests have no verdict that says whether they were routed well.
    private var undecided: [Int]

    init(
        layer: Ordinal<Layer>, of result: SummaryFindings, table: RequestTable, time: TimeTaken,
        periods: PeriodFinder
    ) {
        self.layer = layer
        self.table = table
        self.time = time
        self.periods = periods
        findings = result.findings
        chosen = result.chosen
        misjudged = [Bool](repeating: false, count: table.count)
        undecided = [Int](repeating: 0, count: table.categories.values.count)
        for index in findings.indices where findings[index].layer == layer {
            let row = findings[index].row
            switch findings[index].verdict {
            case .correct: continue
            case .misrouted: misrouted.append(index)
            case .unassigned, .unknownArea, .unlocatable:
                if let category = category(ofRow: row) { undecided[category] += 1 }
            case .uncertain, .outside: break
            }
            misjudged[row] = true
        }
        if layer.index < result.otherDoubts.count {
            for row in result.otherDoubts[layer.index] { misjudged[Int(row)] = true }
        }
    }

    private func category(ofRow row: Int) -> Int? {
        guard row < table.categories.indices.count, table.categories.indices[row] >= 0 else { return nil }
        return Int(table.categories.indices[row])
    }

    func summary(
        _ counts: AuditResult.LayerCounts, editions: [PreparedEdition], longest: Int
    ) -> LayerSummary {
        let delays = DelayMeter(
            table: table, time: time,
            usual: DaysToClose(table: table, time: time, misjudged: misjudged))
        return LayerSummary(
            layer: layer, counts: counts, worstCategories: worstCategories(longest: longest),
            largestPairs: largestPairs(editions, delays: delays, longest: longest),
            delay: delays.delay(ofRows: misrouted.lazy.map { findings[$0].row }),
            periods: periods.periods(
                of: misrouted.map { .init(row: findings[$0].row, cause: findings[$0].cause) }))
    }

    private func worstCategories(longest: Int) -> [LayerSummary.CategoryCount] {
        let names = table.categories.values
        var wrong = [Int](repeating: 0, count: names.count)
        for index in misrouted {
            if let category = category(ofRow: findings[index].row) { wrong[category] += 1 }
        }
        let worst = names.indices.filter { wrong[$0] > 0 }
            .sorted { (wrong[$1], names[$0]) < (wrong[$0], names[$1]) }.prefix(longest)
        guard !worst.isEmpty else { return [] }
        var all = [Int](repeating: 0, count: names.count)
        for (row, category) in table.categories.indices.enumerated() where category >= 0 {
            if chosen.isEmpty || chosen[row] { all[Int(category)] += 1 }
        }
        return worst.map {
            LayerSummary.CategoryCount(
                category: names[$0], misrouted: wrong[$0], judged: all[$0] - undecided[$0])
        }
    }

    private func largestPairs(
        _ editions: [PreparedEdition], delays: DelayMeter, longest: Int
    ) -> [LayerSummary.PairCount] {
        /// By code, since an area may have another index in another edition.
        struct Pair: Hashable {
            let assigned: String
            let expected: String
        }
        struct Places: Hashable {
            let edition: Ordinal<Edition>
            let assigned: Ordinal<Area>
            let expected: Ordinal<Area>
        }
        var byPlaces: [Places: [Int]] = [:]
        for index in misrouted {
            let finding = findings[index]
            let places = Places(
                edition: finding.edition, assigned: finding.assigned, expected: finding.expected)
            byPlaces[places, default: []].append(finding.row)
        }
        var groups: [Pair: [Int]] = [:]
        for (places, rows) in byPlaces {
            let edition = editions[places.edition]
            groups[
                Pair(
                    assigned: edition.code(of: places.assigned), expected: edition.code(of: places.expected)),
                default: []] += rows
        }
        return groups.sorted {
            ($1.value.count, $0.key.assigned, $0.key.expected)
                < ($0.value.count, $1.key.assigned, $1.key.expected)
        }
        .prefix(longest)
        .map { pair, rows in
            LayerSummary.PairCount(
                assigned: pair.assigned, expected: pair.expected, requests: rows.count,
                delay: delays.delay(ofRows: rows.sorted()))
        }
    }
}

/// Compares how long requests took with what is usual for their categories.
private struct DelayMeter {
    let table: RequestTable
    let time: TimeTaken
    let usual: DaysToClose

    func delay(ofRows rows: some Sequence<Int>) -> LayerSummary.Delay? {
        var taken: [Double] = []
        var expected: [Double] = []
        var byCategory: [Int: DaysToClose.Sample] = [:]
        for row in rows where row < table.categories.indices.count {
            let category = Int(table.categories.indices[row])
            guard category >= 0, let days = DaysToClose.days(row, in: table, by: time),
                let usualDays = usual.medianWhenCorrect[category]
            else { continue }
            taken.append(days)
            expected.append(usualDays)
            byCategory[category, default: .init()].add(days)
        }
        guard let medianDays = median(taken),
            let usualDays = median(expected)
        else {
            return nil
        }
        return LayerSummary.Delay(
            medianDays: medianDays, usualDays: usualDays, daysLost: lost(byCategory), closed: taken.count)
    }

    /// Correctly routed requests of a category that are too few to say what is usual.
    private static let fewestUsual = 5

    /// Returns the days lost against the means of each category, `nil` where the interval holds zero.
    ///
    /// The sum over the categories of n (mean − usual mean), with the variances of both means, each variance that of its own
    /// group, or of the larger one where the group has fewer than five; a normal interval of 95 %.
    private func lost(_ samples: [Int: DaysToClose.Sample]) -> LayerSummary.DaysLost? {
        var sum = 0.0
        var variance = 0.0
        for (category, sample) in samples.sorted(by: { $0.key < $1.key }) {
            let usual = usual.meanWhenCorrect[category]
            guard usual.count >= Self.fewestUsual else { continue }
            let count = Double(sample.count)
            let own = sample.count < Self.fewestUsual ? max(sample.variance, usual.variance) : sample.variance
            sum += count * (sample.mean - usual.mean)
            variance += count * own + count * count * usual.variance / Double(usual.count)
        }
        let reach = 1.96 * variance.squareRoot()
        guard abs(sum) > reach, sum != 0 else { return nil }
        return LayerSummary.DaysLost(days: sum, low: sum - reach, high: sum + reach)
    }
}
