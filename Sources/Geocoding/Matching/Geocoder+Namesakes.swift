package import AddressParsing
package import Geometry

/// Other streets of an address's very name, of which a list need not have every house.
extension Geocoder {
    /// Numbers farther apart than this are of different blocks.
    private static let numberReach = 100
    /// Houses of one street nearer than this to an address may stand on its own stretch, metres.
    private static let ownStretch = 500.0
    /// Two houses farther apart than this do not stand next to a third, metres.
    private static let neighborhood = 250.0
    /// No street takes more metres than this for each number.
    private static let widestNumber = 12.0

    /// Returns the places where a house of an address's number may stand on another street of its very name, though no list has it: far
    /// from the address, between two houses whose numbers enclose its own. Those that the line's town or ZIP code rules out are none.
    ///
    /// - Parameter reading: The reading of the line that the address was found by.
    package func unlistedNamesakes(of address: AddressCandidate, _ reading: AddressReading)
        -> [AddressCandidate]
    {
        guard let number = address.number, address.streets.count == 1, let index = street(of: address) else {
            return []
        }
        let tables = reference.tables
        let tail = WrittenTail(reading, reference)
        let far = tables.points[tables.pointStarts.group(Int(index))].filter {
            abs(Int($0.number) - number) <= Self.numberReach
                && address.distance(to: $0.position.coordinate) > Self.ownStretch
        }
        let houses = tail.agreeing(far)
        let below = houses.filter { $0.number < number }.reversed()
        let above = houses.filter { $0.number > number }
        var places: [AddressCandidate] = []
        for house in below {
            let place = house.position.coordinate
            guard !places.contains(where: { $0.distance(to: place) <= Self.neighborhood }),
                let next = above.first(where: {
                    LocalPlane.distance($0.position.coordinate, place) <= Self.neighborhood
                })
            else { continue }
            var namesake = address
            let end = next.position.coordinate.written(near: place)
            namesake.position = Coordinate(
                longitude: (place.longitude + end.longitude) / 2,
                latitude: (place.latitude + end.latitude) / 2)
            namesake.precision = .block
            namesake.zip = PostalCode(number: house.zip)?.text ?? ""
            namesake.place = tables.places[Int(house.place)]
            namesake.uncertainty = LocalPlane.distance(place, end) / 2 + settings.uncertainty.blockBase
            places.append(namesake)
        }
        return places
    }

    /// Whether houses of an address's very street near a position tell that it is another street of that name, on which the address
    /// may be too: their numbers are so near to its own that one street would not take that way between them. Those that the line's
    /// town or ZIP code rules out tell nothing.
    package func hasNamesake(
        of address: AddressCandidate, _ reading: AddressReading, near position: Coordinate,
        within reach: Double
    ) -> Bool {
        guard let number = address.number, address.streets.count == 1, let index = street(of: address) else {
            return false
        }
        let tables = reference.tables
        var near: [PointRecord] = []
        reference.forEachPoint(near: position, within: reach) { point, _ in
            if tables.pointStreets[point] == index { near.append(tables.points[point]) }
        }
        let least = WrittenTail(reading, reference).agreeing(near).map { abs(Int($0.number) - number) }.min()
        guard let least, least <= Self.numberReach else { return false }
        return address.distance(to: position) > Double(least) * Self.widestNumber
    }

    private func street(of address: AddressCandidate) -> UInt32? {
        guard let street = address.streets.first else { return nil }
        let tables = reference.tables
        return NameMatcher(reference: reference, penalties: settings.penalties).spelled(street.name)
            .lazy.filter(\.faults.isEmpty)
            .flatMap { tables.nameStreets.group(Int($0.name)) }
            .map { UInt32($0) }.first { tables.street($0) == street }
    }
}
