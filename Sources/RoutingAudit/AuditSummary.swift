package import Chronology
package import ServiceRequests

/// What the findings of one layer amount to, for people.
package struct LayerSummary: Sendable {
    package let layer: Int
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
        /// The days that the closed requests took beyond what is usual, in all.
        package let daysLost: Double
        package let closed: Int
    }
}

extension AuditResult {
    /// Returns what one layer's findings amount to.
    ///
    /// - Parameters:
    ///   - longest: How many categories and pairs are listed at most.
    package func summary(
        ofLayer layer: Int, in layers: [AuditLayer], table: RequestTable, clock: CityClock, longest: Int
    ) -> LayerSummary {
        let findings = findings.filter { $0.layer == layer && $0.verdict != .correct }
        let misrouted = findings.filter { $0.verdict == .misrouted }
        var misjudged = [Bool](repeating: false, count: table.count)
        for finding in findings { misjudged[finding.row] = true }
        let usual = DaysToClose(table: table, misjudged: misjudged)
        let delays = DelayMeter(table: table, usual: usual)
        return LayerSummary(
            layer: layer, counts: self.layers[layer],
            worstCategories: worstCategories(misrouted, findings, table: table, longest: longest),
            largestPairs: largestPairs(misrouted, layer: layers[layer], delays: delays, longest: longest),
            delay: delays.delay(of: misrouted),
            periods: PeriodFinder(table: table, clock: clock).periods(of: misrouted))
    }

    private func worstCategories(
        _ misrouted: [Finding], _ findings: [Finding], table: RequestTable, longest: Int
    ) -> [LayerSummary.CategoryCount] {
        let values = table.categories.values
        let indices = table.categories.indices
        guard !values.isEmpty else { return [] }
        func counts(_ rows: some Sequence<Int>) -> [Int] {
            var counts = [Int](repeating: 0, count: values.count)
            for row in rows where indices[row] >= 0 { counts[Int(indices[row])] += 1 }
            return counts
        }
        let wrong = counts(misrouted.lazy.map(\.row))
        let undecided: Set<Verdict> = [.unassigned, .unknownArea, .unlocatable]
        let notJudged = counts(findings.lazy.filter { undecided.contains($0.verdict) }.map(\.row))
        let all = counts(0..<table.count)
        return values.indices.filter { wrong[$0] > 0 }
            .sorted { (wrong[$1], values[$0]) < (wrong[$0], values[$1]) }
            .prefix(longest)
            .map {
                LayerSummary.CategoryCount(
                    category: values[$0], misrouted: wrong[$0], judged: all[$0] - notJudged[$0])
            }
    }

    private func largestPairs(
        _ misrouted: [Finding], layer: AuditLayer, delays: DelayMeter, longest: Int
    ) -> [LayerSummary.PairCount] {
        struct Pair: Hashable {
            let assigned: String
            let expected: String
        }
        let groups = Dictionary(grouping: misrouted) { finding in
            let codes = layer.editions[finding.edition].codes
            return Pair(assigned: codes[finding.assigned], expected: codes[finding.expected])
        }
        return groups.sorted {
            ($1.value.count, $0.key.assigned, $0.key.expected) < (
                $0.value.count, $1.key.assigned, $1.key.expected
            )
        }
        .prefix(longest)
        .map { pair, findings in
            LayerSummary.PairCount(
                assigned: pair.assigned, expected: pair.expected, requests: findings.count,
                delay: delays.delay(of: findings))
        }
    }
}

/// Compares how long requests took with what is usual for their categories.
private struct DelayMeter {
    let table: RequestTable
    let usual: DaysToClose

    func delay(of findings: [Finding]) -> LayerSummary.Delay? {
        var taken: [Double] = []
        var expected: [Double] = []
        var lost = 0.0
        for finding in findings {
            let category = Int(table.categories.indices[finding.row])
            guard category >= 0, let days = DaysToClose.days(finding.row, in: table),
                let usualDays = usual.medianWhenCorrect[category]
            else { continue }
            taken.append(days)
            expected.append(usualDays)
            lost += days - usualDays
        }
        guard let medianDays = DaysToClose.median(&taken), let usualDays = DaysToClose.median(&expected)
        else {
            return nil
        }
        return LayerSummary.Delay(
            medianDays: medianDays, usualDays: usualDays, daysLost: lost, closed: taken.count)
    }
}
