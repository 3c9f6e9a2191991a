import Boundaries
import Chronology
import City
import ServiceLevels
import ServiceRequests

/// The report for people.
struct ReportText {
    let run: ReportRun
    /// How many categories and outlying areas are listed.
    private let longest = 12

    init(_ run: ReportRun) { self.run = run }

    private var kind: String { run.layer.settings.title.lowercased() }

    var text: String {
        let all = run.levels.categories[0]
        var lines = [
            Terminal.bold("Service levels of \(run.city.name)") + " by \(kind), \(DayText.long(run.asOf))"
        ]
        lines += intake
        lines += [""] + areas(all)
        lines += section("By category", categories)
        lines += section("Outside what chance and the usual spread between areas allow", outlying)
        if let equity = run.equity {
            lines += section(
                "By income (\(equity.incomes.path))",
                EquityText(equity: equity, codes: run.layer.edition.codes, longest: longest).lines)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func section(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["", Terminal.bold(title)] + lines
    }

    // MARK: What was counted

    private var intake: [String] {
        let table = run.table
        var lines = [
            "\(NumberText.count(table.rowsInFile)) rows in \(table.intake.sourceName) (\(table.intake.dialect)):"
                + " \(NumberText.count(run.requests.count)) requests counted"
        ]
        for reason in ReportOmission.allCases {
            if let count = run.omitted[reason] {
                lines.append("  \(NumberText.count(count)) left out: \(Self.text(reason))")
            }
        }
        let rejected = table.rejections.count
        if rejected > 0 { lines.append("  \(NumberText.count(rejected)) rows could not be read") }
        if run.elsewhere > 0 {
            lines.append(
                "  \(NumberText.count(run.elsewhere)) of them in no \(kind), counted for the city only")
        }
        lines.append(
            "Days are those within which half and nine in ten were closed; what is still open counts for as long as it"
                + " has waited.")
        let tally = run.levels.categories[0].city.tally
        if tally.known + tally.notYetKnown == 0 {
            lines.append(
                "Nothing says when requests are due: name a column of due dates, or targets of categories, in"
                    + " \(run.city.path).")
        }
        return lines
    }

    private static func text(_ reason: ReportOmission) -> String {
        switch reason {
        case .otherCategory: "other categories"
        case .outsideDates: "opened on other days"
        case .undated: "without a date of opening"
        case .openedLater: "opened after the report's day"
        case .closedWithoutDate: "closed without a date"
        case .closedBeforeOpened: "closed before they were opened"
        }
    }

    // MARK: Tables

    private static let alignments: [TextTable.Alignment] = [.left, .right, .right, .right, .right, .right]
    private static let header = ["", "requests", "open", "half in", "9 in 10 in", "on time"]

    private func cells(_ name: String, _ level: ServiceLevel) -> [String] {
        [
            name, NumberText.count(level.requests), NumberText.count(level.stillOpen),
            LevelText.days(level.median),
            LevelText.days(level.ninetiethPercentile), LevelText.share(level.tally),
        ]
    }

    private func areas(_ levels: CategoryLevels) -> [String] {
        var table = TextTable(Self.alignments + [.left])
        table.add(Self.header)
        table.add(cells(run.city.name, levels.city))
        for (index, level) in levels.areas.enumerated() {
            table.add(cells(run.layer.title(index), level) + [Self.standing(level)])
        }
        return table.lines()
    }

    private var categories: [String] {
        guard run.levels.categories.count > 2 else { return [] }
        var table = TextTable(Self.alignments)
        table.add(Self.header)
        for levels in run.levels.categories.dropFirst().prefix(longest) {
            table.add(cells(levels.category ?? "", levels.city))
        }
        let rest = run.levels.categories.count - 1 - longest
        return table.lines() + (rest > 0 ? ["  and \(NumberText.count(rest)) more"] : [])
    }

    /// The areas whose share on time is outlying, of all categories; the farthest first.
    private var outlying: [String] {
        var found: [(levels: CategoryLevels, area: Int, funnel: Funnel.Area)] = []
        for levels in run.levels.categories {
            for (area, level) in levels.areas.enumerated() {
                if let funnel = level.funnel, funnel.position == .outlying {
                    found.append((levels, area, funnel))
                }
            }
        }
        found.sort { abs($0.funnel.z) > abs($1.funnel.z) }
        var table = TextTable([.left, .left, .right, .left, .right])
        for entry in found.prefix(longest) {
            let level = entry.levels.areas[entry.area]
            table.add([
                run.layer.title(entry.area), entry.levels.category ?? "all categories",
                LevelText.share(level.tally) + " on time",
                "of \(NumberText.count(level.tally.known)), \(LevelText.percent(entry.funnel.outer.lowerBound)) to \(LevelText.percent(entry.funnel.outer.upperBound)) expected",
                "z \(NumberText.decimal(entry.funnel.z))",
            ])
        }
        let rest = found.count - longest
        return table.lines() + (rest > 0 ? ["  and \(NumberText.count(rest)) more"] : [])
    }

    /// What sets an area apart from the others.
    private static func standing(_ level: ServiceLevel) -> String {
        var remarks: [String] = []
        if let funnel = level.funnel, funnel.position != .within {
            let side = funnel.z < 0 ? "fewer on time" : "more on time"
            remarks.append(funnel.position == .outlying ? "far \(side)" : side)
        }
        if let score = level.medianScore, abs(score) > outlyingRobustScore {
            remarks.append(score > 0 ? "waits longer" : "waits less")
        }
        return remarks.joined(separator: ", ")
    }
}
