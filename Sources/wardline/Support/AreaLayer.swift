import Boundaries
import Chronology
import City
import Geometry
import GeometryEngine
import RoutingAudit
import ServiceRequests
import Wording
import WorkSharing

/// The layer whose areas requests are counted in: the edition in force on one day.
struct AreaLayer: Sendable {
    let settings: CityFile.LayerSettings
    let edition: Edition
    /// The areas' surfaces in degrees, in the order of the edition's areas.
    let shapes: [MultiPolygon<Coordinate>]
    private let audited: AuditLayer
    private let inForce: AuditEdition

    init(_ settings: CityFile.LayerSettings, city: CityFile, rows: Int, asOf: CivilDate, jobs: Int) throws {
        var city = city
        city.layers = [settings]
        let loader = LayerLoader(city: city, jobs: jobs)
        let layers = try loader.layers()
        guard let edition = layers[0].edition(on: asOf) else {
            let first = layers[0].editions[0]
            throw Failure(
                "\(city.path): no edition of layer \(settings.name) was in force on \(asOf); the first, \(first.name), "
                    + "is in force from \(first.from.map(\.description) ?? "")")
        }
        self.settings = settings
        self.edition = edition
        shapes = try edition.shapesInDegrees()
        audited = try loader.auditLayers(of: layers, rows: rows)[0]
        let place = layers[0].editions.firstIndex { $0.from == edition.from } ?? 0
        inForce = audited.editions[place]
        for note in edition.notes { Terminal.warn("\(edition.name): \(note.text)") }
    }

    var areaCount: Int { edition.areas.count }

    /// What an area is called in a heading: `Council district 7`, with its own name where that says more.
    func title(_ area: Int) -> String {
        let (code, own) = (edition.areas[area].code, edition.areas[area].title)
        let plain = "\(settings.title) \(code)"
        if own == code || own.isEmpty { return plain }
        return own.lowercased().contains(code.lowercased()) ? own : "\(plain): \(own)"
    }

    /// A few words for a label on a map: the area's name, or the kind of area and its code.
    func label(_ area: Int) -> String {
        let own = edition.areas[area].title
        return own == edition.areas[area].code ? "\(settings.title) \(own)" : own
    }

    /// Returns the area that a code or one of its aliases means, `nil` for none.
    func areaMeant(by code: String) -> Int? { inForce.area(code) }

    /// Returns the area that a code means.
    ///
    /// - Throws: ``Failure`` with the nearest codes for one that means none.
    func area(_ code: String) throws -> Int {
        if let area = areaMeant(by: code) { return area }
        let codes = edition.codes
        let nearest = Spelling.nearest(3, to: code, among: codes)
        let all = codes.count <= 30 ? "; its areas are \(codes.joined(separator: ", "))" : ""
        throw Failure(
            "--area \(code): \(edition.name) has no such area; the nearest codes are "
                + nearest.joined(separator: ", ") + all)
    }

    /// Returns for each area that the requests name the area of that day's edition that it means, −1 for none.
    func meanings(of column: InternedColumn) -> [Int] { column.values.map { inForce.area($0) ?? -1 } }

    /// Judges the requests by the editions in force when each was opened.
    func findings(
        _ table: RequestTable, placeholders: Placeholders, addresses: AddressBook?, clock: CityClock,
        jobs: Int
    ) throws -> [Finding] {
        let calendar = EditionCalendar(starts: audited.editions.map { $0.from.map(clock.startOfDay) })
        return try RoutingAuditor(
            layers: [audited], calendars: [calendar], placeholders: placeholders, addresses: addresses,
            jobs: jobs,
            listing: .all
        ).audit(table).findings
    }

    /// Returns the area of each position; one on a shared border is in the area with the lowest code, one outside
    /// all in −1.
    func areas(of positions: [Coordinate], jobs: Int) throws -> [Int] {
        let ground = inForce.ground
        let slices = try mapSlices(
            count: positions.count, sliceLength: 16_384, jobs: jobs,
            makeWorker: { () throws(GeometryError) in try EditionProbe(ground) },
            body: { (probe: inout EditionProbe, range: Range<Int>) throws(GeometryError) -> [Int] in
                var areas: [Int] = []
                for position in positions[range] { areas.append(try probe.locate(position)) }
                return areas
            })
        return Array(slices.joined())
    }
}
