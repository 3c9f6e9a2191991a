import City
import Disclosure
import Maps
import PageLanguage
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
        // Without a usual time nothing is so many times longer.
        guard types.cityMedian != nil else {
            return table.section(
                words, words("The usual time is not known, so that no kind stands beside it"))
        }
        let slower = types.kinds.count { $0.isSlower(than: times) }
        let limit = words.decimal(times, places: times == times.rounded() ? 0 : 1)
        let usual = words.shortDays(types.cityMedian)
        let (some, all) = (words.count(slower), words.count(types.kinds.count))
        let heading =
            slower == 0
            ? words("No kind surely takes \(limit) times the usual \(usual)")
            : words("\(some) of \(all) kinds take more than \(limit) times the usual \(usual)")
        guard !shown.isEmpty else { return table.section(words, heading) }
        let rows = shown.prefix(Self.longest).map { kind in
            IntervalChart.Row(
                name: title(kind.category), value: point(kind), low: kind.low,
                high: kind.high.isFinite ? kind.high : .infinity, text: text(kind),
                form: kind.isSlower(than: times) ? .second : .first)
        }
        let rest =
            shown.count > Self.longest
            ? [words("The \(words.count(Self.longest)) slowest of \(words.count(shown.count)) are drawn.")]
            : []
        return PageSection(
            heading,
            paragraphs: [
                words(
                    """
                    How many times longer than the city's requests half of a kind's take, with the 95 % interval. Squares: surely more \
                    than \(limit) times; circles may be chance. An arrow: the end is not reached, since too many are open.
                    """)
            ] + rest,
            figure: PageFigure(
                .intervals(
                    IntervalChart(
                        rows: Array(rows), unit: .ratio, style: .ratios,
                        references: [(1, words("usual", context: "time")), (times, words("\(limit)×"))])),
                alternative: "\(heading). "
                    + rows.prefix(3).map { "\($0.name): \($0.text)" }.joined(separator: "; ") + "."),
            tables: table.pageTable.map { [$0] } ?? [], notes: table.notes)
    }

    private var words: PageWords { frame.words }

    /// Where a kind's point stands: of a median that is not reached, which has no place, where its interval begins.
    private func point(_ kind: SlowTypes.Kind) -> Double {
        kind.isBound && kind.low.isFinite ? max(kind.ratio, kind.low) : kind.ratio
    }

    private func title(_ category: Int) -> String { frame.title(names[category]) }

    private func text(_ kind: SlowTypes.Kind) -> String {
        let times = words.decimal(kind.ratio)
        let median = kind.median.map { words.shortDays($0) } ?? words("more than half open")
        return kind.isBound ? words("> \(times)×, \(median)") : words("\(times)×, \(median)")
    }
}
