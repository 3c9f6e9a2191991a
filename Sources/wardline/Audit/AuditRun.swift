import Boundaries
import Chronology
import City
import Foundation
import RoutingAudit
import ServiceRequests
import Wording

/// All that an audit is made of: the city, its requests and its layers.
struct AuditRun {
    let city: CityFile
    let clock: CityClock
    let table: RequestTable
    let layers: [AuditLayer]
    let placeholders: Placeholders
    private let auditor: RoutingAuditor

    init(options: CityOptions, layerName: String?, listing: RoutingAuditor.Listing) throws {
        var city = try options.readCity()
        if let layerName { city.layers = [try Self.layer(named: layerName, in: city)] }
        guard !city.layers.isEmpty else {
            throw Failure("\(city.path): there is no layer to audit by; add layers:")
        }
        let requests = try RequestLoader(city: city)
        let progress = ProgressLine(quiet: options.quiet)
        let loader = LayerLoader(city: city, jobs: options.jobs)
        let read = try loader.layers()
        let table = try requests.read(
            options.requests, layers: city.layers, jobs: options.jobs, progress: progress)
        progress.show("judging \(NumberText.count(table.count)) requests")
        defer { progress.clear() }
        self.city = city
        self.table = table
        clock = requests.clock
        layers = try loader.auditLayers(of: read, rows: table.count)
        placeholders = PlaceholderFinder(named: city.requests.placeholders).find(in: table)
        auditor = RoutingAuditor(
            layers: layers, calendars: layers.map { Self.calendar(of: $0, clock: requests.clock) },
            placeholders: placeholders, jobs: options.jobs, listing: listing)
        for (settings, layer) in zip(city.layers, read) { Self.warn(about: layer, settings: settings) }
    }

    func judge() throws -> AuditResult { try auditor.audit(table) }

    /// Returns the whole story of one request, in sentences.
    func explanation(ofRequest id: String) throws -> String {
        guard let row = table.row(id: id) else {
            throw Failure("\(table.intake.sourceName) has no request \(id)")
        }
        return Explanation(audit: self, row: row, findings: try auditor.findings(ofRow: row, in: table)).text
    }

    private static func layer(named name: String, in city: CityFile) throws -> CityFile.LayerSettings {
        guard let layer = city.layers.first(where: { $0.name == name }) else {
            let names = city.layers.map(\.name)
            throw Failure(
                "\(city.path) has no layer \(name); did you mean \(Spelling.nearest(to: name, among: names))?"
            )
        }
        return layer
    }

    private static func calendar(of layer: AuditLayer, clock: CityClock) -> EditionCalendar {
        EditionCalendar(starts: layer.editions.map { $0.from.map(clock.startOfDay) })
    }

    /// Says what was mended in the boundary files, since a verdict near a mended place rests on it.
    private static func warn(about layer: Layer, settings: CityFile.LayerSettings) {
        for edition in layer.editions {
            let file = URL(fileURLWithPath: edition.path).lastPathComponent
            for note in edition.notes { Terminal.warn("\(file): \(note.text)") }
        }
    }
}
