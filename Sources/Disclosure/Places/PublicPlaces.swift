package import Boundaries
package import Geocoding
package import Geometry
import Synchronization

/// Finds where requests may be shown to everybody: at blocks of the city's streets, else in squares.
///
///     let places = PublicPlaces(streets: lines, houses: reference.houses, areas: []) { requests }
///     places.place(ofAddress: "412 Elm St", at: position).title  // "400 block of Elm St"
package final class PublicPlaces: Sendable {
    /// What squares and streets without a reference are made from.
    package typealias Request = (address: String, position: Coordinate, area: Ordinal<Area>)

    private let streets: PublicStreets
    private let areas: [MultiPolygon<Coordinate>]
    private let requests: @Sendable () -> [Request]
    /// What is needed far from all streets, or where a city names none; made at the first need.
    private let squares = Mutex<PublicSquares?>(nil)
    private let reported: ReportedStreets?
    /// What was asked before: a place is reported again and again.
    private let known = Mutex<[Question: PublicPlace]>([:])

    private struct Question: Hashable {
        let address: String?
        let position: Coordinate
        let area: Ordinal<Area>
    }

    /// - Parameters:
    ///   - streets: The streets as they are drawn; none where the city names none.
    ///   - houses: The addresses that the reference knows.
    ///   - areas: The surfaces within which squares stay; where there are none all requests are of the first area, around which one
    ///     surface is laid.
    ///   - addresses: All addresses of the file, from which streets are told where the city names none; `nil` for those of
    ///     `requests`.
    ///   - requests: Returns the requests of the file with an address and a position.
    package init(
        streets: [StreetLine], houses: [KnownHouse], areas: [MultiPolygon<Coordinate>],
        addresses: (() -> [String])? = nil, requests: @escaping @Sendable () -> [Request]
    ) {
        self.streets = PublicStreets(streets, houses: houses)
        self.areas = areas
        self.requests = requests
        reported =
            streets.allSatisfy(\.title.isEmpty)
            ? ReportedStreets(addresses?() ?? requests().map(\.address)) : nil
    }

    /// Returns the place of a request: its block, a street near it, or the middle of a square of its area.
    package func place(
        ofAddress address: String?, at position: Coordinate, area: Ordinal<Area> = Ordinal(0)
    ) -> PublicPlace {
        let question = Question(address: address, position: position, area: area)
        if let place = known.withLock({ $0[question] }) { return place }
        let place = found(question)
        known.withLock { $0[question] = place }
        return place
    }

    private func found(_ question: Question) -> PublicPlace {
        var place =
            streets.place(ofAddress: question.address, near: question.position)
            ?? PublicPlace(
                name: reported?.name(of: question.address) ?? .unnamed,
                position: allSquares().place(near: question.position, area: question.area))
        place.position = place.position.standard
        return place
    }

    private func allSquares() -> PublicSquares {
        squares.withLock { known in
            if let known { return known }
            let requests = requests()
            let made = PublicSquares(
                areas: areas.isEmpty ? Self.ground(requests.map(\.position)) : areas, addresses: requests)
            known = made
            return made
        }
    }

    /// Returns one surface that holds all positions.
    private static func ground(_ positions: [Coordinate]) -> [MultiPolygon<Coordinate>] {
        guard let first = positions.first,
            let box = Box(enclosing: positions.map { $0.written(near: first) })?.expanded(byX: 0.01, y: 0.01)
        else { return [] }
        return [MultiPolygon([Polygon(exterior: LinearRing(box.corners + box.corners.prefix(1)))])]
    }
}
