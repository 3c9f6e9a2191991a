package import Boundaries
import Geometry
package import GeometryEngine
package import ServiceRequests

/// The requests of a table in one layer: where each lies and in which area it counts.
package struct AreaPlacements: Sendable {
    package let places: RequestPlaces
    /// For each row the area that its place lies in; `none` outside all, and without a place.
    private let areas: [Ordinal<Area>]
    private let assigned: InternedColumn?
    /// For each different recorded code the area it means; `none` where there is none.
    private let meanings: [Ordinal<Area>]
    /// The longitudes of the layer's areas, so that cases are drawn among them on both sides of the antimeridian.
    private let window: LongitudeWindow

    /// - Parameter table: Its first `assigned` column, where it has one, is the layer's.
    package init(
        _ places: RequestPlaces, in layer: AreaLayer, table: RequestTable, jobs: Int
    ) throws(GeometryError) {
        self.places = places
        window = layer.edition.window
        assigned = table.assigned.first
        meanings = table.assigned.first.map(layer.meanings) ?? []
        areas = try layer.areas(of: places, jobs: jobs)
    }

    package subscript(row: Int) -> RequestPlacement {
        var placement = RequestPlacement()
        if let assigned, assigned.indices[row] >= 0 {
            placement.assigned = meanings[Int(assigned.indices[row])]
        }
        switch places.bases[row] {
        case .missing(let reason): placement.place = .missing(reason)
        case .recorded, .address:
            guard let coordinate = places.coordinate(at: row) else { break }
            placement.place = .located(window.coordinate(coordinate), area: areas[row])
            if places.bases[row] == .address {
                placement.positionSource = places.addresses?.place(at: row)?.position?.source ?? .recorded
            }
        }
        return placement
    }

    /// The area that a request is counted in; `none` where there is none.
    package func area(ofRow row: Int) -> Ordinal<Area> { self[row].area }

    /// Returns for each row the area that it is counted in, or why in none.
    package func homes() -> [RequestHome] {
        areas.indices.map { row in
            let placement = self[row]
            let isKnown = placement.area.exists || placement.position != nil
            return isKnown ? RequestHome(placement.area) : .nowhere
        }
    }
}
