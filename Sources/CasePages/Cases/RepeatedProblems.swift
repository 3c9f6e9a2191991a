import Chronology
import City
import Geocoding
import Hotspots
import ServiceRequests

/// How often the problems at places came back, by all requests until a day.
struct RepeatedProblems {
    private var returns: [Int: Int] = [:]

    init(
        _ table: RequestTable, city: CityFile, clock: CityClock, reference: StreetReference?, asOf: CivilDate,
        jobs: Int
    ) throws {
        var settings = HotspotSettings()
        settings.until = asOf
        let survey = try HotspotSurvey(
            table, city: city, clock: clock, settings: settings, reference: reference, jobs: jobs)
        for cluster in survey.clusters {
            guard let recurrences = survey.told(cluster).recurrences, recurrences > 0 else { continue }
            for row in survey.rows(of: cluster) { returns[Int(row)] = recurrences }
        }
    }

    /// Returns how often the problem of a request came back at its place.
    func timesReturned(ofRow row: Int) -> Int { returns[row] ?? 0 }
}
