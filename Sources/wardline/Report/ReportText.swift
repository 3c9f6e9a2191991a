import Boundaries
import City
import Disclosure
import Locating
import Records
import ServiceLevels
import WardlineKit
import Wording

/// The report for people.
struct ReportText {
    let survey: ServiceLevelSurvey
    /// Periods, slow kinds and what else was asked.
    let figures: [FigureTable]
    /// What everybody is told of private categories.
    let privateLine: String?

    /// How many categories and outlying areas are listed.
    private static let longest = 12

    var text: String {
        let levels = LevelLines(survey, longest: Self.longest, in: .options)
        var lines = [
            Terminal.bold("Service levels of \(survey.city.name)")
                + " by \(SentenceTitle.text(survey.layer.settings.title)), \(DayText.long(survey.asOf))"
        ]
        lines += IntakeText.lines(survey.table, for: survey.privacy.audience) + levels.counted(privateLine)
        lines += [""] + levels.areas
        lines += section("By category", levels.categories)
        lines += section(
            "On time outside what chance and the usual spread between areas allow", levels.outlying)
        lines += section("Half closed far later or sooner than in the other areas", levels.unusualWaits)
        if let equity = survey.equity {
            let text = EquityText(
                equity, names: survey.selection.names, codes: survey.layer.edition.codes,
                longest: Self.longest)
            lines += section(
                "By income (\(equity.incomes.path))",
                text.introduction.map { "  \($0)" } + (text.table.map(TextTable.body) ?? [])
                    + text.findings.map { "  \($0)" })
        }
        lines += figures.flatMap(TextTable.lines)
        return TerminalText.text(ofLines: lines)
    }

    private func section(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["", Terminal.bold(title)] + lines
    }
}
