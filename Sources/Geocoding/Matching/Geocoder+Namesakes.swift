package import AddressParsing
package import Geometry

/// Other streets of an address's very name, of which a list need not have every house.
extension Geocoder {
    /// Numbers farther apart than this are of different blocks.
    private static let numberReach = 100
    /// Houses of one street nearer than this to an address may stand on its own stretch, metres.
    private static let ownStretch = 500.0
    /// Degrees that are surely less than that.
    private static let surelyOwnStretch = 0.003
    /// Two houses farther apart than this do not stand next to a third, metres.
    private static let neighborhood = 250.0
    /// No street takes more metres than this for each number.
    private static let widestNumber = 12.0

    /// Returns the other places that a line means as well as its best one, though no list has the house there: in a range of another
    /// street of its name or of another stretch, or between houses of it.
    ///
    /// A match that has any says so by ``MatchFault/namesake``.
    package func rivals(of result: GeocodedAddress) -> [AddressCandidate] {
        guard let best = result.candidates.first, best.precision <= .range else { return [] }
        let faults = best.faults.without(.namesake, settings.penalties.namesake)
        let inRanges = result.candidates.dropFirst().filter {
            $0.precision == .range && $0.faults == faults && !best.isOnePlace(with: $0)
        }
        return inRanges + unlistedNamesakes(of: best, result.reading)
    }

    /// Returns what was found with the fault of a match that may mean another street of its name as well.
    func withNamesakesNoted(_ found: GeocodedAddress) -> GeocodedAddress {
        guard found.status == .match, !rivals(of: found).isEmpty else { return found }
        var found = found
        found.candidates[0].faults.add(.namesake, settings.penalties.namesake)
        found.candidates[0].score = max(0, 100 - found.candidates[0].faults.penalty)
        return found
    }

    /// Returns the places where a house of an address's number may stand on another street of its very name, though no list has it: far
    /// from the address, between two houses whose numbers enclose its own. Those that the line's town or ZIP code rules out are none.
    ///
    /// - Parameter reading: The reading of the line that the address was found by.
    func unlistedNamesakes(of address: AddressCandidate, _ reading: AddressReading) -> [AddressCandidate] {
        guard let number = address.number, address.streets.count == 1,
            let street = address.streetIndex
        else { return [] }
        let tables = reference.tables
        let numbers = (number - Self.numberReach)...(number + Self.numberReach)
        let far = NumberMatcher.points(of: street, numbers: numbers, in: tables)
            .filter { isFar($0.position.coordinate, from: address) }
        guard far.count > 1 else { return [] }
        let prefix = reading.number?.prefix ?? ""
        let houses = WrittenTail(reading, reference).agreeing(far)
            .filter { !reference.isOnOtherGrid($0, written: prefix) }
        let below = houses.filter { $0.number < number }.reversed()
        let above = houses.filter { $0.number > number }
        var places: [AddressCandidate] = []
        for house in below {
            let place = house.position.coordinate
            guard !places.contains(where: { $0.distance(to: place) <= Self.neighborhood }),
                let next = above.first(where: {
                    LocalPlane.distance(place, $0.position.coordinate) <= Self.neighborhood
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

    private func isFar(_ place: Coordinate, from address: AddressCandidate) -> Bool {
        let (longitude, latitude) = (place.longitude, place.latitude)
        if abs(longitude - address.position.longitude) < Self.surelyOwnStretch,
            abs(latitude - address.position.latitude) < Self.surelyOwnStretch
        {
            return false
        }
        return address.distance(to: place) > Self.ownStretch
    }

    /// Whether houses of an address's very street near a position, far from the address, tell that it is another street of that name,
    /// on which the address may be too: houses of its own block, where the line names neither town nor ZIP code; else numbers so near to
    /// its own that one street would not take that way between them. Those that the line's town or ZIP code rules out tell nothing.
    package func hasNamesake(
        of address: AddressCandidate, _ reading: AddressReading, near position: Coordinate,
        within reach: Double
    ) -> Bool {
        guard let number = address.number else { return false }
        let prefix = reading.number?.prefix ?? ""
        let near = houses(ofStreetOf: address, near: position, within: reach)
            .filter { !reference.isOnOtherGrid($0, written: prefix) }
        if reading.city.isEmpty, reading.zip.isEmpty,
            near.contains(where: { Int($0.number) / 100 == number / 100 })
        {
            return true
        }
        let least = WrittenTail(reading, reference).agreeing(near).map { abs(Int($0.number) - number) }.min()
        guard let least, least <= Self.numberReach else { return false }
        return address.distance(to: position) > Double(least) * Self.widestNumber
    }

    /// Returns the houses near a position that a list has on an address's very street.
    private func houses(
        ofStreetOf address: AddressCandidate, near position: Coordinate, within reach: Double
    ) -> [PointRecord] {
        guard address.streets.count == 1, let street = address.streetIndex else { return [] }
        let tables = reference.tables
        var near: [PointRecord] = []
        reference.forEachPoint(near: position, within: reach) { point, _ in
            if tables.pointStreets[point] == street { near.append(tables.points[point]) }
        }
        return near
    }
}
