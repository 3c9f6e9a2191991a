import Chronology
import City
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
    let omitted: [ReportOmission: Int]
    let levels: ServiceLevelTable
    let equity: Equity?

    static let blankCategory = "No category"

    init(_ options: CityOptions, _ choice: ReportChoice) throws {
        city = try options.readCity()
        let layerSettings = try city.layer(namedOrOnly: choice.layer)
        let loader = try RequestLoader(city: city)
        let progress = ProgressLine(quiet: options.quiet)
        defer { progress.clear() }
        table = try loader.read(
            options.requests, layers: layerSettings.assigned == nil ? [] : [layerSettings],
            jobs: options.jobs, progress: progress)
        asOf = try choice.asOf ?? LastDay.of(table, clock: loader.clock, shownOn: "report")
        let reference = try ReferenceLoader(city: city).openIfNamed(progress: progress)
        progress.show("locating \(NumberText.count(table.count)) requests")
        layer = try AreaLayer(
            layerSettings, city: city, rows: table.count, asOf: asOf, jobs: options.jobs)
        let incomes = try choice.incomes.map { [layer] path in try IncomeTable(path: path, layer: layer) }
        var selection = try Selection(table, city: city, clock: loader.clock, asOf: asOf, choice: choice)
        let placements = try RequestPlacer(
            table: table, city: city, clock: loader.clock, layer: layer, reference: reference,
            jobs: options.jobs
        ).placements(of: selection.requests.map(\.row))
        for (index, placement) in placements.enumerated() { selection.requests[index].area = placement.home }
        names = selection.names
        requests = selection.requests
        elsewhere = requests.count { $0.area < 0 }
        omitted = selection.omitted
        levels = try ServiceLevelTable(requests, names: names, areaCount: layer.areaCount)
        equity = try incomes.map { [requests, levels, names] in
            try Equity(requests, levels, names: names, incomes: $0)
        }
    }

    /// The requests that are asked for and can be counted.
    private struct Selection {
        var requests: [ServedRequest] = []
        var names: [String] = []
        var omitted: [ReportOmission: Int] = [:]

        init(
            _ table: RequestTable, city: CityFile, clock: CityClock, asOf: CivilDate, choice: ReportChoice
        ) throws {
            let chosen = try CategoryNames.chosen(
                choice.categories, among: table.categories.values, source: table.intake.sourceName)
            let reader = ServiceReader(table, clock: clock, asOf: asOf)
            var places: [String: Int] = [:]
            for row in 0..<table.count {
                let name = table.categories[row] ?? ReportRun.blankCategory
                if let chosen, !chosen.contains(name) {
                    omitted[.otherCategory, default: 0] += 1
                    continue
                }
                let category = places[name] ?? names.count
                do throws(ServiceReader.Omitted) {
                    requests.append(
                        try reader.request(
                            row, category: category, openedOn: choice.days,
                            target: city.categories[name]?.target))
                } catch {
                    omitted[error.reason, default: 0] += 1
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
struct ReportChoice: Sendable {
    var layer: String?
    /// The names asked for; empty for all.
    var categories: [String] = []
    /// The days of opening that are asked for; `nil` for all.
    var days: ClosedRange<CivilDate>?
    /// The day whose state is shown; `nil` for the last day of the data.
    var asOf: CivilDate?
    /// The table of the areas' incomes.
    var incomes: String?
}
