import Boundaries
import Chronology
import City
import Locating
import Records
import ServiceLevels
import ServiceRequests

extension WardlineCity {
    /// Measures how long requests take and how many are on time, by area and category.
    ///
    /// For everybody, requests of the categories that the city file marks private are in no figure; for staff they count with
    /// all together only, unless they are named.
    ///
    /// - Parameters:
    ///   - requests: The file of requests, or `-` for standard input.
    ///   - layer: The layer of the areas; `nil` for the only one.
    ///   - categories: Only these categories; empty for all.
    ///   - day: The day whose state is shown, as in `2025-06-30`; `nil` for the last day of the data.
    ///   - audience: Who may see the figures.
    /// - Throws: ``WardlineError``, with ``WardlineError/Part/privacy`` where a private category is named for everybody, or
    ///   `CancellationError` as soon as the task is cancelled.
    public func serviceLevels(
        _ requests: String, layer: String? = nil, categories: [String] = [], asOf day: String? = nil,
        audience: CaseQuestion.Audience = .everybody
    ) async throws -> CityServiceLevels {
        var question = ServiceLevelQuestion()
        question.layer = layer
        question.choice.categories = categories
        question.periods.audience = audience.disclosed
        question.asOf = try day.map { (text) throws(WardlineError) in try QuestionDay.day(text) }
        return try await run { [question] file, options in
            let work = try ServiceLevelWork(requests, city: file, question: question, options: options)
            return CityServiceLevels(survey: work.survey, inputs: options.inputs(requests, of: file))
        }
    }
}

/// How some requests were served.
public struct ServiceLevelRow: Sendable, Hashable {
    /// The area's code; `nil` for the whole city.
    public let area: String?
    /// What the area, or the city, is called.
    public let title: String
    /// The category; `nil` for all together.
    public let category: String?
    /// How many requests count.
    public let requests: Int
    /// How many of them are open.
    public let open: Int
    /// Days within which half were closed, with those that are open counted as long as they have waited; `nil` where too
    /// many are open to say.
    public let medianDays: Double?
    /// Days within which nine in ten were closed.
    public let ninetiethPercentileDays: Double?
    /// How many were closed in time.
    public let onTime: Int
    /// How many were not.
    public let late: Int
    /// The share on time among those that were due, 0 to 1; `nil` where none was.
    public let shareOnTime: Double?
    /// Where the share lies in the funnel that chance and the usual spread allow: `within`, `notable` or `outlying`;
    /// `nil` for the city, and where too few were due.
    public let standing: String?
}

/// How requests were served: the city and each area, first for all categories together and then for each.
public struct CityServiceLevels: Sendable, RandomAccessCollection {
    private let held: Held<ServiceLevelSurvey>
    private var survey: ServiceLevelSurvey { held.value }
    private let rows: [ServiceLevelRow]
    private let inputs: [String]

    init(survey: ServiceLevelSurvey, inputs: [String]) {
        held = Held(survey)
        self.inputs = inputs
        rows = ([survey.levels.all] + survey.levels.categories).flatMap { levels in
            let category = levels.category.map { survey.selection.names[$0] }
            return [ServiceLevelRow(levels.city, area: nil, title: survey.city.name, category: category)]
                + levels.areas.ordinals.map { area in
                    ServiceLevelRow(
                        levels.areas[area], area: survey.layer.edition.areas[area].code,
                        title: survey.layer.title(area), category: category)
                }
        }
    }

    /// The day at whose end requests are seen, as in `2025-06-30`.
    public var asOf: String { "\(survey.asOf)" }

    /// The index of the first row.
    public var startIndex: Int { 0 }
    /// The index after the last row.
    public var endIndex: Int { rows.count }

    /// The row at an index.
    public subscript(index: Int) -> ServiceLevelRow { rows[index] }

    /// Writes the rows, as `wardline report -o` does.
    ///
    /// - Parameter path: A file that ends in `.csv`, `.json`, `.jsonl`, `.geojson`, `.xlsx` or `.gpkg`.
    /// - Throws: ``WardlineError``, also for a path that names no format or would replace what was read.
    public func write(to path: String) async throws {
        let (survey, inputs) = (survey, inputs)
        try await OwnThread.run {
            try KitOutput.write(path, formats: RecordFormat.tables, inputs: inputs) {
                try ServiceLevelRecords(survey: survey, writer: $1).write(to: $0, summary: "")
            }
        }
    }
}

extension ServiceLevelRow {
    init(_ level: ServiceLevel, area: String?, title: String, category: String?) {
        self.area = area
        self.title = title
        self.category = category
        requests = level.requests
        open = level.stillOpen
        medianDays = level.median
        ninetiethPercentileDays = level.ninetiethPercentile
        onTime = level.tally.onTime
        late = level.tally.late
        shareOnTime = level.tally.shareOnTime
        standing = level.standing?.rawValue
    }
}
