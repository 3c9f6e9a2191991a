import AddressParsing
package import Boundaries
import Geocoding
package import Geometry

/// Where a request may be shown that no street is near: in the middle of the smallest square of its area that holds at
/// least three houses: numbers on streets, whatever flats and spellings they have.
package struct PublicSquares: Sendable {
    /// The sides, metres; the largest is taken where even that holds fewer houses, or none is known.
    package static let sides = [100.0, 200, 400]

    private struct Square: Hashable {
        var side: Int
        var column: Int
        var row: Int
        var area: Ordinal<Area>
    }

    private let plane: LocalPlane
    private let areas: [MultiPolygon<Coordinate>]
    private let crowded: Set<Square>

    /// - Parameters:
    ///   - areas: The surfaces of the areas, in their order.
    ///   - addresses: The address, the position and the area of each request of the file.
    package init(
        areas: [MultiPolygon<Coordinate>],
        addresses: some Sequence<(address: String, position: Coordinate, area: Ordinal<Area>)>
    ) {
        self.areas = areas
        let middle = areas.compactMap(\.box?.center).first ?? Coordinate(longitude: 0, latitude: 0)
        plane = LocalPlane(origin: middle)
        var found: [Square: Set<ReportedHouse>] = [:]
        var houses: [String: ReportedHouse?] = [:]
        let parser = AddressParser()
        for (address, position, area) in addresses {
            let known = houses[address] ?? ReportedHouse(address, by: parser)
            houses[address] = .some(known)
            guard let house = known else { continue }
            for side in Self.sides.indices {
                let square = Self.square(side, point: plane.point(position), area: area)
                // Three are enough: more would only take room.
                if found[square, default: []].count < StreetBlocks.leastAddresses {
                    found[square, default: []].insert(house)
                }
            }
        }
        crowded = Set(found.filter { $0.value.count >= StreetBlocks.leastAddresses }.keys)
    }

    /// Returns the place for a request; the same for all of its square and area, and never in another area.
    package func place(near position: Coordinate, area: Ordinal<Area>) -> Coordinate {
        let point = plane.point(position)
        let squares = Self.sides.indices.map { Self.square($0, point: point, area: area) }
        let square = squares.first(where: crowded.contains) ?? squares[squares.count - 1]
        return middle(of: square)
    }

    private static func square(_ side: Int, point: ProjectedPoint, area: Ordinal<Area>) -> Square {
        func cell(_ metres: Double) -> Int {
            Int(max(-1e9, min(1e9, (metres / sides[side]).rounded(.down))))
        }
        return Square(side: side, column: cell(point.x), row: cell(point.y), area: area)
    }

    /// Returns the square's middle, or of a fine grid of its points the one nearest to it that lies in the area.
    private func middle(of square: Square) -> Coordinate {
        let side = Self.sides[square.side]
        func place(_ x: Double, _ y: Double) -> Coordinate {
            plane.coordinate(
                ProjectedPoint(
                    x: (Double(square.column) + x) * side, y: (Double(square.row) + y) * side))
        }
        let middle = place(0.5, 0.5)
        guard areas.indices.contains(square.area.index), !areas[square.area.index].holds(middle) else {
            return middle
        }
        let steps = Array(stride(from: 1.0 / 64, to: 1, by: 1.0 / 32))
        let others = steps.flatMap { y in steps.map { x in (x, y) } }
            .sorted { hypotenuse($0.0 - 0.5, $0.1 - 0.5) < hypotenuse($1.0 - 0.5, $1.1 - 0.5) }
        return others.lazy.map { place($0.0, $0.1) }.first(where: areas[square.area.index].holds) ?? middle
    }

    private func hypotenuse(_ x: Double, _ y: Double) -> Double { x * x + y * y }
}

extension MultiPolygon<Coordinate> {
    /// Whether a position lies inside, by the rings that a line to the east crosses.
    fileprivate func holds(_ position: Coordinate) -> Bool {
        var isInside = false
        for ring in rings {
            for (one, other) in zip(ring.positions, ring.positions.dropFirst())
            where (one.latitude > position.latitude) != (other.latitude > position.latitude) {
                let share = (position.latitude - one.latitude) / (other.latitude - one.latitude)
                if position.longitude < one.longitude + share * (other.longitude - one.longitude) {
                    isInside.toggle()
                }
            }
        }
        return isInside
    }
}
