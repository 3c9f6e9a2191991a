import City
import Geocoding
import Hotspots
import ServiceRequests

/// Reads what a survey needs and makes it.
struct HotspotRun {
    let options: CityOptions
    let settings: HotspotSettings

    func survey() throws -> HotspotSurvey {
        let city = try options.readCity()
        let loader = try RequestLoader(city: city)
        let progress = ProgressLine(quiet: options.quiet)
        let table = try loader.read(options.requests, layers: [], jobs: options.jobs, progress: progress)
        progress.show("clustering \(NumberText.count(table.count)) requests")
        defer { progress.clear() }
        let isInArea = try settings.area.map {
            try AreaFilter($0, city: city, rows: table.count, jobs: options.jobs).rows(
                of: table, jobs: options.jobs)
        }
        let streets = try ReferenceLoader(city: city).openIfNamed(progress: progress)
        return try HotspotSurvey(
            table, city: city, clock: loader.clock, settings: settings,
            streets: streets.map(StreetFinder.init), isInArea: isInArea, jobs: options.jobs)
    }
}
