import Boundaries
import Chronology
package import Closures
package import Disclosure
import Locating
import Maps
package import PageLanguage
import Records
import ServiceLevels
import ServiceRequests

/// The pages of closures: what a manager should know first, then each measure with its picture, and the call-back list.
package struct ClosurePages {
    private let survey: ClosureSurvey
    private let privacy: PrivateCategories
    private let disclosed: ToldClosures
    private let sentences: [String]
    private let callBacks: CallBackRecords
    private let privateCounts: PrivateCounts?
    private let words: PageWords

    /// - Parameters:
    ///   - sentences: In the pages' language.
    ///   - callBacks: The call-back list as the audience may see it, in the pages' language.
    ///   - privateCounts: What is told of private categories; `nil` for nothing.
    package init(
        _ survey: ClosureSurvey, privacy: PrivateCategories, sentences: ClosureSentences,
        callBacks: CallBackRecords, privateCounts: PrivateCounts?, words: PageWords
    ) {
        self.survey = survey
        self.privacy = privacy
        disclosed = survey.told(to: privacy.audience)
        self.sentences = sentences.all
        self.callBacks = callBacks
        self.privateCounts = privateCounts
        self.words = words
    }

    private var frame: PageFrame {
        PageFrame(
            city: survey.city, asOf: survey.history.asOf, privacy: privacy,
            source: survey.table.intake.sourceName, privateCounts: privateCounts, words: words)
    }

    private var tables: ClosureTables {
        ClosureTables(
            survey, privacy: privacy, longest: 24, advises: privacy.audience == .internal, words: words)
    }

    /// The pages, ready to be written.
    package var pages: ReadyPages {
        frame.pages(
            title: words("Were closed requests solved?"),
            subtitle: words(
                "Requests opened since \(firstDay), as seen at the end of \(words.day(survey.history.asOf))"),
            sentences: sentences, figures: figures,
            remarks: tables.remarks.map { $0.prefix(1).uppercased() + $0.dropFirst() + "." },
            sections: sections, layer: survey.layer?.edition.name)
    }

    private var firstDay: String {
        words.day(survey.history.clock.date(at: Timestamp(secondsSince1970: survey.history.start)))
    }

    private var figures: [KeyFigure] {
        let lines = survey.onTime.lines
        var figures: [KeyFigure] = []
        if lines[0].all > 0, disclosed.tellsLine(0), disclosed.tellsLine(3) {
            figures = [
                KeyFigure(
                    value: words.share(lines[0].onTime, of: lines[0].all),
                    caption: words("on time as cities give it, of \(words.count(lines[0].all))")),
                KeyFigure(
                    value: words.share(lines[3].onTime, of: lines[3].all),
                    caption: words(
                        "of residents' requests that have come due, of \(words.count(lines[3].all))")),
            ]
        }
        if !survey.fast.knowsNoMinutes, survey.history.closings.tellFastClosings {
            figures.append(
                KeyFigure(
                    value: disclosed.text(
                        survey.fast.fastForTheirKind.count, isTold: disclosed.tells(.fastForKind, of: .all),
                        in: words),
                    caption: words("closed fast for their kind")))
        }
        figures.append(
            KeyFigure(value: frame.told(callBacks.shown.count), caption: words("on the call-back list")))
        return figures
    }

    private var sections: [PageSection] {
        let charts = ClosureCharts(survey: survey, frame: frame, disclosed: disclosed)
        let tables = tables
        let quarters = SeriesSections(frame: frame, span: survey.quarterSpan)
        let toldQuarters = ToldSeries(
            survey.quarters, span: survey.quarterSpan, audience: privacy.audience)
        let years = SeriesSections(frame: frame, span: survey.yearSpan)
        let cases = CaseSentences(survey.history, city: survey.city, privacy: privacy, words: words)
        let slowTable = PeriodTables(
            survey.history, title: { _ in "" }, privacy: privacy, longest: 24, words: words
        ).slow(survey.slowTypes, times: 3)
        let all: [PageSection?] = [
            tables.onTime.map { $0.section(words, charts.onTimeHeading, figure: charts.onTime) },
            tables.fast.map { $0.section(words, charts.fastHeading, figure: charts.fast) },
            tables.returns.map {
                $0.section(
                    words, charts.returnsHeading, figure: charts.returns,
                    also: [charts.returnsNote].compactMap(\.self))
            },
            tables.duplicates?.section(words),
            tables.early?.section(words),
            tables.bulk.map { $0.section(words, charts.bulkHeading, figure: charts.bulk) },
            survey.history.closings.tellWaits
                ? quarters.backlog(
                    toldQuarters, growth: cases.growth(toldQuarters, span: survey.quarterSpan)) : nil,
            years.onTime([
                (survey.staffYears == nil ? .all : .residents, survey.toldYears(to: privacy.audience))
            ]),
            survey.history.closings.tellWaits
                ? SlowSection(
                    frame: frame, types: survey.slowTypes, names: survey.history.names, times: 3,
                    table: slowTable
                ).section : nil, callBackList, PageFormulas(words: words).closures,
        ]
        return all.compactMap(\.self)
    }

    // MARK: Call-back list

    private static let mostListed = 60

    private var callBackList: PageSection {
        let table = callBacks.table
        let names = table.columns.map(\.name)
        let wanted =
            frame.isPublic
            ? ["category", "area", "closed", "evidence", "address"]
            : ["request_id", "category", "area", "closed", "evidence", "next_request_ids", "address"]
        let columns = wanted.compactMap { names.firstIndex(of: $0) }
        let rows = table.records.prefix(Self.mostListed).map { record in
            columns.map { text(record.values[$0], of: names[$0]) }
        }
        let since = words.day(callBacks.since)
        let what = words(
            "Closed since \(since), with evidence against their closing: more reasons first, then the latest."
        )
        let first = words.count(Self.mostListed)
        let more =
            frame.isPublic
            ? words("The first \(first) stand here.")
            : words("The first \(first) stand here; all of them in the table that `-o call-back.csv` writes.")
        let introduction = table.count > rows.count ? "\(what) \(more)" : what
        return PageSection(
            words("Call back: \(frame.told(table.count)) closed requests"), paragraphs: [introduction],
            tables: [
                PageTable(
                    caption: words("Call-back list"), header: columns.map { heading(names[$0]) }, rows: rows,
                    wordColumns: Set(columns.indices))
            ])
    }

    /// What stands above a column of the call-back list.
    private func heading(_ column: String) -> String {
        switch column {
        case "request_id": words("Request")
        case "category": words("Category")
        case "area": words("Area")
        case "closed": words("Closed", context: "day")
        case "evidence": words("Evidence")
        case "next_request_ids": words("Then", context: "request")
        default: words("Address")
        }
    }

    /// The value as a cell of a page.
    private func text(_ value: RecordValue, of column: String) -> String {
        switch value {
        case .text(let text): text.map { column == "category" ? words.word($0) : $0 } ?? "–"
        case .texts(let texts): texts.isEmpty ? "–" : texts.joined(separator: "; ")
        case .whole(let number): number.map(words.count) ?? "–"
        case .number(let number, let decimals): number.map { words.decimal($0, places: decimals) } ?? "–"
        case .moment(let moment, let clock): moment.map { "\(clock.date(at: $0))" } ?? "–"
        case .day(let day): day.map { "\($0)" } ?? "–"
        }
    }
}
