import Chronology
import Disclosure
import Foundation
import Maps
import PageLanguage
import ServiceLevels

/// The sections that show series over periods: the backlog, what was opened and closed, and what was on time.
struct SeriesSections {
    let frame: PageFrame
    let span: PeriodSpan

    private var words: PageWords { frame.words }
    private var kind: String { span.periods.kind.noun(words) }

    // MARK: Axis

    /// Years where a period begins one, else each period.
    var ticks: [ChartTick] {
        let names = span.numbers.indices.map { span.name($0 - span.numbers.lowerBound) }
        let years = names.enumerated().filter { $0.element.hasSuffix("-01") || $0.element.hasSuffix("Q1") }
            .map { ChartTick($0.offset, String($0.element.prefix(4))) }
        return years.count >= 2 ? years : names.indices.map { ChartTick($0, name($0)) }
    }

    private func name(_ index: Int) -> String { span.name(index, in: words) }

    /// Where the file has not yet filled up, and the unfinished end.
    private func unsure(_ levels: [PeriodLevel], isStock: Bool) -> [SeriesChart.Unsure] {
        var parts: [SeriesChart.Unsure] = []
        let filling = levels.prefix { $0.flags.contains(.fillingUp) }.count
        if isStock, filling > 0, filling < levels.count {
            parts.append(SeriesChart.Unsure(0..<filling, words("filling up")))
        }
        let late = levels.prefix { $0.flags.contains(.beginsLate) }.count
        if !isStock, late > 0, late < levels.count {
            parts.append(SeriesChart.Unsure(0..<late, words("begins late")))
        }
        let finished = levels.prefix(while: \.isFinished).count
        if finished < levels.count {
            parts.append(SeriesChart.Unsure(finished..<levels.count, words("unfinished")))
        }
        return parts
    }

    /// A picture of a series; `nil` where that has fewer than two points.
    private func figure(_ chart: SeriesChart, _ alternative: String) -> PageFigure? {
        chart.lines.contains { line in line.values.count { $0 != nil } >= 2 }
            ? PageFigure(.series(chart), alternative: alternative) : nil
    }

    private func table(
        _ caption: String, _ series: PeriodSeries, header: [String], wordColumns: Set<Int> = [0],
        cells: (Int) -> [String]
    ) -> PageTable {
        PageTable(
            caption: caption, header: [span.periods.kind.heading(words)] + header,
            rows: series.levels.indices.map { [name($0)] + cells($0) },
            wordColumns: wordColumns)
    }

    // MARK: Backlog

    func backlog(_ told: ToldSeries, growth: String?) -> PageSection {
        let levels = told.series.levels
        let values = levels.indices.map { told.drawn(.backlog, at: $0) }
        let shown = levels.indices.filter { told.tells(.backlog, at: $0) }
        let most = shown.max { (levels[$0].backlog, $1) < (levels[$1].backlog, $0) } ?? 0
        let (count, period) = (told.text(.backlog, at: most, in: words), name(most))
        let alternative =
            growth.map {
                words(
                    "Open requests at the end of each \(kind). \($0) Most were \(count) at the end of \(period)."
                )
            }
            ?? words("Open requests at the end of each \(kind).  Most were \(count) at the end of \(period).")
        return PageSection(
            growth.map { String($0.dropLast()) } ?? words("The backlog"),
            paragraphs: [
                words("Open at the end of each \(kind): those open before, plus opened, less closed.")
            ],
            figure: figure(
                SeriesChart(
                    lines: [.init(words("open", context: "requests"), values, form: .first)], unit: .count,
                    ticks: ticks, ground: .filled, unsure: unsure(levels, isStock: true)), alternative),
            tables: [
                table(
                    words("Open at the end of each \(kind)"), told.series,
                    header: [words("Open at end"), words("Half closed in"), ""], wordColumns: [0, 3]
                ) { index in
                    [
                        told.text(.backlog, at: index, in: words),
                        cells.median(told, at: index),
                        cells.flags(levels[index]),
                    ]
                }
            ],
            notes: [
                words(
                    """
                    Half closed in: of those opened in the \(kind), open ones counted as long as they have waited (Kaplan-Meier), with \
                    its 95 % interval; of young \(span.periods.kind.plural(words)) the shares closed within 7 and 30 days. Filling up: \
                    the backlog counts only what the file holds, until that is older than nine in ten requests take, of those \
                    that are ever closed.
                    """)
            ] + [told.series.unusableNote(words)].compactMap(\.self))
    }

    private var cells: PeriodCells { PeriodCells(words) }

    // MARK: Opened and closed

    func movement(_ told: ToldSeries, spread: Double) -> PageSection {
        let isSpreadKnown = told.series.levels.count(where: \.isFinished) >= Anomalies.fewestPeriods
        let levels = told.series.levels
        // What a part of a period brought would look like a rise or a fall.
        let opened = levels.indices.map { levels[$0].isWhole ? told.drawn(.opened, at: $0) : nil }
        let closed = levels.indices.map { levels[$0].isWhole ? told.drawn(.closed, at: $0) : nil }
        let last = levels.lastIndex(where: \.isFinished) ?? 0
        let isFinished = !levels.isEmpty && levels[last].isFinished
        let heading =
            isFinished && told.series.tellsStocks
            ? words(
                "Opened and closed: \(told.text(.opened, at: last, in: words)) and \(told.text(.closed, at: last, in: words)) in \(span.title(last, in: words))"
            ) : words("Opened and closed")
        let (count, unit) = (words.count(levels.count), span.periods.kind.plural(words))
        return PageSection(
            heading, paragraphs: [words("Requests opened and requests closed in each \(kind).")],
            figure: figure(
                SeriesChart(
                    lines: [
                        .init(words("opened", context: "requests"), opened, form: .second),
                        .init(words("closed", context: "requests"), closed, form: .first),
                    ].filter(\.hasValues), unit: .count, ticks: ticks, unsure: unsure(levels, isStock: false)),
                words("Two lines over \(count) \(unit). \(heading); all figures stand in the table.")),
            tables: [
                table(
                    words("Opened and closed in each \(kind)"), told.series,
                    header: [
                        words("Opened", context: "requests"), words("Closed", context: "requests"),
                        words("To the year before"), "",
                    ], wordColumns: [0, 4]
                ) { index in
                    [
                        told.text(.opened, at: index, in: words), told.text(.closed, at: index, in: words),
                        told.tells(.yearBefore, at: index) ? cells.yearBefore(levels[index]) : "–",
                        cells.flags(levels[index]),
                    ]
                }
            ],
            notes: [
                words(
                    """
                    Year before: a / b with its 95 % interval exp(ln(a / b) ± 1.96 √(φ / a + φ / b)), φ = \
                    \(words.decimal(spread, places: 2)) being how much wider counts vary than by chance; an unfinished \(kind) is \
                    compared with the same days only.
                    """)
            ]
                + (isSpreadKnown
                    ? []
                    : [words("From so few \(unit) φ is hardly known: the interval may be too narrow.")]))
    }

    // MARK: On time

    /// Shares on time by due period, of all and of residents and staff where these are told apart; `nil` where nothing is due.
    func onTime(_ groups: [(kind: PeriodReport.Kind, told: ToldSeries)]) -> PageSection? {
        guard let toldOwn = (groups.count > 1 ? groups[1] : groups.first)?.told,
            toldOwn.series.tellsWaits, toldOwn.series.levels.contains(where: { $0.due > 0 })
        else { return nil }
        let own = toldOwn.series
        let forms: [ChartForm] = groups.count == 1 ? [.first] : [.second, .first, .third]
        let lines = zip(groups, forms).map { group, form in
            SeriesChart.Line(
                name(group.kind),
                group.told.series.levels.enumerated().map { index, level in
                    // A share of a handful says nothing.
                    !level.isFinished || level.due < CountBand.threshold
                        || !group.told.tells(.onTime, at: index)
                        ? nil : level.shareOnTime
                }, form: form)
        }.filter(\.hasValues)
        let heading = onTimeHeading(groups)
        // A column of which nothing may be told is left out.
        let columns = groups.filter { group in
            own.levels.indices.contains { group.told.tells(.onTime, at: $0) }
        }
        let isPartHidden = columns.contains { group in
            !own.levels.indices.allSatisfy { group.told.tells(.onTime, at: $0) }
        }
        let told = Set(columns.map(\.kind))
        let hidden = hiddenNotes(
            of: groups.map(\.kind).filter { !told.contains($0) }, isPartHidden: isPartHidden)
        // Without a share neither table nor picture says anything, and why there is none is said instead.
        guard !columns.isEmpty else { return PageSection(heading, paragraphs: hidden) }
        let names = lines.map(\.name).joined(separator: ", ")
        let (count, unit) = (words.count(own.levels.count), span.periods.kind.plural(words))
        let chart = figure(
            SeriesChart(
                lines: lines, unit: .share, ticks: ticks, unsure: unsure(own.levels, isStock: false)),
            words("\(heading). Lines of \(names) over \(count) \(unit); all figures stand in the table."))
        return PageSection(
            heading,
            paragraphs: [
                words(
                    """
                    The share closed in time, by the \(kind) of the due time: by the \(kind) of closing an old backlog that is worked \
                    off would look like failure, and one that is left like success.
                    """)
            ],
            figure: chart,
            tables: [
                PageTable(
                    caption: words("On time by the \(kind) of the due time"),
                    header: [span.periods.kind.heading(words)] + columns.map { column(of: $0.kind) },
                    rows: own.levels.indices.map { index in
                        [name(index)]
                            + columns.map { group in
                                group.told.tells(.onTime, at: index)
                                    ? cells.share(group.told.series.levels[index]) : "–"
                            }
                    })
            ],
            notes: [
                words(
                    """
                    In time is here what was closed by the due moment. The shares of all and of areas count what was closed by the end \
                    of the due day.
                    """)
            ] + (chart == nil ? [] : [axis]) + hidden)
    }

    private var axis: String {
        words(
            "The axis may begin above 0 %. Periods with fewer than \(words.count(CountBand.threshold)) due have no point."
        )
    }

    /// Of whom no share may be told, and what stands where one may not be.
    private func hiddenNotes(of kinds: [PeriodReport.Kind], isPartHidden: Bool) -> [String] {
        var notes: [String] = []
        if !kinds.isEmpty {
            let names = kinds.map { self.name($0) }.joined(separator: ", ")
            notes.append(words("Not shown, since they would tell small counts: shares of \(names)."))
        }
        if isPartHidden {
            notes.append(words("–: not shown, since it would tell a small count, its own or another's."))
        }
        return notes
    }

    /// Says whose share it is: residents', where staff's are told apart and theirs may be told, else that of all.
    private func onTimeHeading(_ groups: [(kind: PeriodReport.Kind, told: ToldSeries)]) -> String {
        for group in Array(groups.dropFirst().prefix(1)) + groups.prefix(1) {
            let levels = group.told.series.levels
            guard
                let last = levels.lastIndex(where: { $0.isFinished && $0.due >= CountBand.threshold }),
                group.told.tells(.onTime, at: last)
            else { continue }
            let share = words.share(levels[last].onTime, of: levels[last].due)
            let period = span.title(last, in: words)
            return group.kind == .residents
                ? words("On time: \(share) of residents' requests that came due in \(period)")
                : words("On time: \(share) of all that came due in \(period)")
        }
        return words("On time")
    }

    private func name(_ kind: PeriodReport.Kind) -> String {
        switch kind {
        case .all: words("all", context: "requests")
        case .residents: words("residents")
        case .staff: words("staff")
        }
    }

    /// What stands above the shares of who made the requests.
    private func column(of kind: PeriodReport.Kind) -> String {
        switch kind {
        case .all: words("Of all")
        case .residents: words("Of residents")
        case .staff: words("Of staff")
        }
    }
}
