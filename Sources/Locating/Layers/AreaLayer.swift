package import Boundaries
package import Chronology
package import City
package import Geometry
package import GeometryEngine
package import ServiceRequests
import WorkSharing

/// The layer whose areas requests are counted in: the edition in force on one day.
package struct AreaLayer: Sendable {
    package let settings: CityFile.LayerSettings
    package let edition: Edition
    /// The areas' surfaces in degrees, in the order of the edition's areas.
    package let shapes: [MultiPolygon<Coordinate>]
    /// The layer with all its editions, for judging requests by the one in force when each was opened.
    package let prepared: PreparedLayer
    private let inForce: PreparedEdition

    /// - Parameter rows: How many requests will be located.
    package init(
        _ settings: CityFile.LayerSettings, city: CityFile, rows: Int, asOf: CivilDate, jobs: Int
    ) throws {
        var city = city
        city.layers = [settings]
        let loader = LayerLoader(city: city, jobs: jobs)
        let layers = try loader.layers()
        guard let edition = layers[0].edition(on: asOf) else {
            let first = layers[0].editions[0]
            throw LocatingError.noEditionInForce(
                city: city.path, layer: settings.name, day: asOf, first: first.name, from: first.from)
        }
        self.settings = settings
        self.edition = edition
        shapes = try edition.shapesInDegrees()
        prepared = try loader.preparedLayers(of: layers, rows: rows)[0]
        inForce = prepared.editions[layers[0].editions.firstIndex { $0.from == edition.from } ?? 0]
    }

    package var areaCount: Int { edition.areas.count }

    /// What was found and mended in the edition's file, one sentence each.
    package var notes: [String] { edition.notes.map { "\(edition.name): \($0.text)" } }

    /// What an area is called in a heading: `Council district 7`, with its own name where that says more.
    package func title(_ area: Ordinal<Area>) -> String { title(area, kind: settings.title) }

    /// - Parameter kind: What the layer's areas are called, where that is not the city file's word.
    package func title(_ area: Ordinal<Area>, kind: String) -> String {
        let (code, own) = (edition.areas[area].code, edition.areas[area].title)
        let plain = Self.named(code, as: kind)
        if own == code || own.isEmpty { return plain }
        return edition.areas[area].isTitleEnough ? own : "\(plain): \(own)"
    }

    /// A few words for a label on a map: the area's name, or the kind of area and its code.
    package func label(_ area: Ordinal<Area>) -> String {
        let own = edition.areas[area].title
        return own == edition.areas[area].code ? Self.named(own, as: settings.title) : own
    }

    /// `Ward 7` of `7`, and of a code that says `Ward 7` itself.
    private static func named(_ code: String, as kind: String) -> String {
        code.lowercased().hasPrefix(kind.lowercased()) ? code : "\(kind) \(code)"
    }

    /// Returns the area that a code or one of its aliases means, `nil` for none.
    package func areaMeant(by code: String) -> Ordinal<Area>? { inForce.area(code) }

    /// Returns the area that a code means.
    ///
    /// - Throws: ``LocatingError/noSuchArea(code:edition:codes:)`` for one that means none, and
    ///   ``LocatingError/unreadableArea(code:edition:reason:)`` for one of which nothing can be used.
    package func area(_ code: String) throws(LocatingError) -> Ordinal<Area> {
        if let area = areaMeant(by: code) { return area }
        if let area = edition.unreadable.first(where: { $0.code == code }) {
            throw .unreadableArea(code: area.code, edition: edition.name, reason: area.reasonText)
        }
        throw .noSuchArea(code: code, edition: edition.name, codes: edition.codes)
    }

    /// Returns whether a border of that day lies within a distance of a position, metres.
    package func hasBorder(within distance: Double, of position: Coordinate) -> Bool {
        inForce.ground.borders.hasBorder(within: distance, of: position)
    }

    /// Returns for each area that the requests name the area of that day's edition that it means, `none` where there is none.
    package func meanings(of column: InternedColumn) -> [Ordinal<Area>] {
        column.values.map { inForce.area($0) ?? .none }
    }

    /// Returns the area of each request; one on a shared border is in the area with the lowest code, one outside
    /// all and one without a place in `none`.
    package func areas(of places: RequestPlaces, jobs: Int) throws(GeometryError) -> [Ordinal<Area>] {
        let ground = inForce.ground
        return try filledArray(
            count: places.count, sliceLength: 16_384, jobs: jobs,
            makeWorker: { () throws(GeometryError) in try EditionProbe(ground) },
            fill: {
                (probe: inout EditionProbe, range: Range<Int>, areas: UnsafeMutablePointer<Ordinal<Area>>)
                    throws(GeometryError) in
                for row in range {
                    areas[row] =
                        try places.coordinate(at: row).map {
                            (place) throws(GeometryError) in try probe.locate(place)
                        } ?? .none
                }
            })
    }
}
