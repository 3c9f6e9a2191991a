package import Chronology
package import City
package import Disclosure
import Locating
package import PageLanguage
package import ReportPages
import RoutingAudit
package import ServiceLevels
import ServiceRequests
import WorkSharing

/// What somebody asks of the service levels of a city.
package struct ServiceLevelQuestion: Codable, Sendable {
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

/// The requests that service levels are measured on, placed: read from one file, or put together from the sums of parts.
struct PlacedRequests: Sendable {
    var table: RequestTable
    let layer: AreaLayer
    let asOf: CivilDate
    /// For each row the area that it is counted in, −1 for none.
    let homes: [RequestHome]
    /// All that is told of private categories; `nil` where none are withheld.
    let privateCounts: PrivateCounts?
}

/// Measures the service levels of a city.
package struct ServiceLevelWork: Sendable {
    package let survey: ServiceLevelSurvey
    /// `nil` where nothing is asked beside the levels.
    package let periods: PeriodWork?
    /// All that is told of private categories; `nil` where none are withheld.
    package let privateCounts: PrivateCounts?
    let question: ServiceLevelQuestion
    /// For each row the area that it is counted in, −1 for none.
    let homes: [RequestHome]
    /// How many requests each category has that is not told of.
    let withheld: [String: Int]

    /// - Parameters:
    ///   - source: The file of requests, or `-` for standard input.
    ///   - isPart: Whether its sums will be put together with those of other parts.
    ///   - namesRows: Whether an output will name rows by their lines and ids, beside the referrals.
    package init(
        _ source: String, city: CityFile, question: ServiceLevelQuestion, isPart: Bool = false,
        namesRows: Bool = true, options: WorkOptions
    ) throws {
        let work = try CityWork.begin(city, options: options)
        var placed = try Self.place(
            source, question: question, isPart: isPart, namesRows: namesRows, work: work)
        // What is asked of each request stands in columns of their own from here on.
        placed.requests.table.letGoOfPlaces()
        if !namesRows, !Self.namesRows(of: placed.requests.table, question, city) {
            placed.requests.table.letGoOfIDs()
        }
        FreedMemory.giveBack()
        try self.init(placed.requests, withheld: placed.withheld, question: question, work: work)
        if !isPart, periods?.periods != nil, let early = periods?.history.early {
            options.warn(early.warning(of: .series, in: options.terms))
        }
    }

    /// Whether ids are told whatever is written.
    private static func namesRows(
        of table: RequestTable, _ question: ServiceLevelQuestion, _ city: CityFile
    ) -> Bool {
        table.intake.spreadsheetIDs > 0
            || question.periods.by != nil && Referrals(table, channels: city.referralChannels).areNamed
    }

    private static func place(
        _ source: String, question: ServiceLevelQuestion, isPart: Bool, namesRows: Bool, work: CityWork
    ) throws -> (requests: PlacedRequests, withheld: [String: Int]) {
        let (city, options) = (work.city, work.options)
        let settings = try city.layer(namedOrOnly: question.layer)
        var told = try work.requests(
            source, layers: settings.assigned == nil ? [] : [settings],
            for: question.periods.by == nil ? .counting : .countingPeriods,
            toldTo: question.periods.audience,
            chosen: question.choice.categories + [question.periods.changed].compactMap(\.self)
                + question.periods.against)
        if !namesRows { told.table.letGoOfLines() }
        if !question.periods.isAsked { told.table.letGoOfParents() }
        let table = told.table
        let (asOf, doubt) = try Self.day(question, table: table, work: work)
        // Of a part's days nothing can be said that holds for the whole.
        if let doubt, !isPart { options.warn(doubt) }
        let layer = try AreaLayer(settings, city: city, rows: table.count, asOf: asOf, jobs: options.jobs)
        let reference = try work.referenceIfNamed(for: table, beside: [layer.edition])
        options.show(.locating(requests: table.count))
        for note in layer.notes { options.warn(note) }
        work.warn(of: layer.edition, in: settings, farFrom: table, beside: reference)
        let places = RequestPlacer(
            namedPlaceholders: city.requests.placeholders, reference: reference, jobs: options.jobs
        ).places(in: table, lookup: .allAddresses)
        FreedMemory.giveBack()
        try Cancellation.check()
        let routed = try RoutedRequests(
            table, in: layer, places: places, clock: work.clock, jobs: options.jobs)
        try Cancellation.check()
        return (
            PlacedRequests(
                table: table, layer: layer, asOf: asOf, homes: (consume routed).placements.homes(),
                privateCounts: told.counts), told.withheld
        )
    }

    /// Measures requests that are placed.
    init(
        _ placed: PlacedRequests, withheld: [String: Int], question: ServiceLevelQuestion, work: CityWork
    ) throws {
        let options = work.options
        self.question = question
        self.withheld = withheld
        privateCounts = placed.privateCounts
        let homes = placed.homes
        self.homes = homes
        let incomes = try question.incomes.map { try IncomeTable(path: $0, layer: placed.layer) }
        var choice = question.choice
        choice.audience = question.periods.audience
        survey = try ServiceLevelSurvey(
            placed.table, city: work.city, clock: work.clock, layer: placed.layer, asOf: placed.asOf,
            settings: choice, incomes: incomes, jobs: options.jobs, home: { homes[$0] })
        try Cancellation.check()
        for note in survey.notes(in: options.terms) { options.warn(note) }
        guard question.periods.isAsked else {
            periods = nil
            return
        }
        let survey = survey
        periods = try PeriodWork(
            survey.history(clock: work.clock, jobs: options.jobs, home: { homes[$0] }),
            survey: survey, question: question.periods, jobs: options.jobs)
        try Cancellation.check()
    }

    /// Returns the report as pages in a language; `nil` where no periods were asked for.
    package func pages(in words: PageWords = .english) -> ReadyPages? {
        guard let periods, let report = periods.periods, let slow = periods.slowTypes else { return nil }
        return LevelPages(
            survey, report: report, slow: slow, areaTypes: periods.areaTypes,
            further: periods.further(in: words),
            times: periods.question.times, privateCounts: privateCounts, words: words
        ).pages
    }

    /// The day whose state is shown, and what is doubtful of it: that it stands alone, or lies so long after the data that all
    /// that is open looks older.
    static func day(
        _ question: ServiceLevelQuestion, table: RequestTable, work: CityWork
    ) throws -> (CivilDate, doubt: String?) {
        guard let day = question.asOf else {
            let last = try work.foundLastDay(of: table, shownOn: "report")
            return (last.day, last.doubt(shownOn: "report", in: work.options.terms))
        }
        let doubt = ServiceLevelSurvey.warning(
            of: day, after: table, clock: work.clock, in: work.options.terms)
        return (day, doubt)
    }
}
