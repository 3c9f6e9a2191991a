package import AddressParsing
package import Geometry

/// An address that a reference knows with its own position.
package struct KnownHouse: Sendable, Hashable {
    package let street: StreetName
    package let number: Int
    package let position: Coordinate

    package init(street: StreetName, number: Int, position: Coordinate) {
        self.street = street
        self.number = number
        self.position = position
    }
}

extension StreetReference {
    /// All addresses that have a position of their own, street by street.
    package var houses: [KnownHouse] {
        var houses: [KnownHouse] = []
        houses.reserveCapacity(tables.points.count)
        for street in tables.streets.indices {
            let range = tables.pointStarts.group(street)
            guard !range.isEmpty else { continue }
            let name = tables.street(UInt32(street))
            for point in tables.points[range] {
                houses.append(
                    KnownHouse(street: name, number: Int(point.number), position: point.position.coordinate))
            }
        }
        return houses
    }
}
