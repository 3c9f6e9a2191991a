import Boundaries
package import City
import Disclosure
import Geocoding
import Hotspots
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
            throw FactsSourceError.noRequests
        }
        guard sources.count == 1 || !sources.contains(where: Workspace.isWorkspace) else {
            throw FactsSourceError.workspaceBesideOthers
        }
        var city = city
        city.layers = city.layers.filter { $0.assigned != nil }
        let work = try CityWork.begin(city, options: options)
        let loader = LayerLoader(city: city, jobs: options.jobs)
        let read = try loader.layers()
        let table = try RequestLoader(city: city).readForFacts(sources, layers: city.layers, options: options)
        RequestLoader.warn(ofRowsMissingIn: table.intake, options)
        let layers = try loader.preparedLayers(of: read, rows: table.count)
        let placeholders = PlaceholderFinder(named: city.requests.placeholders)
            .find(in: table, jobs: options.jobs)
        try Cancellation.check()
        let numbering = try work.numberingIfNamed(for: table, beside: read.flatMap(\.editions))
        options.show(.lookingUpAddresses(requests: table.count))
        let addresses = numbering.map {
            AddressLocator(Geocoder(reference: $0.reference), jobs: options.jobs)
                .locate(table, placeholders: placeholders)
        }
        try Cancellation.check()
        let measured = addresses.map { MeasuredUncertainty($0, table: table) }
        let decisions = try ClerkDecisions(of: first, table: table, layers: city.layers.map(\.name))
        options.show(.judging(requests: table.count))
        let auditor = RoutingAuditor(
            layers: layers, calendars: layers.map { EditionCalendar(of: $0, clock: work.clock) },
            placeholders: placeholders, addresses: addresses, measured: measured,
            learnt: LearntRadii(decisions.learnt, table: table), jobs: options.jobs)
        facts = try Self.facts(
            of: table, from: sources, city: work, numbering: numbering, decisions: decisions, auditor: auditor
        )
        self.table = table
        try Cancellation.check()
    }

    /// Gathers the facts from what an audit is made of.
    static func facts(
        of table: RequestTable, from sources: [String], city: CityWork, numbering: LearntNumbering?,
        decisions: ClerkDecisions, auditor: RoutingAuditor
    ) throws -> CityFacts {
        var facts = CityFacts(wardline: WardlineVersion.current, city: city.city.name)
        facts.take(table, clock: city.clock)
        if let workspace = sources.first(where: Workspace.isWorkspace) {
            try Workspace(opening: workspace).describeFiles(in: &facts)
        }
        facts.files = sources.map { RequestLoader.name(of: $0) }
        facts.defaultPoints = auditor.placeholders.facts
        facts.places = try CityFacts.Places(
            of: table, city: city.city, clock: city.clock, placeholders: auditor.placeholders,
            reference: numbering?.reference, jobs: city.options.jobs)
        facts.filling = numbering?.filling
        facts.fullHundreds = numbering?.hundreds?.facts
        facts.positionErrors = auditor.measured?.facts(of: table) ?? []
        facts.addressAgreement = auditor.measured?.agreement.fact
        facts.answers = decisions.learnt.facts
        try auditor.add(to: &facts, of: table)
        facts.forEverybody = try forEverybody(of: table, city: city, numbering: numbering)
        return facts
    }

    /// Returns what the requests of no private category tell; `nil` where the city file marks none.
    private static func forEverybody(
        of table: RequestTable, city: CityWork, numbering: LearntNumbering?
    ) throws -> CityFacts.Public? {
        let privacy = try PrivateCategories(
            city: city.city, categories: table.categories.values, audience: .internal)
        guard !privacy.names.isEmpty else { return nil }
        var told = table
        told.facts = nil
        let privateRequests = told.requests(inAnyState: privacy.isPrivate)
        told.leaveOut(categories: privacy.isPrivate)
        var own = CityFacts(wardline: WardlineVersion.current, city: city.city.name)
        own.take(told, clock: city.clock)
        let jobs = city.options.jobs
        let taught = numbering.map { LearntNumbering($0.untaught, from: told, jobs: jobs) }
        return CityFacts.Public(
            withheld: privacy.names, days: own.days,
            defaultPoints: PlaceholderFinder(named: city.city.requests.placeholders)
                .find(in: told, jobs: jobs).facts,
            filling: taught?.filling, fullHundreds: taught?.hundreds?.facts,
            repeatedRows: told.repeatedRowKeys, privateRequests: privateRequests)
    }
}
