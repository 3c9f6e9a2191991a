import Boundaries
import Chronology
import City
import Disclosure
import Locating
import Records
import ServiceLevels

extension WardlineCity {
    /// The lengths of time that figures are told by.
    public enum Period: String, Sendable, CaseIterable {
        /// A month of the calendar.
        case month
        /// A quarter of the calendar.
        case quarter
        /// A year, the city's fiscal year where its file names one.
        case year
    }

    /// Measures what was opened, closed and left open in each month, quarter or year, by area and category.
    ///
    /// - Parameters:
    ///   - requests: The file of requests, or `-` for standard input.
    ///   - period: The length of time.
    ///   - layer: The layer of the areas; `nil` for the only one.
    ///   - categories: Only these categories; empty for all.
    ///   - day: The day whose state is shown, as in `2025-06-30`; `nil` for the last day of the data.
    ///   - audience: Who may see what is written; rows here are for the program that asks, with private requests left out for
    ///     everybody.
    /// - Throws: ``WardlineError``, with ``WardlineError/Part/privacy`` where a private category is named for everybody, or
    ///   `CancellationError` as soon as the task is cancelled.
    public func periods(
        _ requests: String, by period: Period, layer: String? = nil, categories: [String] = [],
        asOf day: String? = nil, audience: CaseQuestion.Audience = .everybody
    ) async throws -> CityPeriods {
        var question = ServiceLevelQuestion()
        question.layer = layer
        question.choice.categories = categories
        question.periods.audience = audience.disclosed
        question.asOf = try day.map { (text) throws(WardlineError) in try QuestionDay.day(text) }
        question.periods.by = period.kind
        return try await run { [question] file, options in
            let work = try ServiceLevelWork(requests, city: file, question: question, options: options)
            guard let periods = work.periods else { throw QuestionError.noPeriod }
            return CityPeriods(periods, of: work, inputs: options.inputs(requests, of: file))
        }
    }
}

extension WardlineCity.Period {
    /// The same as series know it.
    fileprivate var kind: PeriodKind {
        switch self {
        case .month: .month
        case .quarter: .quarter
        case .year: .year
        }
    }
}

extension PeriodRow.Scope {
    fileprivate init(_ scope: PeriodReport.Scope) {
        self =
            switch scope {
            case .city: .city
            case .area: .area
            case .category: .category
            case .areaCategory: .areaCategory
            }
    }
}

/// What happened in one period.
public struct PeriodRow: Sendable, Hashable {
    /// What it is of.
    public enum Scope: String, Sendable {
        /// The whole city.
        case city
        /// One area.
        case area
        /// One category.
        case category
        /// One category in one area.
        case areaCategory = "area_category"
    }

    /// What it is of.
    public let scope: Scope
    /// `2018-03`, `2018Q1`, `2018` or, of a fiscal year, `FY2018`.
    public let period: String
    /// The area's code; `nil` for all.
    public let area: String?
    /// The category; `nil` for all.
    public let category: String?
    /// `all`, `resident` or `staff`: who made the requests.
    public let kind: String
    /// How many were opened in it.
    public let opened: Int
    /// How many were closed in it; `nil` where too many closings have no time.
    public let closed: Int?
    /// How many were open at its end: those before, plus opened, less closed; `nil` where too many closings have no time.
    public let backlog: Int?
    /// Days within which half of those opened in it were closed; `nil` where too many are open, or have no closing time, to say.
    public let medianDays: Double?
    /// The requests whose due time lies in it and has come.
    public let due: Int
    /// How many of them were closed in time; `nil` where the file does not tell when requests were closed.
    public let onTime: Int?
    /// What was opened in the same period a year before; of an unfinished one on the same days. `nil` also where the file holds only
    /// open or only closed requests.
    public let previousYear: Int?
    /// Whether it is over: an unfinished one is not to be compared.
    public let isFinished: Bool
}

extension PeriodRow {
    fileprivate init(
        _ told: ToldSeries, at index: Int, of group: PeriodReport.Group, span: PeriodSpan, areas: [Area],
        names: [String]
    ) {
        let level = told.series.levels[index]
        func known<Value>(_ figure: ToldSeries.Figure, _ value: Value?) -> Value? {
            told.tells(figure, at: index) ? value : nil
        }
        self.init(
            scope: Scope(group.scope), period: span.name(index), area: group.area.map { areas[$0].code },
            category: group.category.map { names[$0] }, kind: group.kind.rawValue, opened: level.opened,
            closed: known(.closed, level.closed), backlog: known(.backlog, level.backlog),
            medianDays: known(.wait, level.median), due: level.due, onTime: known(.onTime, level.onTime),
            previousYear: known(.yearBefore, level.previousYear), isFinished: level.isFinished)
    }
}

/// The periods of a city, of each area, each category and both.
public struct CityPeriods: Sendable, RandomAccessCollection {
    private let held: Held<(report: ServiceLevelWork, periods: PeriodWork)>
    private let rows: [PeriodRow]
    private let inputs: [String]

    init(_ work: PeriodWork, of report: ServiceLevelWork, inputs: [String]) {
        held = Held((report, work))
        self.inputs = inputs
        let areas = work.layer.edition.areas
        rows =
            work.periods.map { report in
                // Rows are for the program that asks: nothing is hidden from it.
                let hidden = report.hidden(from: .internal)
                return report.groups.indices.flatMap { number in
                    let told = ToldSeries(report, group: number, hidden: hidden, audience: .internal)
                    return told.series.levels.indices.map { index in
                        PeriodRow(
                            told, at: index, of: report.groups[number], span: report.span, areas: areas,
                            names: work.history.names)
                    }
                }
            } ?? []
    }

    /// The day at whose end requests are seen, as in `2025-06-30`.
    public var asOf: String { "\(held.value.periods.history.asOf)" }

    /// The index of the first row.
    public var startIndex: Int { 0 }
    /// The index after the last row.
    public var endIndex: Int { rows.count }

    /// The row at an index.
    public subscript(index: Int) -> PeriodRow { rows[index] }

    /// Writes the periods, as `wardline report --by -o` does.
    ///
    /// - Parameter path: A file that ends in `.csv`, `.json`, `.jsonl`, `.xlsx` or `.gpkg`.
    /// - Throws: ``WardlineError``, also for a path that names no format or would replace what was read.
    public func write(to path: String) async throws {
        let (work, inputs) = (held.value.periods, inputs)
        try await OwnThread.run {
            try KitOutput.write(path, formats: RecordFormat.lists, inputs: inputs) {
                try $1.write(
                    RecordDocument(
                        title: "Periods of \(work.city.name)", tables: work.tables,
                        timeZone: work.city.timeZone),
                    to: $0)
            }
        }
    }

    /// Draws the report and writes it, as `wardline report --by -o report.html` does, for the audience that was asked for.
    ///
    /// - Parameters:
    ///   - path: A file that ends in `.html` or `.pdf`.
    ///   - language: `en`, `es`, or the path of a catalogue in gettext's form.
    /// - Returns: What should be known of the typeface before a PDF is sent to people, one sentence each.
    /// - Throws: ``WardlineError``.
    @discardableResult
    ///
    /// - Throws: ``WardlineError``, also for a path that names no format or would replace what was read.
    public func writePages(to path: String, language: String = "en") async throws -> [String] {
        let (report, inputs) = (held.value.report, inputs)
        return try await OwnThread.run {
            try KitOutput.writePages(to: path, language: language, inputs: inputs) { words in
                guard let pages = report.pages(in: words) else { throw QuestionError.noPeriod }
                return pages
            }
        }
    }
}
