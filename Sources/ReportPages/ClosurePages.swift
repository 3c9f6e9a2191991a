import Boundaries
import Chronology
package import Closures
package import Disclosure
import Locating
import Maps
import Records
import ServiceLevels
import ServiceRequests

/// The pages of closures: what a manager should know first, then each measure with its picture, and the call-back list.
package struct ClosurePages {
    private let survey: ClosureSurvey
    private let privacy: PrivateCategories
    private let sentences: [String]
    private let callBacks: CallBackRecords
    private let privateCounts: PrivateCounts?

    /// - Parameters:
    ///   - callBacks: The call-back list as the audience may see it.
    ///   - privateCounts: What is told of private categories; `nil` for nothing.
    package init(
        _ survey: ClosureSurvey, privacy: PrivateCategories, sentences: [String], callBacks: CallBackRecords,
        privateCounts: PrivateCounts?
    ) {
        self.survey = survey
        self.privacy = privacy
        self.sentences = sentences
        self.callBacks = callBacks
        self.privateCounts = privateCounts
    }

    private var frame: PageFrame {
        PageFrame(
            city: survey.city, asOf: survey.history.asOf, privacy: privacy,
            source: survey.table.intake.sourceName, privateCounts: privateCounts)
    }

    private var tables: ClosureTables { ClosureTables(survey, privacy: privacy, longest: 24) }

    /// The pages, ready to be written.
    package var pages: ReadyPages {
        frame.pages(
            title: "Were closed requests solved?",
            subtitle:
                "Requests opened since \(firstDay), as seen at the end of \(DayText.long(survey.history.asOf))",
            sentences: sentences, figures: figures,
            remarks: tables.remarks.map { $0.trimmingPrefix { $0 == " " } }.map { text in
                text.prefix(1).uppercased() + text.dropFirst() + "."
            },
            sections: sections, layer: survey.layer?.edition.name)
    }

    private var firstDay: String {
        DayText.long(survey.history.clock.date(at: Timestamp(secondsSince1970: survey.history.start)))
    }

    private var figures: [KeyFigure] {
        let lines = survey.onTime.lines
        var figures: [KeyFigure] = []
        if lines[0].all > 0, !frame.isSmall(lines[0].onTime, lines[3].onTime) {
            figures = [
                KeyFigure(
                    value: NumberText.share(lines[0].onTime, of: lines[0].all),
                    caption: "on time as cities give it, of \(NumberText.count(lines[0].all))"),
                KeyFigure(
                    value: NumberText.share(lines[3].onTime, of: lines[3].all),
                    caption: "of residents' requests that have come due, of \(NumberText.count(lines[3].all))"
                ),
            ]
        }
        figures.append(
            KeyFigure(
                value: frame.told(survey.fast.fastForTheirKind.count), caption: "closed fast for their kind"))
        figures.append(
            KeyFigure(value: frame.told(callBacks.shown.count), caption: "on the call-back list"))
        return figures
    }

    private var sections: [PageSection] {
        let charts = ClosureCharts(survey: survey, frame: frame)
        let quarters = SeriesSections(frame: frame, span: survey.quarterSpan)
        let years = SeriesSections(frame: frame, span: survey.yearSpan)
        let cases = CaseSentences(survey.history, city: survey.city, privacy: privacy)
        let slowTable = PeriodTables(survey.history, title: { _ in "" }, privacy: privacy, longest: 24)
            .slow(survey.slowTypes, times: 3)
        let all: [PageSection?] = [
            tables.onTime.map { $0.section(charts.onTimeHeading, figure: charts.onTime) },
            tables.fast.map { $0.section(charts.fastHeading, figure: charts.fast) },
            tables.returns.map { $0.section(charts.returnsHeading, figure: charts.returns) },
            tables.duplicates?.section(),
            tables.bulk.map { $0.section(charts.bulkHeading, figure: charts.bulk) },
            quarters.backlog(
                survey.quarters, growth: cases.growth(survey.quarters, span: survey.quarterSpan)),
            years.onTime([("residents", survey.residentYears)]),
            SlowSection(
                frame: frame, types: survey.slowTypes, names: survey.history.names, times: 3, table: slowTable
            ).section, callBackList, PageFormulas.closures,
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
            columns.map { record.values[$0].plainText }
        }
        let more = table.count - rows.count
        let heads = [
            "request_id": "Request", "category": "Category", "area": "Area", "closed": "Closed",
            "evidence": "Evidence", "next_request_ids": "Then", "address": "Address",
        ]
        return PageSection(
            "Call back: \(frame.told(table.count)) closed requests",
            paragraphs: [
                "Closed since \(DayText.long(callBacks.since)), with evidence against their closing: more reasons first, then the latest."
                    + (more > 0
                        ? " The first \(Self.mostListed) stand here; all of them in the table that `-o call-back.csv` writes."
                        : "")
            ],
            tables: [
                PageTable(
                    caption: "Call-back list", header: columns.map { heads[names[$0]] ?? names[$0] },
                    rows: rows, wordColumns: Set(columns.indices))
            ])
    }
}

extension RecordValue {
    /// The value as a cell of a page.
    fileprivate var plainText: String {
        switch self {
        case .text(let text): text ?? "–"
        case .texts(let texts): texts.isEmpty ? "–" : texts.joined(separator: "; ")
        case .whole(let number): number.map(NumberText.count) ?? "–"
        case .number(let number, let decimals): number.map { NumberText.decimal($0, places: decimals) } ?? "–"
        case .moment(let moment, let clock): moment.map { "\(clock.date(at: $0))" } ?? "–"
        case .day(let day): day.map { "\($0)" } ?? "–"
        }
    }
}
