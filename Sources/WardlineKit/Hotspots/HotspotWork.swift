package import Chronology
package import City
package import Disclosure
import Geocoding
package import Hotspots
package import ServiceRequests
import Wording
import WorkSharing

/// What a survey or a test of significance needs.
package struct HotspotWork: Sendable {
    package let city: CityFile
    package let options: WorkOptions
    package let table: RequestTable
    private let isPart: Bool
    private let work: CityWork

    package var clock: CityClock { work.clock }

    /// - Parameters:
    ///   - source: The file of requests, or `-` for standard input.
    ///   - audience: Whoever is told, for whom more is looked at.
    ///   - isPart: Whether they are all requests of some categories, whose sums will be put together with those of the others.
    /// - Throws: ``PartSumsError`` also for a part that does not know what it has to of the others.
    package init(
        _ source: String, city: CityFile, for audience: Audience, isPart: Bool = false,
        options: WorkOptions
    ) throws {
        var options = options
        options.part.isOfCategories = isPart
        self.city = city
        self.options = options
        self.isPart = isPart
        work = try CityWork.begin(city, options: options)
        table = try RequestLoader(city: city).read(
            source, layers: [], options: options, for: audience == .public ? .judging : .grouping)
        if isPart { try CategoryPart.check(table, facts: options.facts) }
    }

    package func survey(_ settings: HotspotSettings) throws -> HotspotSurvey {
        let lines = try streetLines(for: settings)
        let told = try toldRequests(for: settings)
        options.show(.clustering(requests: told.table.count))
        let survey = try HotspotSurvey(
            told.table, city: city, clock: work.clock, settings: settings,
            reference: reference(for: told.table),
            streetLines: lines, privateCounts: told.counts, jobs: options.jobs)
        try Cancellation.check()
        return survey
    }

    /// Returns a study of whether places stand out by more than chance.
    package func study(
        _ test: SignificanceTest, of choice: HotspotSettings, settings: SignificanceSettings
    ) throws -> SignificanceStudy {
        if let problem = settings.problem { throw problem }
        let lines = try streetLines(for: choice)
        let told = try toldRequests(for: choice)
        options.show(.testing(requests: told.table.count))
        let study = try SignificanceStudy(
            told.table, city: city, clock: clock, reference: reference(for: told.table),
            streetLines: lines, choice: choice, settings: settings, test: test, privateCounts: told.counts,
            jobs: options.jobs)
        if test.asksTimes, let early = study.early {
            options.warn(early.warning(of: .times, in: options.terms))
        }
        return study
    }

    private func reference(for table: RequestTable) throws -> StreetReference? {
        try work.referenceIfNamed(for: table, beside: work.editionsBesideReference(city.layers))
    }

    private func toldRequests(for settings: HotspotSettings) throws -> PublicRequests {
        let told = try work.told(table, to: settings.audience, chosen: settings.categories)
        for note in told.privacy.notes { options.warn("\(note)") }
        // Of a part's days nothing can be said that holds for the whole.
        if !isPart, settings.until == nil, let last = LastDay(of: told.table, clock: clock),
            let doubt = last.doubt(shownOn: "survey", by: .until, in: options.terms)
        {
            options.warn(doubt)
        }
        return told
    }

    /// The streets as they are drawn, which only the public edition needs.
    private func streetLines(for settings: HotspotSettings) throws -> [StreetLine] {
        settings.audience == .public ? try work.streetLines() : []
    }
}
