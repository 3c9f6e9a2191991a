import Chronology
import Disclosure
import Foundation
import Maps
import Records
import ServiceLevels

/// The sections that show series over periods: the backlog, what was opened and closed, and what was on time.
struct SeriesSections {
    let frame: PageFrame
    let span: PeriodSpan

    private var kind: String { span.periods.kind.rawValue }

    // MARK: Axis

    /// Years where a period begins one, else each period.
    var ticks: [ChartTick] {
        let names = span.numbers.indices.map { span.name($0 - span.numbers.lowerBound) }
        let years = names.enumerated().filter { $0.element.hasSuffix("-01") || $0.element.hasSuffix("Q1") }
            .map { ChartTick($0.offset, String($0.element.prefix(4))) }
        return years.count >= 2 ? years : names.enumerated().map { ChartTick($0.offset, $0.element) }
    }

    private func name(_ index: Int) -> String { span.name(index) }

    /// Where the file has not yet filled up, and the unfinished end.
    private func unsure(_ levels: [PeriodLevel], isStock: Bool) -> [SeriesChart.Unsure] {
        var parts: [SeriesChart.Unsure] = []
        let filling = levels.prefix { $0.flags.contains(.fillingUp) }.count
        if isStock, filling > 0, filling < levels.count {
            parts.append(SeriesChart.Unsure(0..<filling, "filling up"))
        }
        let finished = levels.prefix(while: \.isFinished).count
        if finished < levels.count {
            parts.append(SeriesChart.Unsure(finished..<levels.count, "unfinished"))
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
        cells: (PeriodLevel) -> [String]
    ) -> PageTable {
        PageTable(
            caption: caption, header: [kind.capitalized] + header,
            rows: series.levels.indices.map { [name($0)] + cells(series.levels[$0]) },
            wordColumns: wordColumns)
    }

    // MARK: Backlog

    func backlog(_ series: PeriodSeries, growth: String?) -> PageSection {
        let levels = series.levels
        let values = levels.map { frame.drawn($0.backlog) }
        let most = levels.indices.max { (levels[$0].backlog, $1) < (levels[$1].backlog, $0) } ?? 0
        let alternative =
            "Open requests at the end of each \(kind). " + (growth ?? "")
            + " Most were \(frame.told(levels[most].backlog)) at the end of \(name(most))."
        return PageSection(
            growth.map { String($0.dropLast()) } ?? "The backlog",
            paragraphs: ["Open at the end of each \(kind): those open before, plus opened, less closed."],
            figure: figure(
                SeriesChart(
                    lines: [.init("open", values, form: .first)], unit: .count, ticks: ticks,
                    ground: .filled, unsure: unsure(levels, isStock: true)), alternative),
            tables: [
                table(
                    "Open at the end of each \(kind)", series, header: ["Open at end", "Half closed in", ""],
                    wordColumns: [0, 3]
                ) { level in
                    [
                        frame.told(level.backlog),
                        frame.isSmall(level.opened, level.closed) ? "–" : PeriodCells.median(level),
                        PeriodCells.flags(level),
                    ]
                }
            ],
            notes: [
                "Half closed in: of those opened in the \(kind), open ones counted as long as they have waited (Kaplan-Meier), with its"
                    + " 95 % interval; of young \(kind)s the shares closed within 7 and 30 days. Filling up: the backlog counts only what"
                    + " the file holds, until that is older than nine in ten requests take."
            ])
    }

    // MARK: Opened and closed

    func movement(_ series: PeriodSeries, spread: Double) -> PageSection {
        let levels = series.levels
        // What an unfinished period brought so far would look like a fall.
        let opened = levels.map { $0.isFinished ? frame.drawn($0.opened) : nil }
        let closed = levels.map { $0.isFinished ? frame.drawn($0.closed) : nil }
        let last = levels.lastIndex(where: \.isFinished) ?? 0
        let heading =
            levels.isEmpty || !levels[last].isFinished
            ? "Opened and closed"
            : "Opened and closed: \(frame.told(levels[last].opened)) and \(frame.told(levels[last].closed)) in \(name(last))"
        return PageSection(
            heading, paragraphs: ["Requests opened and requests closed in each \(kind)."],
            figure: figure(
                SeriesChart(
                    lines: [
                        .init("opened", opened, form: .second), .init("closed", closed, form: .first),
                    ], unit: .count, ticks: ticks, unsure: unsure(levels, isStock: false)),
                "Two lines over \(levels.count) \(kind)s. \(heading); all figures stand in the table."),
            tables: [
                table(
                    "Opened and closed in each \(kind)", series,
                    header: ["Opened", "Closed", "To the year before", ""], wordColumns: [0, 4]
                ) { level in
                    [
                        frame.told(level.opened), frame.told(level.closed),
                        frame.isSmall(level.opened, level.closed, level.previousYear ?? 0)
                            ? "–" : PeriodCells.yearBefore(level),
                        PeriodCells.flags(level),
                    ]
                }
            ],
            notes: [
                "Year before: a / b with its 95 % interval exp(ln(a / b) ± 1.96 √(φ / a + φ / b)), φ ="
                    + " \(NumberText.decimal(spread, places: 2)) being how much wider counts vary than by chance; an unfinished"
                    + " \(kind) is compared with the same days only."
            ])
    }

    // MARK: On time

    /// Shares on time by due period, of all and of residents and staff where these are told apart; `nil` where nothing is due.
    func onTime(_ groups: [(name: String, series: PeriodSeries)]) -> PageSection? {
        guard let own = (groups.count > 1 ? groups[1] : groups.first)?.series,
            own.levels.contains(where: { $0.due > 0 })
        else { return nil }
        let forms: [ChartForm] = groups.count == 1 ? [.first] : [.second, .first, .third]
        let lines = zip(groups, forms).map { group, form in
            SeriesChart.Line(
                group.name,
                group.series.levels.map { level in
                    // A share of a handful says nothing.
                    !level.isFinished || level.due < CountBand.threshold
                        || frame.isSmall(level.onTime, level.due - level.onTime)
                        ? nil : level.shareOnTime
                }, form: form)
        }
        let last = own.levels.lastIndex { $0.isFinished && $0.due >= CountBand.threshold }
        let heading =
            last.map { index in
                let level = own.levels[index]
                return frame.isSmall(level.onTime, level.due - level.onTime)
                    ? "On time"
                    : "On time: \(NumberText.share(level.onTime, of: level.due)) of what came due in \(name(index))"
            } ?? "On time"
        return PageSection(
            heading,
            paragraphs: [
                "The share closed in time, by the \(kind) of the due time: by the \(kind) of closing an old backlog that is worked off would look"
                    + " like failure, and one that is left like success."
            ],
            figure: figure(
                SeriesChart(
                    lines: lines, unit: .share, ticks: ticks, unsure: unsure(own.levels, isStock: false)),
                "\(heading). Lines of \(groups.map(\.name).joined(separator: ", ")) over \(own.levels.count) \(kind)s; all figures stand in the"
                    + " table."),
            tables: [
                PageTable(
                    caption: "On time by the \(kind) of the due time",
                    header: [kind.capitalized] + groups.map { "Of \($0.name)" },
                    rows: own.levels.indices.map { index in
                        [name(index)]
                            + groups.map { group in
                                let level = group.series.levels[index]
                                return frame.isSmall(level.onTime, level.due - level.onTime)
                                    ? "–" : PeriodCells.share(level)
                            }
                    })
            ],
            notes: [
                "The axis may begin above 0 %. Periods with fewer than \(CountBand.threshold) due have no point."
            ])
    }
}
