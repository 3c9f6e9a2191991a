import WardlineKit
import Boundaries
import Chronology
import City
import Foundation
import Geocoding
import Geometry
import Locating
import Records
import RoutingAudit
import ServiceRequests

/// All that an audit is made of: the city, its requests and its layers.
struct AuditRun {
    let city: CityFile
    let clock: CityClock
    let table: RequestTable
    let layers: [PreparedLayer]
    let placeholders: Placeholders
    /// Where the addresses are, or `nil` where the city file names no streets to look them up in.
    let addresses: AddressBook?
    private let auditor: RoutingAuditor
    /// The number of threads.
    var jobs: Int { auditor.jobs }

    init(options: CityOptions, layerName: String?, listing: RoutingAuditor.Listing) throws {
        var city = try options.readCity()
        if let layerName { city.layers = [try city.layer(named: layerName)] }
        guard !city.layers.isEmpty else {
            throw Failure("\(city.path): there is no layer to audit by; add layers:")
        }
        let requests = try RequestLoader(city: city)
        let progress = ProgressLine(quiet: options.quiet)
        let loader = LayerLoader(city: city, jobs: options.jobs)
        let read = try loader.layers()
        let table = try requests.read(
            options.requests, layers: city.layers, jobs: options.jobs, progress: progress)
        defer { progress.clear() }
        self.city = city
        self.table = table
        clock = requests.clock
        layers = try loader.preparedLayers(of: read, rows: table.count)
        placeholders = PlaceholderFinder(named: city.requests.placeholders)
            .find(in: table, jobs: options.jobs)
        let reference = try ReferenceLoader(city: city).openIfNamed(progress: progress)
        progress.show("looking up the addresses of \(NumberText.count(table.count)) requests")
        addresses = reference.map { [placeholders] in
            AddressLocator(Geocoder(reference: $0), jobs: options.jobs).locate(
                table, placeholders: placeholders)
        }
        progress.show("judging \(NumberText.count(table.count)) requests")
        auditor = RoutingAuditor(
            layers: layers, calendars: layers.map { Self.calendar(of: $0, clock: requests.clock) },
            placeholders: placeholders, addresses: addresses, jobs: options.jobs, listing: listing)
        for layer in read { Self.warn(about: layer) }
        warnWhereFarAway(read)
    }

    func judge() throws -> AuditResult { try auditor.audit(table) }

    /// Returns the whole story of one request, in sentences.
    func explanation(ofRequest id: String) throws -> String {
        guard let row = table.row(id: id) else {
            throw Failure("\(table.intake.sourceName) has no request \(id)")
        }
        return Explanation(audit: self, row: row, findings: try auditor.findings(ofRow: row, in: table)).text
    }

    /// Says when nearly no request lies near a layer's areas: one of the two is in another place or system.
    private func warnWhereFarAway(_ layers: [Layer]) {
        // A sample tells it as well as all rows.
        let rows = stride(from: 0, to: table.count, by: max(1, table.count / 10_000))
        guard let check = PlacementCheck(positions: table.recordedPositions(ofRows: rows)) else { return }
        for edition in layers.flatMap(\.editions) {
            guard let finding = check.finding(for: edition) else { continue }
            Terminal.warn("\(URL(fileURLWithPath: edition.path).lastPathComponent) \(finding.message)")
        }
    }

    private static func calendar(of layer: PreparedLayer, clock: CityClock) -> EditionCalendar {
        EditionCalendar(starts: layer.editions.map { $0.from.map(clock.startOfDay) })
    }

    /// Says what was mended in the boundary files, since a verdict near a mended place rests on it.
    private static func warn(about layer: Layer) {
        for edition in layer.editions {
            let file = URL(fileURLWithPath: edition.path).lastPathComponent
            for note in edition.notes { Terminal.warn("\(file): \(note.text)") }
        }
    }
}
