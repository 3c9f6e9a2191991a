import Boundaries
import Chronology
import City
package import Disclosure
import Locating
import Maps
package import PageLanguage
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
    private let words: PageWords
    private let hidden: HiddenPeriods

    /// - Parameters:
    ///   - further: Referrals, targets, a change and forecasts, where they are asked for, in the pages' language.
    ///   - times: How many times slower a kind is to be.
    ///   - privateCounts: What is told of private categories; `nil` for nothing.
    package init(
        _ survey: ServiceLevelSurvey, report: PeriodReport, slow: SlowTypes, areaTypes: AreaTypes?,
        further: [FigureTable], times: Double, privateCounts: PrivateCounts?, words: PageWords
    ) {
        self.survey = survey
        self.report = report
        self.slow = slow
        self.areaTypes = areaTypes
        self.further = further
        self.times = times
        self.privateCounts = privateCounts
        self.words = words
        hidden = report.hidden(from: survey.privacy.audience)
        sentences =
            ReportSentences(
                survey, periods: report, slow: slow, times: times, privacy: survey.privacy, words: words
            ).all
    }

    private var frame: PageFrame {
        PageFrame(
            city: survey.city, asOf: survey.asOf, privacy: survey.privacy,
            source: survey.table.intake.sourceName, privateCounts: privateCounts, words: words)
    }

    private var tables: PeriodTables {
        PeriodTables(report.history, layer: survey.layer, privacy: survey.privacy, longest: 24, words: words)
    }

    /// The pages, ready to be written.
    package var pages: ReadyPages {
        frame.pages(
            title: words("How requests were served"), subtitle: subtitle, sentences: sentences,
            figures: figures,
            remarks: remarks, sections: sections, layer: survey.layer.edition.name)
    }

    private var subtitle: String {
        let unit = report.span.periods.kind.noun(words)
        let (kind, day) = (survey.layer.kind(in: words), words.day(survey.asOf))
        let first = report.span.name(0, in: words)
        let last = report.span.name(report.span.numbers.count - 1, in: words)
        return first == last
            ? words("By \(unit), \(first), and by \(kind), as seen at the end of \(day)")
            : words("By \(unit) from \(first) to \(last) and by \(kind), as seen at the end of \(day)")
    }

    private var figures: [KeyFigure] {
        let all = survey.levels.all.city
        // As many as the periods have: those closed at no known time count in no wait.
        let opened = report.city.levels.reduce(0) { $0 + $1.opened }
        let requests = KeyFigure(value: frame.told(opened), caption: words("requests"))
        let (now, isTold) = (report.city.backlogNow, !hidden.containsOpen(0))
        let open = KeyFigure(
            value: isTold || now < CountBand.threshold ? frame.told(now) : words("not shown"),
            caption: words("open now"))
        let closings = report.history.closings
        guard closings.tellWaits else {
            return [closings.tellStates && !closings.holdsClosedOnly ? open : requests]
        }
        var figures = [
            requests, open,
            KeyFigure(value: words.shortDays(all.median), caption: words("half are closed within")),
        ]
        if all.tally.known > 0, !frame.isSmall(all.tally.onTime, all.tally.late) {
            figures.append(
                KeyFigure(
                    value: words.share(all.tally.onTime, of: all.tally.known),
                    caption: words("on time, of \(words.count(all.tally.known)) due")))
        }
        return figures
    }

    private var remarks: [String] {
        var remarks: [String] = []
        let left = Dictionary(grouping: survey.selection.omitted, by: \.reason)
            .sorted { $0.key.rawValue < $1.key.rawValue }
        if !left.isEmpty {
            let reasons = left.map { $0.key.counted(frame.told($0.value.count), words) }
            remarks.append(words("Not counted: \(reasons.joined(separator: "; "))."))
        }
        if report.history.closings.tellWaits, report.history.cases.contains(where: \.isClosedInMiddle) {
            remarks.append(
                words(
                    "A closing that is a day without a time ends a wait in the middle of what was left of that day."
                ))
        }
        remarks += elsewhere
        remarks += [report.span.fiscalYears(words)].compactMap(\.self)
        if !frame.isPublic, survey.privateCategories > 0 {
            remarks.append(words("Private categories are counted with all together only."))
        }
        return remarks
    }

    /// Those that are in no area. Their sum follows from what the areas have: where one of two may not be told, neither is.
    private var elsewhere: [String] {
        let (outside, nowhere) = (survey.outside, survey.nowhere)
        let kind = survey.layer.kind(in: words)
        if outside > 0, nowhere > 0, frame.isSmall(outside, nowhere) {
            let count = frame.told(outside + nowhere)
            return [
                words(
                    """
                    \(count) lie in no \(kind), or have no position and no code to find it by; they count for the city only.
                    """)
            ]
        }
        var lines: [String] = []
        if outside > 0 {
            lines.append(
                words("\(frame.told(outside)) lie outside every \(kind); they count for the city only."))
        }
        if nowhere > 0 {
            lines.append(
                words(
                    "\(frame.told(nowhere)) have no position and no code to find their \(kind) by; they count for the city only."
                ))
        }
        return lines
    }

    private var sections: [PageSection] {
        let formulas = PageFormulas(words: words).report(report)
        guard report.history.closings.tellWaits else { return [formulas] }
        let series = SeriesSections(frame: frame, span: report.span)
        func told(_ group: Int) -> ToldSeries {
            ToldSeries(report, group: group, hidden: hidden, audience: survey.privacy.audience)
        }
        let city = told(0)
        let areas = AreaSections(frame: frame, survey: survey, report: report, hiddenPeriods: hidden)
        let cases = CaseSentences(report.history, city: survey.city, privacy: survey.privacy, words: words)
        let kinds = report.groups.indices.filter { report.groups[$0].scope == .city }.map { group in
            (kind: report.groups[group].kind, told: told(group))
        }
        var all: [PageSection?] = [
            series.backlog(city, growth: cases.growth(city, span: report.span)),
            areas.panels, series.movement(city, spread: report.anomalies.spread),
            series.onTime(kinds), areas.funnel,
            SlowSection(
                frame: frame, types: slow, names: report.history.names, times: times,
                table: tables.slow(slow, times: times)
            ).section,
        ]
        if let areaTypes { all.append(tables.slow(areaTypes, times: times).section(words)) }
        all += tables.periods(report).dropFirst().map { $0.section(words) }
        all += further.map { $0.section(words) }
        all.append(formulas)
        return all.compactMap(\.self)
    }
}
