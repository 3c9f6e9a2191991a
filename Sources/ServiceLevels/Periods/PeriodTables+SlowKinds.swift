import Disclosure
import PageLanguage

extension PeriodTables {
    package func slow(_ types: SlowTypes, times: Double) -> FigureTable {
        guard types.cityMedian != nil else {
            return FigureTable(
                words("Kinds that take \(limit(times)) times longer and more"), rows: [],
                notes: [
                    words(
                        "Residents' requests of the city have no median: more than half are open, or it is not known when they were closed."
                    )
                ])
        }
        let kinds = types.kinds.filter { isShown($0.category) && $0.looksSlower(than: times) }
        let limit = limit(times)
        func ratio(_ value: Double) -> String {
            value.isFinite ? words.decimal(value) : words("not reached")
        }
        let slower = words.count(types.kinds.count(where: { $0.isSlower(than: times) }))
        return FigureTable(
            words("Kinds that take \(limit) times longer and more"),
            header: kinds.isEmpty
                ? []
                : [
                    "", words("requests"), words("open", context: "requests"), words("half in"),
                    words("times the city's"), words("95 %"), "",
                ],
            rows: kinds.prefix(longest).map { kind in
                let ratios = words.decimal(kind.ratio)
                return [
                    name(kind.category), told(kind.requests),
                    kind.openShare(words, for: privacy.audience) ?? "–",
                    days(kind.median), kind.isBound ? words("more than \(ratios)") : ratios,
                    words("\(ratio(kind.low)) to \(ratio(kind.high))"),
                    kind.isSlower(than: times) ? words("slower") : words("may be chance"),
                ]
            },
            notes: [
                words(
                    """
                    \(slower) of \(words.count(types.kinds.count)) kinds with \(words.count(SlowTypes.fewest)) residents' requests are \
                    slower than \(limit) times by the lower end of the interval (bootstrap, 1,000 draws; Brookmeyer and Crowley's of \
                    more than 1,000 requests). Residents' requests of the city: half in \(days(types.cityMedian)).
                    """),
                words(
                    "Open requests count as long as they have waited: means of the closed hide kinds of which most are open."
                ),
            ])
    }

    package func slow(_ areas: AreaTypes, times: Double) -> FigureTable {
        let slow = areas.cells.filter { isShown($0.category) && $0.isSlow(times: times) }
            .sorted { ($0.p, $0.category, $0.area) < ($1.p, $1.category, $1.area) }
        let byRatio = areas.cells.count { $0.isSlower && ($0.ratio ?? 0) >= times }
        let different = areas.cells.count(where: \.differs)
        return FigureTable(
            words("Kinds that take \(limit(times)) times longer in one area"),
            header: slow.isEmpty
                ? []
                : [
                    "", "", words("requests"), words("half in"), words("elsewhere"), "p",
                ],
            rows: slow.prefix(longest).map {
                [
                    name($0.category), title($0.area), told($0.requests), days($0.median),
                    isSmall($0.rest) ? "–" : days($0.restMedian),
                    $0.p < 0.0001 ? words.marked("< 0.0001") : words.decimal($0.p, places: 4),
                ]
            },
            notes: [
                words(
                    """
                    Of \(words.count(areas.cells.count)) cells with \(words.count(AreaTypes.fewest)) residents' requests \
                    \(words.count(byRatio)) by the ratio of medians, \(words.count(slow.count)) of them by the log-rank test too \
                    (Benjamini-Hochberg 5 % over all cells); any difference: \(words.count(different)).
                    """)
            ])
    }
}
