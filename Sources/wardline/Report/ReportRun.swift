import WardlineKit
import Chronology
import City
import Locating
import Records
import RoutingAudit
import ServiceLevels
import ServiceRequests

/// Reads what a report needs, and measures it.
struct ReportRun {
    let survey: ServiceLevelSurvey

    init(_ options: CityOptions, _ settings: ReportSettings) throws {
        let city = try options.readCity()
        let layerSettings = try city.layer(namedOrOnly: settings.layer)
        let loader = try RequestLoader(city: city)
        let progress = ProgressLine(quiet: options.quiet)
        defer { progress.clear() }
        let table = try loader.read(
            options.requests, layers: layerSettings.assigned == nil ? [] : [layerSettings],
            jobs: options.jobs, progress: progress)
        let asOf = try Self.day(settings, table, clock: loader.clock)
        let reference = try ReferenceLoader(city: city).openIfNamed(progress: progress)
        progress.show("locating \(NumberText.count(table.count)) requests")
        let layer = try AreaLayer(
            layerSettings, city: city, rows: table.count, asOf: asOf, jobs: options.jobs)
        let incomes = try settings.incomes.map { try IncomeTable(path: $0, layer: layer) }
        for note in layer.notes { Terminal.warn(note) }
        let routed = try RoutedRequests(
            table, in: layer,
            places: RequestPlacer(
                namedPlaceholders: city.requests.placeholders, reference: reference, jobs: options.jobs
            ).places(in: table, lookup: .allAddresses), clock: loader.clock, jobs: options.jobs)
        survey = try ServiceLevelSurvey(
            table, city: city, clock: loader.clock, layer: layer, asOf: asOf, settings: settings.choice,
            incomes: incomes, home: { routed.placements.home(ofRow: $0) })
        for note in survey.notes { Terminal.warn(note) }
    }

    /// The day whose state is shown; warns where it lies so long after the data that all that is open looks older.
    private static func day(
        _ settings: ReportSettings, _ table: RequestTable, clock: CityClock
    ) throws -> CivilDate {
        guard let day = settings.asOf else {
            return try LastDayText.day(of: table, clock: clock, shownOn: "report")
        }
        if let warning = ServiceLevelSurvey.warning(of: day, after: table, clock: clock) {
            Terminal.warn(warning)
        }
        return day
    }
}

/// What somebody asked `wardline report` for.
struct ReportSettings: Sendable {
    var layer: String?
    var choice = ServiceLevelSettings()
    /// The day whose state is shown; `nil` for the last day of the data, be it of an opening or a closing.
    var asOf: CivilDate?
    /// The table of the areas' incomes.
    var incomes: String?
}
