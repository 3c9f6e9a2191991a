import Disclosure
import Geocoding
import Geometry
import Locating
import ServiceRequests
import Synchronization

/// Finds where cases may be shown to everybody: at blocks of the city's streets, else in squares.
final class CasePlaces: Sendable {
    private let table: RequestTable
    private let layer: AreaLayer
    private let placements: AreaPlacements
    private let streets: PublicStreets
    /// What is needed far from all streets, or where a city names none; made at the first need.
    private let squares = Mutex<PublicSquares?>(nil)
    private let reported: ReportedStreets?

    init(_ sources: AtlasSources, layer: AreaLayer, placements: AreaPlacements) {
        table = sources.table
        self.layer = layer
        self.placements = placements
        streets = PublicStreets(sources.streetLines, houses: sources.reference?.houses ?? [])
        let table = sources.table
        reported =
            sources.streetLines.isEmpty
            ? ReportedStreets((0..<table.count).lazy.compactMap { table.address(at: $0) }) : nil
    }

    /// Returns the place of a case; `nil` where it has no position.
    func place(of item: MapCase) -> PublicPlace? {
        guard case .located(let position, let area) = item.placement.place else { return nil }
        let address = table.address(at: item.row)
        if let place = streets.place(ofAddress: address, near: position) { return place }
        return PublicPlace(
            name: reported?.name(of: address) ?? .unnamed,
            position: allSquares().place(near: position, area: area))
    }

    private func allSquares() -> PublicSquares {
        squares.withLock { known in
            if let known { return known }
            let made = PublicSquares(
                areas: layer.shapes,
                addresses: (0..<table.count).lazy.compactMap { [table, placements] row in
                    guard case .located(let position, let area) = placements[row].place,
                        let address = table.address(at: row)
                    else { return nil }
                    return (address, position, area)
                })
            known = made
            return made
        }
    }
}
