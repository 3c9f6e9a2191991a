import Chronology
import Statistics
package import Disclosure
package import Locating
package import PageLanguage

/// What a report says of periods, slow kinds, referrals, targets, a change and the months to come, as small tables for the
/// terminal and for pages.
package struct PeriodTables {
    private let history: CaseHistory
    /// Returns the title of an area.
    private let title: (Int) -> String
    private let privacy: PrivateCategories
    private let longest: Int
    private let words: PageWords

    /// - Parameter longest: How many lines a list has.
    package init(
        _ history: CaseHistory, layer: AreaLayer, privacy: PrivateCategories, longest: Int = 12,
        words: PageWords = .english
    ) {
        self.init(
            history, title: { layer.title($0, in: words) }, privacy: privacy, longest: longest, words: words)
    }

    /// - Parameters:
    ///   - title: Returns the title of an area.
    ///   - longest: How many lines a list has.
    package init(
        _ history: CaseHistory, title: @escaping (Int) -> String, privacy: PrivateCategories,
        longest: Int = 12, words: PageWords = .english
    ) {
        self.history = history
        self.title = title
        self.privacy = privacy
        self.longest = longest
        self.words = words
    }

    private func name(_ category: Int) -> String { words.word(history.names[category]) }
    private func isShown(_ category: Int) -> Bool { !privacy.isWithheld(history.names[category]) }

    private func told(_ count: Int) -> String {
        privacy.audience.hides(count) ? words.word(CountBand.few.text) : words.count(count)
    }

    private func isSmall(_ counts: Int...) -> Bool { privacy.audience.hides(counts) }

    private func days(_ value: Double?) -> String {
        value.map { words.shortDays($0) } ?? words("more than half open")
    }

    /// How many times longer a kind is to take.
    private func limit(_ times: Double) -> String {
        words.decimal(times, places: times == times.rounded() ? 0 : 1)
    }

    // MARK: Periods

    package func periods(_ report: PeriodReport) -> [FigureTable] {
        let span = report.span
        if let gap = history.closings.gap(words, told: told) {
            return [FigureTable(words("By \(span.periods.kind.noun(words))"), rows: [], notes: [gap])]
        }
        let cells = PeriodCells(words)
        let rows = report.city.levels.enumerated().map { index, level in
            let hidden = isSmall(level.opened, level.closed)
            return [
                span.name(index, in: words), told(level.opened), told(level.closed), told(level.backlog),
                hidden ? "–" : cells.median(level),
                isSmall(level.onTime, level.due - level.onTime) ? "–" : cells.share(level),
                hidden || isSmall(level.previousYear ?? 0) ? "–" : cells.yearBefore(level),
                cells.flags(level),
            ]
        }
        let kind = span.periods.kind.noun(words)
        var first = [
            words(
                """
                Open at end = open before + opened − closed. Half in: by the \(kind) of opening, open ones counted as long as \
                they have waited (Kaplan-Meier, 95 %). On time: by the \(kind) of the due time, and closed by that moment; in the \
                tables above, by the end of the day of it.
                """)
        ]
        if let late = span.lateBeginning(words) { first.append(late) }
        if span.periods.firstMonth != 1, span.periods.kind == .year {
            let month = words.month(span.periods.firstMonth)
            first.append(
                words("Fiscal years begin in \(month) and are named after the year of their end."))
        }
        let spread = words.decimal(report.anomalies.spread, places: 2)
        let shortened =
            rows.count > Self.mostPeriods
            ? [
                words(
                    "The last \(words.count(Self.mostPeriods)) are shown; all are in the output of -o.")
            ] : []
        return [
            FigureTable(
                words("By \(kind)"),
                header: [
                    "", words("opened", context: "requests"), words("closed", context: "requests"),
                    words("open at end"), words("half in"), words("on time"), words("to the year before"), "",
                ],
                rows: Array(rows.suffix(Self.mostPeriods)),
                notes: [
                    first.joined(separator: " "),
                    words(
                        """
                        Year before: ratio of the opened and its 95 % interval, by the usual spread (φ = \(spread)); an unfinished \
                        \(kind) is compared on the same days only.
                        """),
                ] + shortened),
            anomalies(report),
        ]
    }

    private static let mostPeriods = 36

    private func anomalies(_ report: PeriodReport) -> FigureTable {
        let title = words("Far more or fewer than usual")
        guard report.hasAnomalies else {
            let needed = words.count(Anomalies.fewestPeriods)
            return FigureTable(
                title, rows: [], notes: [words("Not looked for: that takes \(needed) finished periods.")])
        }
        let flags = report.anomalies.flags.filter { isShown($0.category) && !isSmall($0.count) }
            .sorted {
                (-abs($0.z), history.names[$0.category], $0.period)
                    < (-abs($1.z), history.names[$1.category], $1.period)
            }
        let judged = words.count(report.anomalies.judged.count)
        let note =
            flags.isEmpty
            ? words(
                """
                None of \(judged) categories with five a period. z: residual of a two-way median polish of 2 √(n + 3/8); beyond \
                3.5 (further out the more cells there are), and 10 more or fewer than usual.
                """)
            : words(
                """
                \(words.count(flags.count)) of \(judged) categories with five a period. z: residual of a two-way median polish \
                of 2 √(n + 3/8); beyond 3.5 (further out the more cells there are), and 10 more or fewer than usual.
                """)
        return FigureTable(
            title,
            header: flags.isEmpty
                ? []
                : ["", "", words("opened", context: "requests"), words("usual", context: "requests"), "z"],
            rows: flags.prefix(longest).map {
                [
                    name($0.category), report.span.name($0.period, in: words), words.count($0.count),
                    words.decimal($0.usual), words.decimal($0.z),
                ]
            }, notes: [note])
    }

    // MARK: Slow kinds

    package func slow(_ types: SlowTypes, times: Double) -> FigureTable {
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
                    isSmall(kind.open) ? "–" : words.share(kind.open, of: kind.requests, places: 0),
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
                    days($0.restMedian),
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

    // MARK: Referrals

    package func referrals(_ comparison: ChannelComparison, open: [Int32], id: (Int) -> String)
        -> [FigureTable]
    {
        func row(_ name: String, tally: TargetTally, open: Int) -> [String] {
            [
                name, told(tally.known),
                isSmall(tally.onTime, tally.late) ? "–" : words.share(tally.onTime, of: tally.known),
                told(open),
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
                        own.hasDue && own.due < history.end ? words("yes") : own.hasDue ? words("no") : "–",
                    ]
                },
                notes: open.count > longest ? [words("and \(rest) more in the workbook of -o")] : []))
        return tables
    }

    private func notes(_ comparison: ChannelComparison) -> [String] {
        guard let difference = comparison.difference, comparison.isTellable else {
            return [words("Too few in the same categories to compare.")]
        }
        func points(_ value: Double) -> String { words.signed(100 * value) }
        let (low, high) = (difference.interval.lowerBound, difference.interval.upperBound)
        var notes = [
            words(
                """
                Within categories: \(points(difference.difference)) points on time (\(points(low)) to \(points(high))), \
                Mantel-Haenszel over \(words.count(comparison.categories)) categories that both have; \
                \(told(difference.leftOut)) in categories of one side left out.
                """)
        ]
        if let median = comparison.medianDifference {
            let days = words.shortDays(abs(median))
            notes.append(
                median < 0
                    ? words("Half are closed \(days) sooner within categories (by the same weights).")
                    : words("Half are closed \(days) later within categories (by the same weights)."))
        }
        notes.append(
            words(
                "The shares above compare other kinds of requests; only the difference within categories does not."
            ))
        return notes
    }

    // MARK: Targets, change, months to come

    package func targets(_ rules: TargetRules) -> FigureTable {
        let shown = rules.categories.filter { isShown($0.category) }
        return FigureTable(
            words("By which days are targets counted"),
            header: shown.isEmpty
                ? []
                : [
                    "", words("with due"), words("calendar"), words("weekdays"), words("business days"),
                    words("rule"),
                ],
            rows: shown.prefix(2 * longest).map { own in
                let cells = own.fits.map { fit in
                    words(
                        "\(words.share(fit.matching, of: own.requests, places: 0)) (\(String(fit.days)) d)"
                    )
                }
                return [name(own.category), told(own.requests)] + cells
                    + [own.best().map(rule) ?? words("none fits")]
            },
            notes: [
                words(
                    """
                    The share of a kind's requests that have its commonest number of days; a rule is named where it fits 95 %. \
                    Business days leave out the holidays of business: in the city file; write a target as 5 bd.
                    """)
            ])
    }

    private func rule(_ fit: TargetRules.Fit) -> String {
        let days = String(fit.days)
        return switch fit.rule {
        case .calendar: words("\(days) d")
        case .weekdays: words("\(days) weekdays")
        case .business: words("\(days) bd")
        }
    }

    package func change(_ change: BeforeAfter) -> FigureTable {
        let title = words("Before and after \(words.day(change.day))")
        guard let own = change.changed else {
            return FigureTable(
                title, rows: [],
                notes: [words("Nothing was opened on both sides of the day and followed long enough.")])
        }
        func row(_ unit: BeforeAfter.Unit) -> [String] {
            [
                words.word(unit.name), told(unit.before), words.shortDays(unit.meanBefore), told(unit.after),
                words.shortDays(unit.meanAfter),
            ]
        }
        let others = change.comparisons.sorted { ($1.before, $0.name) < ($0.before, $1.name) }
        var notes = [
            words(
                """
                Days to close, at most \(words.decimal(change.settings.within, places: 0)), of those opened in \
                \(words.count(change.settings.weeks)) weeks before and after and followed so long.
                """)
        ]
        if let effect = change.effect {
            notes.append(
                words("θ = \(signed(effect)) d: its difference less that of the comparisons.") + " "
                    + verdict(change))
        } else {
            let fewest = words.count(BeforeAfter.fewestRequests)
            notes.append(
                words("Nothing to compare with: a comparison has \(fewest) requests on each side."))
        }
        if let trend = change.trendBefore {
            notes.append(words("Before the change it drifted from them by \(signed(trend)) d a week."))
        }
        return FigureTable(
            title,
            header: [
                "", words("before", context: "requests"), words("mean"), words("after", context: "requests"),
                words("mean"),
            ], rows: [row(own)] + others.prefix(longest).map(row), notes: notes)
    }

    private func signed(_ value: Double) -> String { words.signed(value, places: 2) }

    private func verdict(_ change: BeforeAfter) -> String {
        let placebos = words.count(change.placebos)
        guard let p = change.p, let interval = change.interval, let detectable = change.detectable else {
            let fewest = words.count(BeforeAfter.fewestPlacebos)
            return words(
                "No verdict: \(placebos) placebos are fewer than \(fewest), or its own earlier windows are too few."
            )
        }
        let limits = words(
            """
            95 % \(signed(interval.lowerBound)) to \(signed(interval.upperBound)), p \(words.decimal(p, places: 3)) among \
            \(placebos) placebos
            """)
        return switch change.verdict {
        case .faster: words("It became faster (\(limits)).")
        case .slower: words("It became slower (\(limits)).")
        case .notSeen, .tooLittle:
            words(
                "No more than where nothing changed (\(limits)); an effect of \(words.decimal(detectable)) d could have been seen."
            )
        }
    }

    package func forecast(_ forecasts: [CategoryForecast]) -> FigureTable {
        let shown = forecasts.filter { isShown($0.category) }
        let months = shown.first?.months ?? []
        return FigureTable(
            words("Months to come"), header: [""] + months + ["MASE"],
            rows: shown.prefix(longest).map { own in
                [name(own.category)]
                    + own.forecast.months.map { month in
                        let count = words.decimal(month.count, places: 0)
                        guard let low = month.low, let high = month.high else { return count }
                        return
                            "\(count) (\(words.decimal(low, places: 0))–\(words.decimal(high, places: 0)))"
                    }
                    + [
                        own.forecast.mase.map {
                            let mase = words.decimal($0, places: 2)
                            return own.forecast.isUsed ? mase : words("\(mase), last year's months")
                        } ?? "–"
                    ]
            },
            notes: [
                words(
                    """
                    Exponential smoothing with a multiplicative season, no trend; in brackets the middle eight in ten of its errors \
                    in a back-test every three months. MASE below 1: better than last year's months; else those are shown. Areas: \
                    the category's forecast times the area's share of the last twelve months.
                    """)
            ])
    }

    /// What the months to come bring to each area, of the largest categories: the category's forecast times the area's share.
    package func forecastByArea(_ forecasts: [CategoryForecast], areas: Int) -> FigureTable {
        let shown = forecasts.filter { isShown($0.category) }
        let largest = shown.prefix(Self.mostByArea)
        let title = words(
            "Months to come by area, \(words.count(shown.first?.months.count ?? 0)) in all")
        guard privacy.audience == .internal else {
            return FigureTable(
                title, rows: [], notes: [words("Not shown: shares of areas could tell small counts.")])
        }
        func cell(_ own: CategoryForecast, _ area: Int) -> Double {
            own.areaShares[area] * own.forecast.months.reduce(0) { $0 + $1.count }
        }
        return FigureTable(
            title, header: [""] + largest.map { name($0.category) } + [words("all foretold")],
            rows: (0..<areas).map { area in
                [self.title(area)] + largest.map { words.decimal(cell($0, area), places: 0) }
                    + [words.decimal(shown.reduce(0) { $0 + cell($1, area) }, places: 0)]
            },
            notes: [
                words(
                    """
                    The category's forecast times the area's share of the last twelve months; each month and category is in the \
                    workbook of -o.
                    """)
            ])
    }

    private static let mostByArea = 4
}
