import Boundaries
package import Chronology
package import City
import Foundation
import Geocoding
package import Locating
package import RoutingAudit
package import ServiceRequests
import WorkSharing

/// All that an audit is made of: the city, its requests and its layers.
package struct AuditWork: Sendable {
    package let city: CityFile
    /// The file of requests, or `-` for standard input.
    package let source: String
    package let clock: CityClock
    package let table: RequestTable
    package let layers: [PreparedLayer]
    /// The names of the city's layers that are not audited, since nothing says which column holds the CRM's answer.
    package let layersLeftOut: [String]
    package let placeholders: Placeholders
    /// Where the addresses are, or `nil` where the city file names no streets to look them up in.
    package let addresses: AddressBook?
    /// The day until which the requests go; `nil` where none has a time of opening.
    package let lastDay: CivilDate?
    /// How far recorded positions are off, where addresses could measure it.
    package let measured: MeasuredUncertainty?
    /// What clerks answered, where the requests come from a workspace.
    package let decisions: ClerkDecisions
    /// Which requests findings and counts are about.
    package let choice: RequestChoice
    private let listing: RoutingAuditor.Listing
    private let auditor: RoutingAuditor
    private let filling: LearntFilling?
    /// Whether all layers that can be judged are.
    let isOfAllLayers: Bool
    private let options: WorkOptions
    /// The number of threads.
    package var jobs: Int { auditor.jobs }

    /// - Parameters:
    ///   - source: The file of requests, or `-` for standard input.
    ///   - layerName: The only layer to judge by; `nil` for all.
    ///   - carrying: The file's names of columns that findings pass on as they are.
    ///   - choice: Which requests findings and counts are about. All are judged together.
    ///   - loadable: What repairs are written for, so that what they replace is known; `nil` where none are.
    package init(
        _ source: String, city: CityFile, layerName: String?, listing: RoutingAuditor.Listing,
        carrying: [String] = [], choice: RequestChoice = RequestChoice(),
        loadable: LoadableRepairs.Settings? = nil, options: WorkOptions
    ) throws {
        if let taken = FindingColumns.taken(by: carrying) {
            throw WardlineError(part: .question, description: FindingColumns.isTaken(taken))
        }
        var city = city
        (city.layers, layersLeftOut) = try city.judgedLayers(only: layerName)
        guard !city.layers.isEmpty else {
            throw WardlineError(
                part: .cityFile, description: "\(city.path): there is no layer to audit by; add layers:")
        }
        let work = try CityWork(city: city, options: options)
        let loader = LayerLoader(city: city, jobs: options.jobs)
        let read = try loader.layers()
        let table = try RequestLoader(city: city).read(
            source, layers: city.layers, carrying: carrying, keeping: Self.kept(for: choice, loadable),
            options: options)
        for (option, text, nearest) in choice.unknownTexts(in: table) {
            options.warn("\(option) \(text): no request has it; the nearest is “\(nearest)”")
        }
        self.choice = choice
        self.listing = listing
        self.city = city
        self.source = source
        self.table = table
        lastDay = LastDay(of: table, clock: work.clock)?.day
        self.options = options
        clock = work.clock
        layers = try loader.preparedLayers(of: read, rows: table.count)
        placeholders = PlaceholderFinder(named: city.requests.placeholders)
            .find(in: table, jobs: options.jobs)
        try Cancellation.check()
        filling = try work.fillingIfNamed(for: table)
        isOfAllLayers = layerName == nil
        let reference = filling?.reference
        options.show(.lookingUpAddresses(requests: table.count))
        addresses = reference.map { [placeholders] in
            AddressLocator(Geocoder(reference: $0), jobs: options.jobs).locate(
                table, placeholders: placeholders)
        }
        try Cancellation.check()
        measured = addresses.map { MeasuredUncertainty($0, table: table) }
        decisions = try ClerkDecisions(of: source, table: table, layers: city.layers.map(\.name))
        auditor = RoutingAuditor(
            layers: layers, calendars: layers.map { Self.calendar(of: $0, clock: work.clock) },
            placeholders: placeholders, addresses: addresses, measured: measured,
            learnt: LearntRadii(decisions.learnt, table: table), decisions: decisions.byFinding,
            jobs: options.jobs, listing: choice.isAll ? listing : .all)
        work.warn(about: read)
        warnWhereFarAway(read)
    }

    /// Which columns are kept for what is asked.
    private static func kept(for choice: RequestChoice, _ loadable: LoadableRepairs.Settings?) -> KeptColumns
    {
        var kept = KeptColumns()
        kept.named = choice.columns.map { ($0.column, "--where") }
        if let loadable {
            kept.named += [loadable.key].compactMap(\.self).map { ($0, "--key") }
            kept.fields = [.id, .assigned, .longitude, .latitude]
        }
        return kept
    }

    /// Returns what a part of the requests has to know of the others.
    func facts() throws -> CityFacts {
        try FactsWork.facts(
            of: table, from: [source], city: CityWork(city: city, options: options), filling: filling,
            decisions: decisions, auditor: auditor)
    }

    /// Judges all requests, and leaves the findings of those that are chosen.
    package func judge() throws -> AuditResult {
        options.show(.judging(requests: table.count))
        var result = try auditor.audit(table)
        try Cancellation.check()
        if !choice.isAll {
            result.choose(
                choice.rows(of: table, clock: clock), layers: layers, keepingCorrect: listing == .all)
        }
        return result
    }

    /// Returns what should be loaded back, in the order of the findings.
    ///
    /// - Parameter isLoaded: Whether a new position is loaded with its repair.
    func repairs(
        of result: AuditResult, selection: RepairsWriter.Selection, isLoaded: (Position) -> Bool
    ) -> [Repair] {
        auditor.repairs(of: result, in: table, least: selection.least, isLoaded: isLoaded)
    }

    /// Says when nearly no request lies near a layer's areas: one of the two is in another place or system.
    private func warnWhereFarAway(_ layers: [Layer]) {
        // A sample tells it as well as all rows.
        let rows = stride(from: 0, to: table.count, by: max(1, table.count / 10_000))
        guard let check = PlacementCheck(positions: table.recordedPositions(ofRows: rows)) else { return }
        for edition in layers.flatMap(\.editions) {
            guard let finding = check.finding(for: edition) else { continue }
            options.warn("\(URL(fileURLWithPath: edition.path).lastPathComponent) \(finding.message)")
        }
    }

    private static func calendar(of layer: PreparedLayer, clock: CityClock) -> EditionCalendar {
        EditionCalendar(starts: layer.editions.map { $0.from.map(clock.startOfDay) })
    }
}
