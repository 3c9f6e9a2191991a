package import AddressParsing
import Algorithms
package import Geometry

/// How an address and another position lie to a street's centre line.
package struct StreetSides: Sendable, Hashable {
    /// The street between them.
    package let street: StreetName
    /// Metres from the centre line to the position.
    package let offset: Double
    /// Whether another street lies between it and the position, which then is not just across the one.
    package let isBeyondAnother: Bool
}

extension Geocoder {
    /// How far from an address streets are looked for, metres.
    private static let reach = 100.0
    /// What crosses a street does so within this of its middle, metres.
    private static let crossingWidth = 5.0

    /// Returns the street that lies between an address and a position nearby, or `nil` where both are on one side.
    ///
    /// An interpolated address is sure of its side of its own street only; an address point is sure of its place, and so
    /// of its side of any street.
    package func street(between address: AddressCandidate, and position: Coordinate) -> StreetSides? {
        let plane = LocalPlane(origin: address.position)
        let start = ProjectedPoint(x: 0, y: 0)
        let end = plane.point(position)
        var crossed: (street: UInt32, isOwn: Bool)?
        for segment in segments(around: address.position) {
            let street = reference.tables.segmentStreets[segment]
            let isOwn = address.streets.first == reference.tables.street(street)
            guard isOwn || address.precision == .addressPoint else { continue }
            if let known = crossed, known.isOwn || !isOwn { continue }
            if Self.crosses(points(of: segment, on: plane), from: start, to: end) {
                crossed = (street, isOwn)
            }
        }
        guard let street = crossed?.street else { return nil }
        // The position may lie beside another stretch of the street than the one that is crossed.
        let feet = segments(around: position).filter { reference.tables.segmentStreets[$0] == street }
            .map { foot(of: end, onLine: points(of: $0, on: plane)) }
        guard let foot = feet.min(by: { $0.distance(to: end) < $1.distance(to: end) }) else { return nil }
        return StreetSides(
            street: reference.tables.street(street), offset: foot.distance(to: end),
            isBeyondAnother: isStreet(otherThan: street, between: foot, and: end, plane))
    }

    /// Returns the point of a line that is nearest to another one.
    private func foot(of point: ProjectedPoint, onLine line: [ProjectedPoint]) -> ProjectedPoint {
        let path = Path(line)
        return path.spot(path.nearest(to: point).along).point
    }

    /// Whether another street than one crosses the way from a point of that one to a point beside it. Those that end at the street or
    /// cross it there are none.
    private func isStreet(
        otherThan street: UInt32, between foot: ProjectedPoint, and end: ProjectedPoint, _ plane: LocalPlane
    ) -> Bool {
        let length = foot.distance(to: end)
        guard length > Self.crossingWidth else { return false }
        let share = Self.crossingWidth / length
        let start = ProjectedPoint(
            x: foot.x + (end.x - foot.x) * share, y: foot.y + (end.y - foot.y) * share)
        return segments(around: plane.coordinate(foot)).contains { segment in
            reference.tables.segmentStreets[segment] != street
                && Self.crosses(points(of: segment, on: plane), from: start, to: end)
        }
    }

    /// Whether the side of its street is known of an address: of an address point, or by the parity of a range. A full hundred on
    /// a range is as often the name of a block as that of a house, unless the city's requests show otherwise.
    package func knowsSide(_ address: AddressCandidate) -> Bool {
        switch address.precision {
        case .addressPoint: true
        case .range:
            !address.faults.contains(.numberOnOtherSide)
                && address.number.map { $0 % 100 != 0 || reference.tables.areHundredsHouses } ?? false
        case .intersection, .block, .street: false
        }
    }

    /// Returns the address points of an address's street near a position: those whose numbers are odd or even as the address's
    /// own is, and those of the other side.
    package func houses(
        onStreetOf address: AddressCandidate, near position: Coordinate, within reach: Double
    ) -> (alike: [Coordinate], others: [Coordinate]) {
        var houses: (alike: [Coordinate], others: [Coordinate]) = ([], [])
        guard let number = address.number else { return houses }
        forEachHouse(onStreetOf: address, near: position, within: reach) { house in
            let place = house.position.coordinate
            if (Int(house.number) - number) % 2 == 0 {
                houses.alike.append(place)
            } else {
                houses.others.append(place)
            }
        }
        return houses
    }

    /// Returns the place across its street from a house's own point, as far beyond the middle; `nil` where no line of it is near.
    package func opposite(of house: AddressCandidate) -> Coordinate? {
        guard house.precision == .addressPoint, house.streets.count == 1, let street = house.streetIndex
        else { return nil }
        return StreetGeometry(reference: reference).mirrored(house.position, at: street)
    }

    /// Calls a closure with each address point of an address's street near a position.
    func forEachHouse(
        onStreetOf address: AddressCandidate, near position: Coordinate, within reach: Double,
        _ body: (PointRecord) -> Void
    ) {
        guard let street = address.streets.first else { return }
        let tables = reference.tables
        reference.forEachPoint(near: position, within: reach) { point, _ in
            guard tables.street(tables.pointStreets[point]) == street else { return }
            body(tables.points[point])
        }
    }

    func points(of segment: Int, on plane: LocalPlane) -> [ProjectedPoint] {
        reference.tables.vertexStarts.group(segment).map {
            plane.point(reference.tables.vertices[$0].coordinate)
        }
    }

    func segments(around position: Coordinate, reach: Double = reach) -> [Int] {
        var found: Set<Int> = []
        let box = LocalPlane(origin: position).box(within: reach)
        reference.tables.segmentGrid.forEachItem(in: box) { found.insert($0) }
        return found.sorted()
    }

    /// Whether the way from one point to the other crosses the line.
    private static func crosses(
        _ line: [ProjectedPoint], from start: ProjectedPoint, to end: ProjectedPoint
    ) -> Bool {
        func side(_ a: ProjectedPoint, b: ProjectedPoint, point: ProjectedPoint) -> Bool {
            (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x) >= 0
        }
        return line.adjacentPairs().contains { first, second in
            side(first, b: second, point: start) != side(first, b: second, point: end)
                && side(start, b: end, point: first) != side(start, b: end, point: second)
        }
    }
}
