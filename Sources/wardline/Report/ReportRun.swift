import WardlineKit
import Chronology
import City
import Disclosure
import Locating
import Records
import RoutingAudit
import ServiceRequests

/// Everything that a report says something of: the requests asked for, how long they took and where they are.
struct ReportRun {
    let city: CityFile
    let table: RequestTable
    let layer: AreaLayer
    let asOf: CivilDate
    /// The categories' names.
    let names: [String]
    let requests: [ServedRequest]
    /// Requests that are in no area of the layer; they count for the city only.
    let elsewhere: Int
    /// The rows that are not counted, with the reason.
    let omitted: [(row: Int, reason: ReportOmission)]
    /// Categories that the city file marks private and nobody asked for: they count with all together only.
    let privateCategories: Int
    let levels: ServiceLevelTable
    let equity: Equity?

    init(_ options: CityOptions, _ settings: ReportSettings) throws {
        city = try options.readCity()
        let layerSettings = try city.layer(namedOrOnly: settings.layer)
        let loader = try RequestLoader(city: city)
        let progress = ProgressLine(quiet: options.quiet)
        defer { progress.clear() }
        table = try loader.read(
            options.requests, layers: layerSettings.assigned == nil ? [] : [layerSettings],
            jobs: options.jobs, progress: progress)
        asOf = try Self.day(settings, table, clock: loader.clock)
        let reference = try ReferenceLoader(city: city).openIfNamed(progress: progress)
        progress.show("locating \(NumberText.count(table.count)) requests")
        layer = try AreaLayer(
            layerSettings, city: city, rows: table.count, asOf: asOf, jobs: options.jobs)
        let incomes = try settings.incomes.map { [layer] path in try IncomeTable(path: path, layer: layer) }
        for note in layer.notes { Terminal.warn(note) }
        var selection = try Selection(table, city: city, clock: loader.clock, asOf: asOf, settings: settings)
        let routed = try RoutedRequests(
            table, in: layer,
            places: RequestPlacer(
                namedPlaceholders: city.requests.placeholders, reference: reference, jobs: options.jobs
            ).places(in: table, lookup: .allAddresses), clock: loader.clock, jobs: options.jobs)
        for index in selection.requests.indices {
            selection.requests[index].area = routed.placements.home(ofRow: selection.requests[index].row)
        }
        names = selection.names
        requests = selection.requests
        elsewhere = requests.count { $0.area < 0 }
        omitted = selection.omitted
        let privacy = try PrivateCategories(
            city: city, categories: table.categories.values, audience: .public)
        for note in privacy.notes { Terminal.warn(note.description) }
        let listed = names.indices.filter { [names] index in
            !privacy.isPrivate(names[index]) || !settings.categories.isEmpty
        }
        privateCategories = names.count - listed.count
        levels = try ServiceLevelTable(
            requests, names: names, listed: Set(listed), areaCount: layer.areaCount)
        equity = try incomes.map { [requests, levels] in try Equity(requests, levels, incomes: $0) }
    }

    /// The day whose state is shown; warns where it lies so long after the data that all that is open looks older.
    private static func day(
        _ settings: ReportSettings, _ table: RequestTable, clock: CityClock
    ) throws -> CivilDate {
        guard let day = settings.asOf else {
            return try LastDayText.day(of: table, clock: clock, shownOn: "report")
        }
        if let lastDay = LastDay(of: table, clock: clock)?.day,
            day.daysSince1970 > lastDay.daysSince1970 + 60
        {
            Terminal.warn(
                "the data end on \(lastDay); by --as-of \(day) what they have open counts as waiting until then"
            )
        }
        return day
    }

    /// The requests that are asked for and can be counted.
    private struct Selection {
        var requests: [ServedRequest] = []
        var names: [String] = []
        var omitted: [(row: Int, reason: ReportOmission)] = []

        init(
            _ table: RequestTable, city: CityFile, clock: CityClock, asOf: CivilDate, settings: ReportSettings
        ) throws {
            let chosen = try CategoryNames.chosen(
                settings.categories, among: table.categories.values, source: table.intake.sourceName)
            let reader = ServiceReader(table, clock: clock, asOf: asOf)
            var places: [String: Int] = [:]
            for row in 0..<table.count {
                let name = table.categories[row] ?? CategoryNames.blank
                if let chosen, !chosen.contains(name) {
                    omitted.append((row, .otherCategory))
                    continue
                }
                let category = places[name] ?? names.count
                do throws(ServiceReader.Omitted) {
                    requests.append(
                        try reader.request(
                            row, category: category, since: settings.since, until: settings.until,
                            target: city.categories[name]?.target))
                } catch {
                    omitted.append((row, error.reason))
                    continue
                }
                if category == names.count {
                    names.append(name)
                    places[name] = category
                }
            }
        }
    }
}

/// What somebody asked `wardline report` for.
struct ReportSettings: Sendable {
    var layer: String?
    /// The names asked for; empty for all.
    var categories: [String] = []
    /// The first and last day of opening that are asked for; `nil` for any.
    var since: CivilDate?
    var until: CivilDate?
    /// The day whose state is shown; `nil` for the last day of the data, be it of an opening or a closing.
    var asOf: CivilDate?
    /// The table of the areas' incomes.
    var incomes: String?
}
