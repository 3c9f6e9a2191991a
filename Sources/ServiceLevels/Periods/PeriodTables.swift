import Chronology
import Statistics
package import Disclosure
package import Locating
import Records

/// What a report says of periods, slow kinds, referrals, targets, a change and the months to come, as small tables for the
/// terminal and for pages.
package struct PeriodTables {
    private let history: CaseHistory
    /// Returns the title of an area.
    private let title: (Int) -> String
    private let privacy: PrivateCategories
    private let longest: Int

    /// - Parameter longest: How many lines a list has.
    package init(_ history: CaseHistory, layer: AreaLayer, privacy: PrivateCategories, longest: Int = 12) {
        self.init(history, title: layer.title, privacy: privacy, longest: longest)
    }

    /// - Parameters:
    ///   - title: Returns the title of an area.
    ///   - longest: How many lines a list has.
    package init(
        _ history: CaseHistory, title: @escaping (Int) -> String, privacy: PrivateCategories,
        longest: Int = 12
    ) {
        self.history = history
        self.title = title
        self.privacy = privacy
        self.longest = longest
    }

    private func name(_ category: Int) -> String { history.names[category] }
    private func isShown(_ category: Int) -> Bool { !privacy.isWithheld(name(category)) }

    private func told(_ count: Int) -> String {
        privacy.audience.hides(count) ? CountBand.few.text : NumberText.count(count)
    }

    private func isSmall(_ counts: Int...) -> Bool { privacy.audience.hides(counts) }

    private func days(_ value: Double?, open: Bool = true) -> String {
        value.map { DayText.short($0) } ?? (open ? "more than half open" : "–")
    }

    // MARK: Periods

    package func periods(_ report: PeriodReport) -> [FigureTable] {
        let span = report.span
        let rows = report.city.levels.enumerated().map { index, level in
            let hidden = isSmall(level.opened, level.closed)
            return [
                span.name(index), told(level.opened), told(level.closed), told(level.backlog),
                hidden ? "–" : PeriodCells.median(level),
                isSmall(level.onTime, level.due - level.onTime)
                    ? "–" : PeriodCells.share(level),
                hidden || isSmall(level.previousYear ?? 0) ? "–" : PeriodCells.yearBefore(level),
                PeriodCells.flags(level),
            ]
        }
        let kind = span.periods.kind.rawValue
        let fiscal =
            span.periods.firstMonth == 1 || span.periods.kind != .year
            ? ""
            : " Fiscal years begin in \(DayText.months[span.periods.firstMonth - 1]) and are named after the year of their end."
        var tables = [
            FigureTable(
                "By \(kind)",
                header: [
                    "", "opened", "closed", "open at end", "half in", "on time", "to the year before", "",
                ],
                rows: Array(rows.suffix(36)),
                notes: [
                    "Open at end = open before + opened − closed. Half in: by the \(kind) of opening, open ones counted as long as"
                        + " they have waited (Kaplan-Meier, 95 %). On time: by the \(kind) of the due time."
                        + fiscal,
                    "Year before: ratio of the opened and its 95 % interval, by the usual spread (φ ="
                        + " \(NumberText.decimal(report.anomalies.spread, places: 2))); an unfinished \(kind) is compared on the same days only.",
                ])
        ]
        if report.city.levels.count > 36 {
            tables[0] = FigureTable(
                tables[0].title, header: tables[0].header, rows: tables[0].rows,
                notes: tables[0].notes + ["The last 36 are shown; all are in the output of -o."])
        }
        tables.append(anomalies(report))
        return tables
    }

    private func anomalies(_ report: PeriodReport) -> FigureTable {
        let title = "Far more or fewer than usual"
        guard report.hasAnomalies else {
            return FigureTable(
                title, rows: [],
                notes: ["Not looked for: that takes \(Anomalies.fewestPeriods) finished periods."])
        }
        let flags = report.anomalies.flags.filter { isShown($0.category) && !isSmall($0.count) }
            .sorted {
                (-abs($0.z), name($0.category), $0.period) < (-abs($1.z), name($1.category), $1.period)
            }
        return FigureTable(
            title, header: flags.isEmpty ? [] : ["", "", "opened", "usual", "z"],
            rows: flags.prefix(longest).map {
                [
                    name($0.category), report.span.name($0.period), NumberText.count($0.count),
                    NumberText.decimal($0.usual), NumberText.decimal($0.z),
                ]
            },
            notes: [
                "\(flags.isEmpty ? "None" : NumberText.count(flags.count)) of \(NumberText.count(report.anomalies.judged.count))"
                    + " categories with five a period. z: residual of a two-way median polish of 2 √(n + 3/8); beyond 3.5 (further out the more cells there are), and 10 more"
                    + " or fewer than usual."
            ])
    }

    // MARK: Slow kinds

    package func slow(_ types: SlowTypes, times: Double) -> FigureTable {
        let kinds = types.kinds.filter { isShown($0.category) && $0.looksSlower(than: times) }
        let limit = NumberText.decimal(times, places: times == times.rounded() ? 0 : 1)
        return FigureTable(
            "Kinds that take \(limit) times longer and more",
            header: kinds.isEmpty ? [] : ["", "requests", "open", "half in", "times the city's", "95 %", ""],
            rows: kinds.prefix(longest).map { kind in
                func ratio(_ value: Double) -> String {
                    value.isFinite ? NumberText.decimal(value) : "not reached"
                }
                return [
                    name(kind.category), told(kind.requests),
                    isSmall(kind.open) ? "–" : NumberText.wholeShare(kind.open, of: kind.requests),
                    days(kind.median), (kind.isBound ? "more than " : "") + NumberText.decimal(kind.ratio),
                    "\(ratio(kind.low)) to \(ratio(kind.high))",
                    kind.isSlower(than: times) ? "slower" : "may be chance",
                ]
            },
            notes: [
                "\(kinds.count(where: { $0.isSlower(than: times) })) of \(types.kinds.count) kinds with \(SlowTypes.fewest) residents' requests"
                    + " are slower than \(limit) times by the lower end of the interval (bootstrap, 1,000 draws; Brookmeyer and Crowley's of more than 1,000 requests)."
                    + " Residents' requests of the city: half in \(days(types.cityMedian)).",
                "Open requests count as long as they have waited: means of the closed hide kinds of which most are open.",
            ])
    }

    package func slow(_ areas: AreaTypes, times: Double) -> FigureTable {
        let slow = areas.cells.filter { isShown($0.category) && $0.isSlow(times: times) }
            .sorted { ($0.p, $0.category, $0.area) < ($1.p, $1.category, $1.area) }
        let byRatio = areas.cells.count { $0.isSlower && ($0.ratio ?? 0) >= times }
        let limit = NumberText.decimal(times, places: times == times.rounded() ? 0 : 1)
        return FigureTable(
            "Kinds that take \(limit) times longer in one area",
            header: slow.isEmpty ? [] : ["", "", "requests", "half in", "elsewhere", "p"],
            rows: slow.prefix(longest).map {
                [
                    name($0.category), title($0.area), told($0.requests), days($0.median),
                    days($0.restMedian),
                    $0.p < 0.0001 ? "< 0.0001" : NumberText.decimal($0.p, places: 4),
                ]
            },
            notes: [
                "Of \(NumberText.count(areas.cells.count)) cells with \(AreaTypes.fewest) residents' requests \(byRatio) by the ratio of medians,"
                    + " \(slow.count) of them by the log-rank test too (Benjamini-Hochberg 5 % over all cells); any difference: "
                    + "\(areas.cells.count(where: \.differs))."
            ])
    }

    // MARK: Referrals

    package func referrals(_ comparison: ChannelComparison, open: [Int32], id: (Int) -> String)
        -> [FigureTable]
    {
        func row(_ name: String, tally: TargetTally, open: Int) -> [String] {
            [
                name, told(tally.known),
                isSmall(tally.onTime, tally.late) ? "–" : NumberText.share(tally.onTime, of: tally.known),
                told(open),
            ]
        }
        var notes: [String] = []
        if let difference = comparison.difference, comparison.isTellable {
            func points(_ value: Double) -> String {
                (value >= 0 ? "+" : "") + NumberText.decimal(100 * value)
            }
            notes.append(
                "Within categories: \(points(difference.difference)) points on time"
                    + " (\(points(difference.interval.lowerBound)) to \(points(difference.interval.upperBound))), Mantel-Haenszel over"
                    + " \(comparison.categories) categories that both have; \(told(difference.leftOut)) in categories of one side left out."
            )
            if let median = comparison.medianDifference {
                notes.append(
                    "Half are closed \(DayText.short(abs(median))) \(median < 0 ? "sooner" : "later") within categories (by the same weights)."
                )
            }
            notes.append(
                "The shares above compare other kinds of requests; only the difference within categories does not."
            )
        } else {
            notes.append("Too few in the same categories to compare.")
        }
        var tables = [
            FigureTable(
                "Referrals", header: ["", "come due", "on time", "open"],
                rows: [
                    row("referred", tally: comparison.ones, open: comparison.onesOpen),
                    row("other residents'", tally: comparison.others, open: comparison.othersOpen),
                ], notes: notes)
        ]
        guard !open.isEmpty, privacy.audience == .internal else { return tables }
        tables.append(
            FigureTable(
                "Open referrals, the oldest first", header: ["", "", "open for", "past due"],
                rows: open.prefix(longest).map { index in
                    let own = history.cases[Int(index)]
                    return [
                        id(Int(own.row)), name(Int(own.category)),
                        DayText.short(Double(history.end - own.opened) / 86_400),
                        own.hasDue && own.due < history.end ? "yes" : own.hasDue ? "no" : "–",
                    ]
                },
                notes: open.count > longest
                    ? ["and \(NumberText.count(open.count - longest)) more in the workbook of -o"] : []))
        return tables
    }

    // MARK: Targets, change, months to come

    package func targets(_ rules: TargetRules) -> FigureTable {
        let shown = rules.categories.filter { isShown($0.category) }
        return FigureTable(
            "By which days are targets counted",
            header: shown.isEmpty ? [] : ["", "with due", "calendar", "weekdays", "business days", "rule"],
            rows: shown.prefix(2 * longest).map { own in
                let cells = own.fits.map { fit in
                    "\(NumberText.wholeShare(fit.matching, of: own.requests)) (\(fit.days) d)"
                }
                let best = own.best()
                return [name(own.category), told(own.requests)] + cells
                    + [
                        best.map {
                            "\($0.days) \($0.rule == .calendar ? "d" : $0.rule == .weekdays ? "weekdays" : "bd")"
                        } ?? "none fits"
                    ]
            },
            notes: [
                "The share of a kind's requests that have its commonest number of days; a rule is named where it fits 95 %."
                    + " Business days leave out the holidays of business: in the city file; write a target as 5 bd."
            ])
    }

    package func change(_ change: BeforeAfter) -> FigureTable {
        let title = "Before and after \(DayText.long(change.day))"
        guard let own = change.changed else {
            return FigureTable(
                title, rows: [],
                notes: ["Nothing was opened on both sides of the day and followed long enough."])
        }
        func mean(_ value: Double) -> String { DayText.short(value) }
        let rows =
            [[own.name, told(own.before), mean(own.meanBefore), told(own.after), mean(own.meanAfter)]]
            + change.comparisons.sorted { ($1.before, $0.name) < ($0.before, $1.name) }.prefix(longest).map {
                [$0.name, told($0.before), mean($0.meanBefore), told($0.after), mean($0.meanAfter)]
            }
        var notes = [
            "Days to close, at most \(NumberText.decimal(change.settings.within, places: 0)), of those opened in \(change.settings.weeks) weeks"
                + " before and after and followed so long."
        ]
        if let effect = change.effect {
            notes.append(
                "θ = \(signed(effect)) d: its difference less that of the comparisons. " + verdict(change))
        } else {
            notes.append(
                "Nothing to compare with: a comparison has \(BeforeAfter.fewestRequests) requests on each side."
            )
        }
        if let trend = change.trendBefore {
            notes.append("Before the change it drifted from them by \(signed(trend)) d a week.")
        }
        return FigureTable(title, header: ["", "before", "mean", "after", "mean"], rows: rows, notes: notes)
    }

    private func signed(_ value: Double) -> String {
        (value >= 0 ? "+" : "") + NumberText.decimal(value, places: 2)
    }

    private func verdict(_ change: BeforeAfter) -> String {
        guard let p = change.p, let interval = change.interval, let detectable = change.detectable else {
            return
                "No verdict: \(change.placebos) placebos are fewer than \(BeforeAfter.fewestPlacebos), or its own earlier windows are too few."
        }
        let limits =
            "95 % \(signed(interval.lowerBound)) to \(signed(interval.upperBound)), p \(NumberText.decimal(p, places: 3)) among"
            + " \(NumberText.count(change.placebos)) placebos"
        return switch change.verdict {
        case .faster: "It became faster (\(limits))."
        case .slower: "It became slower (\(limits))."
        case .notSeen, .tooLittle:
            "No more than where nothing changed (\(limits)); an effect of \(NumberText.decimal(detectable)) d could have been seen."
        }
    }

    package func forecast(_ forecasts: [CategoryForecast]) -> FigureTable {
        let shown = forecasts.filter { isShown($0.category) }
        let months = shown.first?.months ?? []
        return FigureTable(
            "Months to come", header: [""] + months + ["MASE"],
            rows: shown.prefix(longest).map { own in
                [name(own.category)]
                    + own.forecast.months.map { month in
                        let count = NumberText.decimal(month.count, places: 0)
                        guard let low = month.low, let high = month.high else { return count }
                        return
                            "\(count) (\(NumberText.decimal(low, places: 0))–\(NumberText.decimal(high, places: 0)))"
                    }
                    + [
                        own.forecast.mase.map {
                            NumberText.decimal($0, places: 2)
                                + (own.forecast.isUsed ? "" : ", last year's months")
                        } ?? "–"
                    ]
            },
            notes: [
                "Exponential smoothing with a multiplicative season, no trend; in brackets the middle eight in ten of its errors in a"
                    + " back-test every three months. MASE below 1: better than last year's months; else those are shown. Areas: the"
                    + " category's forecast times the area's share of the last twelve months."
            ])
    }

    /// What the months to come bring to each area, of the largest categories: the category's forecast times the area's share.
    package func forecastByArea(_ forecasts: [CategoryForecast], areas: Int) -> FigureTable {
        let shown = forecasts.filter { isShown($0.category) }
        let largest = shown.prefix(Self.mostByArea)
        let title = "Months to come by area, \(shown.first?.months.count ?? 0) in all"
        guard privacy.audience == .internal else {
            return FigureTable(
                title, rows: [], notes: ["Not shown: shares of areas could tell small counts."])
        }
        func cell(_ own: CategoryForecast, _ area: Int) -> Double {
            own.areaShares[area] * own.forecast.months.reduce(0) { $0 + $1.count }
        }
        return FigureTable(
            title, header: [""] + largest.map { name($0.category) } + ["all foretold"],
            rows: (0..<areas).map { area in
                [self.title(area)] + largest.map { NumberText.decimal(cell($0, area), places: 0) }
                    + [NumberText.decimal(shown.reduce(0) { $0 + cell($1, area) }, places: 0)]
            },
            notes: [
                "The category's forecast times the area's share of the last twelve months; each month and category is in the workbook of -o."
            ])
    }

    private static let mostByArea = 4
}
