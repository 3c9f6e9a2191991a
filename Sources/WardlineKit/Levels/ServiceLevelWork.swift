package import Chronology
package import City
package import Disclosure
import Locating
package import ReportPages
import RoutingAudit
package import ServiceLevels
import ServiceRequests
import WorkSharing

/// What somebody asks of the service levels of a city.
package struct ServiceLevelQuestion: Sendable {
    /// The layer of the areas; `nil` for the only one.
    package var layer: String?
    package var choice = ServiceLevelSettings()
    /// The day whose state is shown; `nil` for the last day of the data, be it of an opening or a closing.
    package var asOf: CivilDate?
    /// The table of the areas' incomes.
    package var incomes: String?
    /// Periods, and what is asked with them.
    package var periods = PeriodQuestion()

    package init() {}
}

/// Reads what the service levels of a city are measured on, and measures them.
package struct ServiceLevelWork: Sendable {
    package let survey: ServiceLevelSurvey
    /// `nil` where nothing is asked beside the levels.
    package let periods: PeriodWork?
    /// All that is told of private categories; `nil` where none are withheld.
    package let privateCounts: PrivateCounts?

    /// - Parameter source: The file of requests, or `-` for standard input.
    package init(
        _ source: String, city: CityFile, question: ServiceLevelQuestion, options: WorkOptions
    ) throws {
        let settings = try city.layer(namedOrOnly: question.layer)
        let work = try CityWork(city: city, options: options)
        let told = try PublicRequests(
            work.requests(source, layers: settings.assigned == nil ? [] : [settings]), city: city,
            audience: question.periods.audience, chosen: question.choice.categories)
        let table = told.table
        privateCounts = told.counts
        let asOf = try Self.day(question, table: table, work: work)
        let reference = try work.referenceIfNamed(for: table)
        options.show(.locating(requests: table.count))
        let layer = try AreaLayer(settings, city: city, rows: table.count, asOf: asOf, jobs: options.jobs)
        let incomes = try question.incomes.map { try IncomeTable(path: $0, layer: layer) }
        for note in layer.notes { options.warn(note) }
        let places = RequestPlacer(
            namedPlaceholders: city.requests.placeholders, reference: reference, jobs: options.jobs
        ).places(in: table, lookup: .allAddresses)
        try Cancellation.check()
        let routed = try RoutedRequests(
            table, in: layer, places: places, clock: work.clock, jobs: options.jobs)
        try Cancellation.check()
        var choice = question.choice
        choice.audience = question.periods.audience
        survey = try ServiceLevelSurvey(
            table, city: city, clock: work.clock, layer: layer, asOf: asOf, settings: choice,
            incomes: incomes, home: { routed.placements.home(ofRow: $0) })
        try Cancellation.check()
        for note in survey.notes { options.warn(note) }
        guard question.periods.isAsked else {
            periods = nil
            return
        }
        let survey = survey
        periods = try PeriodWork(
            survey.history(
                clock: work.clock, jobs: options.jobs, home: { routed.placements.home(ofRow: $0) }),
            survey: survey, question: question.periods, jobs: options.jobs)
        try Cancellation.check()
    }

    /// The report as pages; `nil` where no periods were asked for.
    package var pages: ReadyPages? {
        guard let periods, let report = periods.periods, let slow = periods.slowTypes else { return nil }
        return LevelPages(
            survey, report: report, slow: slow, areaTypes: periods.areaTypes, further: periods.further,
            times: periods.question.times, privateCounts: privateCounts
        ).pages
    }

    /// The day whose state is shown; warns where it lies so long after the data that all that is open looks older.
    private static func day(
        _ question: ServiceLevelQuestion, table: RequestTable, work: CityWork
    ) throws -> CivilDate {
        guard let day = question.asOf else { return try work.lastDay(of: table, shownOn: "report") }
        if let warning = ServiceLevelSurvey.warning(of: day, after: table, clock: work.clock) {
            work.options.warn(warning)
        }
        return day
    }
}
