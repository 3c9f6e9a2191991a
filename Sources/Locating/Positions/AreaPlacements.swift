import Boundaries
import Geometry
package import GeometryEngine
package import ServiceRequests

/// The requests of a table in one layer: where each lies and in which area it counts.
package struct AreaPlacements: Sendable {
    package let places: RequestPlaces
    /// For each row the area that its place lies in; −1 outside all, and without a place.
    private var areas: [Int32]
    private let assigned: InternedColumn?
    /// For each different recorded code the area it means; −1 for none.
    private let meanings: [Int]
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
            placement.place = .located(window.coordinate(coordinate), area: Int(areas[row]))
            if places.bases[row] == .address {
                placement.positionSource = places.addresses?.place(at: row)?.position?.source ?? .recorded
            }
        }
        return placement
    }

    /// The area that a request is counted in; −1 for none.
    package func home(ofRow row: Int) -> Int { self[row].home }

    /// What stands for an area where a request lies outside all, and where no place and no code says where it lies.
    package static let outside = -1
    package static let nowhere = -2

    /// Returns for each row the area that it is counted in, or why in none, in the memory of where it lies.
    package consuming func homes() -> [Int32] {
        for row in areas.indices {
            let placement = self[row]
            let isKnown = placement.home >= 0 || placement.position != nil
            areas[row] = Int32(isKnown ? placement.home : Self.nowhere)
        }
        return areas
    }
}
