import WardlineKit
import Chronology
import City
import Geocoding
import Hotspots
import Locating
import Records
import ServiceRequests

/// Reads what a survey or a test of significance needs.
struct HotspotRun {
    let options: CityOptions
    let city: CityFile
    let clock: CityClock
    let table: RequestTable
    /// The city's streets and addresses; `nil` where its city file names none.
    let reference: StreetReference?
    let progress: ProgressLine

    init(_ options: CityOptions) throws {
        self.options = options
        city = try options.readCity()
        let loader = try RequestLoader(city: city)
        clock = loader.clock
        progress = ProgressLine(quiet: options.quiet)
        table = try loader.read(options.requests, layers: [], jobs: options.jobs, progress: progress)
        reference = try ReferenceLoader(city: city).openIfNamed(progress: progress)
    }

    func survey(_ settings: HotspotSettings) throws -> HotspotSurvey {
        progress.show("clustering \(NumberText.count(table.count)) requests")
        defer { progress.clear() }
        return try HotspotSurvey(
            table, city: city, clock: clock, settings: settings, reference: reference, jobs: options.jobs)
    }
}
