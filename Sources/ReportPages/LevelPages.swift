import Boundaries
import Chronology
import City
package import Disclosure
import Locating
import Maps
import Records
package import ServiceLevels
import ServiceRequests

/// The pages of a report: what a manager should know first, then each question with its picture and the table behind it.
package struct LevelPages {
    private let survey: ServiceLevelSurvey
    private let report: PeriodReport
    private let slow: SlowTypes
    private let areaTypes: AreaTypes?
    private let further: [FigureTable]
    private let times: Double
    private let privateCounts: PrivateCounts?
    private let sentences: [String]

    /// - Parameters:
    ///   - further: Referrals, targets, a change and forecasts, where they are asked for.
    ///   - times: How many times slower a kind is to be.
    ///   - privateCounts: What is told of private categories; `nil` for nothing.
    package init(
        _ survey: ServiceLevelSurvey, report: PeriodReport, slow: SlowTypes, areaTypes: AreaTypes?,
        further: [FigureTable], times: Double, privateCounts: PrivateCounts?
    ) {
        self.survey = survey
        self.report = report
        self.slow = slow
        self.areaTypes = areaTypes
        self.further = further
        self.times = times
        self.privateCounts = privateCounts
        sentences =
            ReportSentences(
                survey, periods: report, slow: slow, times: times, privacy: survey.privacy
            ).all
    }

    private var frame: PageFrame {
        PageFrame(
            city: survey.city, asOf: survey.asOf, privacy: survey.privacy,
            source: survey.table.intake.sourceName, privateCounts: privateCounts)
    }

    private var tables: PeriodTables {
        PeriodTables(report.history, layer: survey.layer, privacy: survey.privacy, longest: 24)
    }

    /// The pages, ready to be written.
    package var pages: ReadyPages {
        let kind = report.span.periods.kind.rawValue
        let first = report.span.name(0)
        let last = report.span.name(report.span.numbers.count - 1)
        return frame.pages(
            title: "How requests were served",
            subtitle:
                "By \(kind)\(first == last ? ", \(first)," : " from \(first) to \(last)") and by \(survey.layer.settings.title.lowercased()), as seen at the end of"
                + " \(DayText.long(survey.asOf))",
            sentences: sentences, figures: figures, remarks: remarks, sections: sections,
            layer: survey.layer.edition.name)
    }

    private var figures: [KeyFigure] {
        let all = survey.levels.all.city
        var figures = [
            KeyFigure(value: frame.told(all.requests), caption: "requests"),
            KeyFigure(value: frame.told(report.city.backlogNow), caption: "open now"),
            KeyFigure(value: DayText.short(all.median), caption: "half are closed within"),
        ]
        if all.tally.known > 0, !frame.isSmall(all.tally.onTime, all.tally.late) {
            figures.append(
                KeyFigure(
                    value: NumberText.share(all.tally.onTime, of: all.tally.known),
                    caption: "on time, of \(NumberText.count(all.tally.known)) due"))
        }
        return figures
    }

    private var remarks: [String] {
        var remarks: [String] = []
        let left = Dictionary(grouping: survey.selection.omitted, by: \.reason)
            .sorted { $0.key.rawValue < $1.key.rawValue }
        if !left.isEmpty {
            let reasons = left.map { "\(frame.told($0.value.count)) \($0.key.text)" }
            remarks.append("Not counted: \(reasons.joined(separator: "; ")).")
        }
        if survey.elsewhere > 0 {
            remarks.append(
                "\(frame.told(survey.elsewhere)) lie in no \(survey.layer.settings.title.lowercased()), or have no position and no code to find it by; they count for the city only."
            )
        }
        if !frame.isPublic, survey.privateCategories > 0 {
            remarks.append("Private categories are counted with all together only.")
        }
        return remarks
    }

    private var sections: [PageSection] {
        let series = SeriesSections(frame: frame, span: report.span)
        let areas = AreaSections(frame: frame, survey: survey, report: report)
        let cases = CaseSentences(report.history, city: survey.city, privacy: survey.privacy)
        let kinds = report.groups.filter { $0.scope == .city }.map { group in
            let name =
                switch group.kind {
                case .all: "all"
                case .residents: "residents"
                case .staff: "staff"
                }
            return (name: name, series: group.series)
        }
        var all: [PageSection?] = [
            series.backlog(report.city, growth: cases.growth(report.city, span: report.span)),
            areas.panels, series.movement(report.city, spread: report.anomalies.spread),
            series.onTime(kinds), areas.funnel,
            SlowSection(
                frame: frame, types: slow, names: report.history.names, times: times,
                table: tables.slow(slow, times: times)
            ).section,
        ]
        if let areaTypes { all.append(tables.slow(areaTypes, times: times).section()) }
        all += tables.periods(report).dropFirst().map { $0.section() }
        all += further.map { $0.section() }
        all.append(PageFormulas.report(report))
        return all.compactMap(\.self)
    }
}
