import Boundaries
import Disclosure
import Geocoding
import Geometry
import Locating
import ServiceRequests

/// Finds where cases may be shown to everybody.
struct CasePlaces {
    private let table: RequestTable
    private let places: PublicPlaces
    /// The longitudes that the areas are drawn in.
    private let window: LongitudeWindow

    init(
        _ sources: AtlasSources, layer: AreaLayer, placements: AreaPlacements,
        pieceAt: @escaping PublicPlaces.PieceFinder
    ) {
        let table = sources.table
        self.table = table
        window = layer.edition.window
        places = PublicPlaces(
            streets: sources.streetLines, houses: sources.reference?.houses ?? [],
            pieceAt: pieceAt,
            addresses: { (0..<table.count).compactMap { table.address(at: $0) } },
            requests: {
                (0..<table.count).compactMap { row in
                    guard case .located(let position, _) = placements[row].place,
                        let address = table.address(at: row)
                    else { return nil }
                    return (address, position)
                }
            })
    }

    /// Returns the place of a case; `nil` where it has no position.
    func place(of item: MapCase) -> PublicPlace? {
        guard case .located(let position, _) = item.placement.place else { return nil }
        var place = places.place(ofAddress: table.address(at: item.row), at: position)
        place.position = window.coordinate(place.position)
        return place
    }
}
