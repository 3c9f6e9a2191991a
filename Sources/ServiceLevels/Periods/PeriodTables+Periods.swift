import Chronology
import Disclosure
import PageLanguage

extension PeriodTables {
    package func periods(_ report: PeriodReport) -> [FigureTable] {
        let span = report.span
        if let gap = history.closings.gap(words, told: told) {
            return [FigureTable(words("By \(span.periods.kind.noun(words))"), rows: [], notes: [gap])]
        }
        let cells = PeriodCells(words)
        let hidden = report.hidden(from: privacy.audience)
        let told = ToldSeries(report, hidden: hidden, audience: privacy.audience)
        let rows = report.city.levels.enumerated().map { index, level in
            let counts = [ToldSeries.Figure.opened, .closed, .backlog].map {
                told.text($0, at: index, in: words)
            }
            return [span.name(index, in: words)] + counts + [
                cells.median(told, at: index),
                told.tells(.onTime, at: index) ? cells.share(level) : "–",
                told.tells(.yearBefore, at: index) ? cells.yearBefore(level) : "–", cells.flags(level),
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
        if let years = span.fiscalYears(words) { first.append(years) }
        if let unusable = report.city.unusableNote(words) { first.append(unusable) }
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
            anomalies(report, hidden),
        ]
    }

    private static let mostPeriods = 36

    private func anomalies(_ report: PeriodReport, _ hidden: HiddenPeriods) -> FigureTable {
        let title = words("Far more or fewer than usual")
        guard report.hasAnomalies else {
            let needed = words.count(Anomalies.fewestPeriods)
            return FigureTable(
                title, rows: [], notes: [words("Not looked for: that takes \(needed) finished periods.")])
        }
        let flags = report.toldAnomalies(hidden).filter { isShown($0.category) && !isSmall($0.count) }
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
}
