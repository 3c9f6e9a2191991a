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
    let auditor: RoutingAuditor
    private let numbering: LearntNumbering?
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
        let ground = try AuditGround(
            source, city: city, layerName: layerName, listing: listing, carrying: carrying, choice: choice,
            loadable: loadable, options: options)
        let table = try RequestLoader(city: ground.city).read(
            source, layers: ground.city.layers, carrying: carrying, keeping: ground.keeping,
            options: options, for: ground.memoryWork)
        RequestLoader.warn(ofRowsMissingIn: table.intake, options)
        RequestLoader.warn(ofRespeltIDsIn: table, options)
        RequestLoader.warn(ofGroupsIn: table, options)
        ground.warn(ofTextsUnknownIn: table)
        var columns = RequestChoice.ColumnCensus(ground.choice)
        columns.look(at: table)
        ground.warn(ofUnmetIn: columns)
        ground.warn(ofUndatedIn: table)
        let layers = try ground.preparedLayers(rows: table.count)
        let placeholders = ground.placeholderFinder.find(in: table, jobs: options.jobs)
        try Cancellation.check()
        let numbering = try ground.work.numberingIfNamed(for: table, beside: ground.editions)
        options.show(.lookingUpAddresses(requests: table.count))
        let addresses = numbering.map {
            AddressLocator(Geocoder(reference: $0.reference), jobs: options.jobs)
                .locate(table, placeholders: placeholders)
        }
        try Cancellation.check()
        try self.init(
            table, of: ground, layers: layers, placeholders: placeholders, addresses: addresses,
            numbering: numbering,
            decisions: ClerkDecisions(of: source, table: table, layers: ground.city.layers.map(\.name)),
            lastDay: LastDay(of: table, clock: ground.work.clock)?.day)
        ground.work.warn(about: ground.read)
        ground.work.warn(of: ground.editions, farFrom: table, beside: numbering?.reference)
        let editions = ground.read.map(\.editions)
        for warning in ApartAreaSearch.warnings(ground.city.layers, editions: editions, requests: table) {
            options.warn(warning)
        }
    }

    /// Creates the work on all requests, or on a slice of them that has facts of all.
    ///
    /// - Parameters:
    ///   - lastDay: Of all requests: a slice's own dates do not tell which of them are mistakes.
    ///   - witnesses: Those of all slices.
    init(
        _ table: RequestTable, of ground: AuditGround, layers: [PreparedLayer], placeholders: Placeholders,
        addresses: AddressBook?, numbering: LearntNumbering?, decisions: ClerkDecisions,
        lastDay: CivilDate?, witnesses: KnownWitnesses? = nil
    ) throws {
        city = ground.city
        source = ground.source
        clock = ground.work.clock
        self.table = table
        self.layers = layers
        layersLeftOut = ground.layersLeftOut
        self.placeholders = placeholders
        self.addresses = addresses
        self.lastDay = lastDay
        measured = addresses.map { MeasuredUncertainty($0, table: table) }
        self.decisions = decisions
        choice = ground.choice
        listing = ground.listing
        self.numbering = numbering
        isOfAllLayers = ground.isOfAllLayers
        options = ground.work.options
        auditor = RoutingAuditor(
            layers: layers, calendars: layers.map { EditionCalendar(of: $0, clock: ground.work.clock) },
            placeholders: placeholders, addresses: addresses, measured: measured,
            learnt: LearntRadii(decisions.learnt, table: table), decisions: decisions.byFinding,
            systems: ground.systems, known: witnesses, jobs: options.jobs,
            listing: choice.isAll ? listing : .all)
    }

    /// Returns what a part of the requests has to know of the others.
    func facts() throws -> CityFacts {
        try FactsWork.facts(
            of: table, from: [source], city: CityWork(city: city, options: options), numbering: numbering,
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
}
