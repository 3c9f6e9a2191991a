import Statistics
import Disclosure
import PageLanguage

extension PeriodTables {
    package func referrals(_ comparison: ChannelComparison, open: [Int32], id: (Int) -> String)
        -> [FigureTable]
    {
        let (one, other) = (comparison.ones, comparison.others)
        // Series tell what both are together.
        let (isKnownTold, isOpenTold) = (
            !isSmall(one.known, other.known), !isSmall(comparison.onesOpen, comparison.othersOpen)
        )
        let isShareTold = tellsShares(comparison) && comparison.areComparable
        func row(_ name: String, tally: TargetTally, open: Int) -> [String] {
            [
                name, told(tally.known, isKnownTold),
                isShareTold ? words.share(tally.onTime, of: tally.known) : "–", told(open, isOpenTold),
            ]
        }
        var tables = [
            FigureTable(
                words("Referrals"),
                header: [
                    "", words("come due", context: "requests"), words("on time"),
                    words("open", context: "requests"),
                ],
                rows: [
                    row(
                        words("referred", context: "requests"), tally: comparison.ones,
                        open: comparison.onesOpen),
                    row(words("other residents'"), tally: comparison.others, open: comparison.othersOpen),
                ], notes: notes(comparison))
        ]
        guard !open.isEmpty, privacy.audience == .internal else { return tables }
        let rest = words.count(open.count - longest)
        tables.append(
            FigureTable(
                words("Open referrals, the oldest first"),
                header: ["", "", words("open for"), words("past due", context: "request")],
                rows: open.prefix(longest).map { index in
                    let own = history.cases[Int(index)]
                    return [
                        id(Int(own.row)), name(Int(own.category)),
                        words.shortDays(Double(history.end - own.opened) / 86_400),
                        own.hasDue ? history.isPastDue(own) ? words("yes") : words("no") : "–",
                    ]
                },
                notes: open.count > longest ? [words("and \(rest) more in the workbook of -o")] : [],
                wordColumns: [3]))
        return tables
    }

    /// A count of which the other side's may not be told is not told either.
    private func told(_ count: Int, _ isTold: Bool) -> String {
        isTold || isSmall(count) ? told(count) : words("not shown")
    }

    private func tellsShares(_ comparison: ChannelComparison) -> Bool {
        let (one, other) = (comparison.ones, comparison.others)
        return !isSmall(one.onTime, one.late, other.onTime, other.late)
    }

    private func notes(_ comparison: ChannelComparison) -> [String] {
        guard comparison.areComparable else {
            return [words("They are not compared: too many closed ones have no usable closing time.")]
        }
        guard let difference = comparison.difference, comparison.isTellable, tellsShares(comparison) else {
            return [words("Too few in the same categories to compare.")]
        }
        func points(_ value: Double) -> String { words.signed(100 * value) }
        let (low, high) = (difference.interval.lowerBound, difference.interval.upperBound)
        var notes = [
            words(
                """
                Within categories: \(points(difference.difference)) points on time (\(points(low)) to \(points(high))), \
                Mantel-Haenszel over \(words.count(difference.strata)) categories that both have; \
                \(told(difference.leftOut)) in categories of one side left out.
                """)
        ]
        let (without, all) = (words.count(comparison.withoutMedian), words.count(comparison.categories))
        if let median = comparison.medianDifference {
            let days = words.shortDays(abs(median))
            notes.append(
                !comparison.isMedianApart
                    ? words(
                        "How long half take within categories differs by \(days) (by the same weights), no more than by chance."
                    )
                    : median < 0
                        ? words("Half are closed \(days) sooner within categories (by the same weights).")
                        : words("Half are closed \(days) later within categories (by the same weights)."))
            if comparison.withoutMedian > 0 {
                notes.append(
                    words(
                        "Left out of that: \(without) of \(all) categories, of which a side has closed fewer than half."
                    ))
            }
        } else if comparison.withoutMedian > 0 {
            notes.append(
                words(
                    "How long half take is not compared: of \(without) of \(all) categories a side has closed fewer than half."
                ))
        }
        notes.append(
            words(
                "The shares above compare other kinds of requests; only the difference within categories does not."
            ))
        return notes
    }
}
