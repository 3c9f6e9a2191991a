import AddressParsing
import Geocoding
package import Geometry

/// Where a request may be shown that no street is near: in the middle of the smallest square of its piece of the ground that
/// holds at least three houses: reports that have neither a number nor a position in common. Streets do not count: one house
/// whose street is spelled in three ways would be three.
///
/// The squares are the same whatever is shown, and four small ones make a larger one: maps of two layers beside each other,
/// or of two days, tell no more of a place than one.
package struct PublicSquares: Sendable {
    /// The sides, metres; the largest is taken where even that holds fewer houses, or none is known.
    package static let sides = [100.0, 200, 400]

    private struct Square: Hashable {
        var side: Int
        /// The degree of latitude by which columns are as wide as rows are high.
        var degree: Int
        var column: Int
        var row: Int
        var piece: Int
    }

    /// A square with at least three houses of a block or a street; of whatever streets where it is unnamed.
    private struct Crowd: Hashable {
        var square: Square
        var name: PublicPlace.Name
    }

    private let pieceAt: PublicPlaces.PieceFinder
    private let crowds: Set<Crowd>

    /// - Parameters:
    ///   - addresses: The address and the position of each request of the file.
    ///   - names: Returns what may be told of an address, such as its block and its street.
    ///   - pieceAt: See ``PublicPlaces/PieceFinder``.
    package init(
        _ addresses: some Sequence<(address: String, position: Coordinate)>,
        names: (String) -> [PublicPlace.Name] = { _ in [] }, pieceAt: @escaping PublicPlaces.PieceFinder
    ) {
        self.pieceAt = pieceAt
        var found: [Crowd: ReportedHouses] = [:]
        var known: [String: (number: Int?, names: [PublicPlace.Name])] = [:]
        let parser = AddressParser()
        for (address, position) in addresses {
            let told = known[address] ?? (parser.lineStreet(address)?.house, names(address))
            known[address] = told
            guard let number = told.number else { continue }
            let piece = pieceAt(position)
            for side in Self.sides.indices {
                let square = Self.square(side, at: position, piece: piece)
                for name in told.names + [.unnamed] {
                    found[Crowd(square: square, name: name), default: ReportedHouses()]
                        .add(number: number, at: position)
                }
            }
        }
        crowds = Set(found.filter { $0.value.areEnough }.keys)
    }

    /// Returns the place for a request; the same for all of its square, name and piece, and never in another piece.
    ///
    /// - Parameter names: What may be told of its address, the most exact first. One is told where a square holds at least three
    ///   houses of it.
    package func place(near position: Coordinate, names: [PublicPlace.Name] = []) -> PublicPlace {
        let piece = pieceAt(position)
        let squares = Self.sides.indices.map { Self.square($0, at: position, piece: piece) }
        for name in names + [.unnamed] {
            if let square = squares.first(where: { crowds.contains(Crowd(square: $0, name: name)) }) {
                return place(name, square)
            }
        }
        return place(.unnamed, squares[squares.count - 1])
    }

    private func place(_ name: PublicPlace.Name, _ square: Square) -> PublicPlace {
        PublicPlace(name: name, position: middle(of: square), reach: Self.sides[square.side])
    }

    private static func square(_ side: Int, at position: Coordinate, piece: Int) -> Square {
        let position = position.standard
        let degree = position.latitude.rounded(.down)
        let size = size(of: side, degree)
        return Square(
            side: side, degree: Int(degree),
            column: Int(((position.longitude + 180) / size.width).rounded(.down)),
            row: Int(((position.latitude - degree) / size.height).rounded(.down)), piece: piece)
    }

    /// Degrees.
    private static func size(of side: Int, _ degree: Double) -> (width: Double, height: Double) {
        // A cap of the earth without columns: nobody lives there.
        let latitude = max(-89, min(89, degree + 0.5))
        let plane = LocalPlane(origin: Coordinate(longitude: 0, latitude: latitude))
        return (sides[side] / plane.perLongitude, sides[side] / plane.perLatitude)
    }

    /// Returns the square's middle, or of a fine grid of its points the one nearest to it that lies in the piece.
    private func middle(of square: Square) -> Coordinate {
        let degree = Double(square.degree)
        let size = Self.size(of: square.side, degree)
        func place(_ x: Double, _ y: Double) -> Coordinate {
            Coordinate(
                longitude: (Double(square.column) + x) * size.width - 180,
                latitude: degree + (Double(square.row) + y) * size.height)
        }
        let middle = place(0.5, 0.5)
        guard pieceAt(middle) != square.piece else { return middle }
        let steps = Array(stride(from: 1.0 / 64, to: 1, by: 1.0 / 32))
        func distance(_ point: (Double, Double)) -> Double {
            (point.0 - 0.5) * (point.0 - 0.5) + (point.1 - 0.5) * (point.1 - 0.5)
        }
        let others = steps.flatMap { y in steps.map { x in (x, y) } }.sorted { distance($0) < distance($1) }
        return others.lazy.map { place($0.0, $0.1) }.first { pieceAt($0) == square.piece } ?? middle
    }
}
