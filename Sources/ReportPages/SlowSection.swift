import City
import Disclosure
import Maps
import Records
import ServiceLevels

/// Kinds of requests beside the city's median, each with its interval.
struct SlowSection {
    let frame: PageFrame
    let types: SlowTypes
    let names: [String]
    let times: Double
    /// The same as a table, with its notes.
    let table: FigureTable

    private static let longest = 16

    var section: PageSection {
        let shown = types.kinds.filter {
            !frame.privacy.isWithheld(names[$0.category]) && $0.ratio > 0 && !frame.isSmall($0.requests)
        }
        let slower = types.kinds.count { $0.isSlower(than: times) }
        let limit = NumberText.decimal(times, places: times == times.rounded() ? 0 : 1)
        let usual = DayText.short(types.cityMedian)
        let heading =
            slower == 0
            ? "No kind surely takes \(limit) times the usual \(usual)"
            : "\(slower) of \(types.kinds.count) kinds take more than \(limit) times the usual \(usual)"
        guard !shown.isEmpty else { return table.section(heading) }
        let rows = shown.prefix(Self.longest).map { kind in
            IntervalChart.Row(
                name: title(kind.category), value: kind.ratio, low: kind.low,
                high: kind.high.isFinite ? kind.high : .infinity, text: text(kind),
                form: kind.isSlower(than: times) ? .second : .first)
        }
        let rest =
            shown.count > Self.longest ? ["The \(Self.longest) slowest of \(shown.count) are drawn."] : []
        return PageSection(
            heading,
            paragraphs: [
                "How many times longer than the city's requests half of a kind's take, with the 95 % interval. Squares: surely more than"
                    + " \(limit) times; circles may be chance. An arrow: the end is not reached, since too many are open."
            ] + rest,
            figure: PageFigure(
                .intervals(
                    IntervalChart(
                        rows: Array(rows), unit: .ratio, style: .ratios,
                        references: [(1, "usual"), (times, "\(limit)×")])),
                alternative: "\(heading). "
                    + rows.prefix(3).map { "\($0.name): \($0.text)" }.joined(separator: "; ") + "."),
            tables: table.pageTable.map { [$0] } ?? [], notes: table.notes)
    }

    private func title(_ category: Int) -> String {
        frame.city.categories[names[category]]?.title ?? names[category]
    }

    private func text(_ kind: SlowTypes.Kind) -> String {
        (kind.isBound ? "> " : "") + NumberText.decimal(kind.ratio) + "×, "
            + (kind.median.map { DayText.short($0) } ?? "more than half open")
    }
}
