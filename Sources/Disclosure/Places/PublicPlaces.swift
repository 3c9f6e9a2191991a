package import Geocoding
package import Geometry
import Synchronization

/// Finds where requests may be shown to everybody: at blocks of the city's streets, else in squares.
///
///     let places = PublicPlaces(streets: lines, houses: reference.houses, pieceAt: pieces.piece) { requests }
///     places.place(ofAddress: "412 Elm St", at: position).title  // "400 block of Elm St"
package final class PublicPlaces: Sendable {
    /// What squares and streets without a reference are made from.
    package typealias Request = (address: String, position: Coordinate)
    /// Returns the number of the piece of the ground that holds a position: within a piece no border parts what is told.
    package typealias PieceFinder = @Sendable (Coordinate) -> Int

    private let streets: PublicStreets
    private let pieceAt: PieceFinder
    private let requests: @Sendable () -> [Request]
    /// What is needed far from all streets, or where a city names none; made at the first need.
    private let squares = Mutex<PublicSquares?>(nil)
    private let reported: ReportedStreets?
    /// What was asked before: a place is reported again and again.
    private let known = Mutex<[Question: PublicPlace]>([:])

    private struct Question: Hashable {
        let address: String?
        let position: Coordinate
    }

    /// - Parameters:
    ///   - streets: The streets as they are drawn; none where the city names none.
    ///   - houses: The addresses that the reference knows.
    ///   - pieceAt: Tells the piece of the ground that a position lies in.
    ///   - addresses: All addresses of the file, from which streets are told where the city names none; `nil` for those of
    ///     `requests`.
    ///   - requests: Returns the requests of the file with an address and a position.
    package init(
        streets: [StreetLine], houses: [KnownHouse], pieceAt: @escaping PieceFinder,
        addresses: (() -> [String])? = nil, requests: @escaping @Sendable () -> [Request]
    ) {
        self.streets = PublicStreets(streets, houses: houses, pieceAt: pieceAt)
        self.pieceAt = pieceAt
        self.requests = requests
        reported =
            streets.allSatisfy(\.title.isEmpty)
            ? ReportedStreets(addresses?() ?? requests().map(\.address)) : nil
    }

    /// Returns the place of a request: its block, a street near it, or the middle of a square of its piece of the ground.
    package func place(ofAddress address: String?, at position: Coordinate) -> PublicPlace {
        let question = Question(address: address, position: position)
        if let place = known.withLock({ $0[question] }) { return place }
        let place = found(question)
        known.withLock { $0[question] = place }
        return place
    }

    private func found(_ question: Question) -> PublicPlace {
        var place =
            streets.place(ofAddress: question.address, near: question.position)
            ?? allSquares().place(
                near: question.position, names: reported?.names(of: question.address) ?? [])
        place.position = place.position.standard
        return place
    }

    private func allSquares() -> PublicSquares {
        squares.withLock { known in
            if let known { return known }
            // Who stands at a street is no company in a square.
            let alone = requests().filter { streets.place(ofAddress: $0.address, near: $0.position) == nil }
            let made = PublicSquares(
                alone, names: { [reported] in reported?.names(of: $0) ?? [] }, pieceAt: pieceAt)
            known = made
            return made
        }
    }
}
