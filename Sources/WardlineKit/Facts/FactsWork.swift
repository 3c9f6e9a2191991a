package import City
import Boundaries
import Geocoding
import Locating
import RoutingAudit
package import ServiceRequests
import WorkSharing
import Workspace

/// Makes facts of all of a city's requests: what a part of them has to know of the others.
package struct FactsWork: Sendable {
    package let facts: CityFacts
    package let table: RequestTable

    /// - Parameter sources: Files of requests with one header, in order, or one workspace; `-` for standard input.
    package init(_ sources: [String], city: CityFile, options: WorkOptions) throws {
        guard let first = sources.first else {
            throw WardlineError(
                part: .question, description: "name the requests that facts are to be made of")
        }
        guard sources.count == 1 || !sources.contains(where: Workspace.isWorkspace) else {
            throw WardlineError(
                part: .question, description: "facts are made of one workspace, or of files; not of both")
        }
        var city = city
        city.layers = city.layers.filter { $0.assigned != nil }
        let work = try CityWork(city: city, options: options)
        let loader = LayerLoader(city: city, jobs: options.jobs)
        let read = try loader.layers()
        let table = try RequestLoader(city: city).readForFacts(sources, layers: city.layers, options: options)
        let layers = try loader.preparedLayers(of: read, rows: table.count)
        let placeholders = PlaceholderFinder(named: city.requests.placeholders)
            .find(in: table, jobs: options.jobs)
        try Cancellation.check()
        let filling = try work.fillingIfNamed(for: table)
        options.show(.lookingUpAddresses(requests: table.count))
        let addresses = filling.map {
            AddressLocator(Geocoder(reference: $0.reference), jobs: options.jobs)
                .locate(table, placeholders: placeholders)
        }
        try Cancellation.check()
        let measured = addresses.map { MeasuredUncertainty($0, table: table) }
        let decisions = try ClerkDecisions(of: first, table: table, layers: city.layers.map(\.name))
        var facts = CityFacts(wardline: WardlineVersion.current, city: city.name)
        facts.take(table, clock: work.clock)
        facts.files = sources.map { RequestLoader.name(of: $0) }
        facts.defaultPoints = placeholders.facts
        facts.filling = filling?.facts
        facts.positionErrors = measured?.facts(of: table) ?? []
        facts.answers = decisions.learnt.facts
        options.show(.judging(requests: table.count))
        try RoutingAuditor(
            layers: layers, calendars: layers.map { EditionCalendar(of: $0, clock: work.clock) },
            placeholders: placeholders, addresses: addresses, measured: measured,
            learnt: LearntRadii(decisions.learnt, table: table), jobs: options.jobs
        ).add(to: &facts, of: table)
        try Cancellation.check()
        self.facts = facts
        self.table = table
    }
}
