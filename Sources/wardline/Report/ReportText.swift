import Boundaries
import Chronology
import City
import Locating
import Records
import ServiceLevels
import ServiceRequests

/// The report for people.
struct ReportText {
    let run: ReportRun
    /// A wait that differs less from the city's than so many times is not worth a line.
    private static let leastRatio = 1.5
    /// How many categories and outlying areas are listed.
    private let longest = 12

    init(_ run: ReportRun) { self.run = run }

    private var kind: String { run.layer.settings.title.lowercased() }

    var text: String {
        var lines = [
            Terminal.bold("Service levels of \(run.city.name)") + " by \(kind), \(DayText.long(run.asOf))"
        ]
        lines += intake
        lines += [""] + areas
        lines += section("By category", categories)
        lines += section("On time outside what chance and the usual spread between areas allow", outlying)
        lines += section("Half closed far later or sooner than in the other areas", unusualWaits)
        if let equity = run.equity {
            lines += section(
                "By income (\(equity.incomes.path))",
                EquityText(
                    equity: equity, names: run.names, codes: run.layer.edition.codes, longest: longest
                ).lines)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func section(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["", Terminal.bold(title)] + lines
    }

    // MARK: What was counted

    private var intake: [String] {
        var lines = IntakeText.lines(run.table)
        for (reason, rows) in Dictionary(grouping: run.omitted, by: \.reason).sorted(by: {
            $0.key.rawValue < $1.key.rawValue
        }) {
            lines.append("  \(NumberText.count(rows.count)) left out: \(reason.text)")
        }
        let all = run.levels.all.city
        lines.append("\(DayText.counted(run.requests.count, "request")) counted")
        if run.elsewhere > 0 {
            lines.append(
                "  \(NumberText.count(run.elsewhere)) of them in no \(kind), counted for the city only")
        }
        if all.tally.notYetKnown > 0 {
            lines.append(
                "  \(NumberText.count(all.tally.notYetKnown)) of them not yet due, neither on time nor late")
        }
        if run.privateCategories > 0 {
            let what = run.privateCategories == 1 ? "category" : "categories"
            lines.append(
                "  \(run.privateCategories) private \(what) counted with all together only; name one with --category"
            )
        }
        lines.append(
            "Days are those within which half and nine in ten were closed; what is still open counts for as long as it"
                + " has waited.")
        if all.requests > 0, all.tally.known + all.tally.notYetKnown == 0 {
            lines.append(
                "Nothing says when requests are due: name a column of due dates, or targets of categories, in"
                    + " \(run.city.path).")
        }
        return lines
    }

    // MARK: Tables

    private static let alignments: [TextTable.Alignment] = [.left, .right, .right, .right, .right, .right]
    private static let header = ["", "requests", "open", "half in", "9 in 10 in", "on time"]

    private func cells(_ name: String, _ level: ServiceLevel) -> [String] {
        [
            name, NumberText.count(level.requests), NumberText.count(level.stillOpen),
            DayText.short(level.median),
            DayText.short(level.ninetiethPercentile), LevelText.share(level.tally),
        ]
    }

    private var areas: [String] {
        var table = TextTable(Self.alignments + [.left])
        table.add(Self.header)
        table.add(cells(run.city.name, run.levels.all.city))
        for (index, level) in run.levels.all.areas.enumerated() {
            table.add(cells(run.layer.title(index), level) + [Self.standing(level)])
        }
        return table.lines()
    }

    private var categories: [String] {
        guard run.levels.categories.count > 1 else { return [] }
        var table = TextTable(Self.alignments)
        table.add(Self.header)
        for levels in run.levels.categories.prefix(longest) {
            table.add(cells(name(levels), levels.city))
        }
        let rest = run.levels.categories.count - longest
        return table.lines() + (rest > 0 ? ["  and \(NumberText.count(rest)) more"] : [])
    }

    /// An area that stands apart in one of its figures.
    private struct Outlier {
        let levels: CategoryLevels
        let area: Int
        /// How far, in standard deviations.
        let score: Double

        var level: ServiceLevel { levels.areas[area] }
    }

    /// Returns the areas that have a score, the farthest first.
    private func outliers(
        in categories: [CategoryLevels], score: (ServiceLevel, _ city: ServiceLevel) -> Double?
    ) -> [Outlier] {
        categories.flatMap { levels in
            levels.areas.enumerated().compactMap { area, level in
                score(level, levels.city).map { Outlier(levels: levels, area: area, score: $0) }
            }
        }.sorted { abs($0.score) > abs($1.score) }
    }

    /// Returns a line for each outlier, as many as fit, with some cells of its own.
    private func lines(_ outliers: [Outlier], cells: (Outlier) -> [String]) -> [String] {
        var table = TextTable([.left, .left, .right, .left, .right])
        for outlier in outliers.prefix(longest) {
            table.add(
                [run.layer.title(outlier.area), name(outlier.levels)] + cells(outlier)
                    + ["z \(NumberText.decimal(outlier.score))"])
        }
        let rest = outliers.count - longest
        return table.lines() + (rest > 0 ? ["  and \(NumberText.count(rest)) more"] : [])
    }

    /// The areas whose share on time is outlying, of all categories.
    private var outlying: [String] {
        // Of one category all together would say the same again.
        let all = run.levels.categories.count == 1 ? [] : [run.levels.all]
        let found = outliers(in: all + run.levels.categories) { level, _ in
            level.funnel?.position == .outlying ? level.funnel?.z : nil
        }
        return lines(found) { outlier in
            let expected = outlier.level.funnel?.outer ?? 0...1
            return [
                LevelText.share(outlier.level.tally) + " on time",
                "of \(NumberText.count(outlier.level.tally.known)), \(LevelText.percent(expected.lowerBound)) to \(LevelText.percent(expected.upperBound)) expected",
            ]
        }
    }

    /// Where half of an area's requests take far longer or less than in the others, of single categories.
    private var unusualWaits: [String] {
        let found = outliers(in: run.levels.categories) { level, city in
            guard let score = level.medianScore, abs(score) > outlyingRobustScore, let median = level.median,
                let usual = city.median, max(median, usual) >= Self.leastRatio * min(median, usual)
            else { return nil }
            return score
        }
        return lines(found) {
            [DayText.short($0.level.median), "city \(DayText.short($0.levels.city.median))"]
        }
    }

    private func name(_ levels: CategoryLevels) -> String {
        levels.category.map { run.names[$0] } ?? "all categories"
    }

    /// What sets an area apart from the others.
    private static func standing(_ level: ServiceLevel) -> String {
        var remarks: [String] = []
        if let funnel = level.funnel, funnel.position != .within {
            let side = funnel.z < 0 ? "fewer on time" : "more on time"
            remarks.append(funnel.position == .outlying ? "far \(side)" : side)
        }
        if level.requests > 0, level.median == nil { remarks.append("more than half still open") }
        return remarks.joined(separator: ", ")
    }
}
