package import Chronology
package import City
package import Geocoding
package import Hotspots
package import ServiceRequests
import WorkSharing

/// What a survey or a test of significance needs.
package struct HotspotWork: Sendable {
    package let city: CityFile
    package let options: WorkOptions
    package let table: RequestTable
    /// The city's streets and addresses; `nil` where its city file names none.
    package let reference: StreetReference?
    private let work: CityWork

    package var clock: CityClock { work.clock }

    package init(_ source: String, city: CityFile, options: WorkOptions) throws {
        self.city = city
        self.options = options
        work = try CityWork(city: city, options: options)
        table = try work.requests(source, layers: [])
        reference = try work.referenceIfNamed()
    }

    package func survey(_ settings: HotspotSettings) throws -> HotspotSurvey {
        options.show(.clustering(requests: table.count))
        let survey = try HotspotSurvey(
            table, city: city, clock: work.clock, settings: settings, reference: reference,
            jobs: options.jobs)
        try Cancellation.check()
        return survey
    }
}
