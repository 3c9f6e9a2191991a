import AddressParsing
import Boundaries
import Geocoding
import Geometry
import GeometryEngine
import Locating

/// Where a recorded position is far from all that the address may mean.
extension AddressReadings {
    /// How many readings a sentence names.
    private static let namedReadings = 3

    /// Returns the readings of a row's address where the recorded position is far from each of them and not all lie in the
    /// area that contains it; `nil` otherwise.
    func farReadings(
        _ row: Int, from recorded: Position, area: Ordinal<Area>, edition: Ordinal<Edition>
    ) throws(GeometryError) -> AddressEvidence? {
        let readings = Self.distinct(plausibleReadings(row))
        guard let best = readings.first, let line = geocoded(row)?.reading else { return nil }
        let probe = judge.probes[edition]
        var isElsewhere = false
        for reading in readings {
            guard isFar(reading, of: line, from: recorded) else { return nil }
            if try !isAll(of: reading, line, in: area, edition: edition) { isElsewhere = true }
        }
        guard isElsewhere else { return nil }
        if best.precision == .intersection,
            geocoder.streetsMeet(best, of: line, near: recorded.coordinate, within: Self.onStreet)
        {
            return nil
        }
        let distance = distance(from: recorded.coordinate, toAnyPartOf: best, of: line)
        if best.faults.contradiction == nil, let other = contradictedReading(row, at: recorded) {
            let titles = AddressCandidate.titles(of: [best, other])
            return .recordedElsewhere(
                distance: distance, address: titles[0],
                area: try probe.locate(best.position),
                other: AddressEvidence.NamedPlace(
                    address: titles[1], area: try probe.locate(other.position)))
        }
        return .farFromReadings(
            distance: distance,
            readings: try named(Array(readings.prefix(Self.namedReadings)), edition: edition),
            reason: geocoded(row)?.reason)
    }

    /// Returns the place at a recorded position that contradicts what the row's address writes.
    private func contradictedReading(_ row: Int, at recorded: Position) -> AddressCandidate? {
        guard let result = geocoded(row) else { return nil }
        return result.candidates.first {
            $0.faults.contradiction != nil && !isFar($0, of: result.reading, from: recorded)
        }
    }

    /// Whether a recorded position cannot be at a reading. A whole street is far where no part of it is near, and a block beyond its
    /// ends. A house of another street than the one written is no reading of it farther off than its radius.
    ///
    /// - Parameter line: How the row's line was read.
    private func isFar(_ reading: AddressCandidate, of line: AddressReading, from recorded: Position) -> Bool
    {
        let distance = reading.distance(to: recorded.coordinate)
        switch reading.precision {
        case .street:
            return !geocoder.streetsMeet(
                reading, of: line, near: recorded.coordinate, within: Self.offStreet + recorded.uncertainty)
        case .block:
            let radius = reading.uncertaintyIfMeant
            return distance > recorded.uncertainty + min(3 * radius, radius + Self.offStreet)
        case .addressPoint, .range, .intersection:
            if reading.faults.contains(.otherStreet) {
                return distance > recorded.uncertainty + reading.uncertainty
            }
            return PlacePair.isFarApart(
                distance, recorded: recorded.uncertainty, address: reading.uncertaintyIfMeant)
        }
    }

    /// Whether all of a place lies in an area: every part of a street, and a block with its radius.
    func isAll(
        of reading: AddressCandidate, _ line: AddressReading, in area: Ordinal<Area>,
        edition: Ordinal<Edition>
    ) throws(GeometryError) -> Bool {
        let probe = judge.probes[edition]
        guard try probe.covers(area, reading.position) else { return false }
        switch reading.precision {
        case .street:
            for point in course(of: reading, line) where try !probe.covers(area, point) { return false }
            return true
        case .block:
            return probe.nearestBorder(to: reading.position, first: area).distance
                > reading.uncertaintyIfMeant
        case .addressPoint, .range, .intersection: return true
        }
    }

    /// Points of the whole street that an address without a number names.
    ///
    /// - Parameter line: How the address's line was read.
    func course(of street: AddressCandidate, _ line: AddressReading) -> [Coordinate] {
        geocoder.course(
            ofStreetOf: street, of: line, near: street.position, within: street.uncertainty)
    }

    /// Metres from a position to a place: to the nearest part of a street.
    func distance(
        from position: Coordinate, toAnyPartOf reading: AddressCandidate, of line: AddressReading
    ) -> Double {
        let middle = reading.distance(to: position)
        guard reading.precision == .street else { return middle }
        return course(of: reading, line).map { LocalPlane.distance($0, position) }.min() ?? middle
    }

    /// Returns the streets of a crossing that come nowhere near each other where a recorded position is far from each of them and
    /// not all of both lies in the area that contains it; `nil` otherwise.
    func farFromUnmetStreets(
        _ row: Int, from recorded: Position, area: Ordinal<Area>, edition: Ordinal<Edition>
    ) throws(GeometryError) -> AddressEvidence? {
        guard let result = geocoded(row), result.reason == .streetsDoNotMeet else { return nil }
        let line = result.reading
        // In the town and ZIP code that stand behind the crossing.
        let tail = [line.city, line.state, line.zip].filter { !$0.isEmpty }
        let streets = line.streets.compactMap {
            geocoder.geocode(([$0.standard] + tail).joined(separator: ", ")).candidates.first
        }
        guard streets.count == result.reading.streets.count, !streets.isEmpty else { return nil }
        var isElsewhere = false
        for street in streets {
            guard isFar(street, of: line, from: recorded) else { return nil }
            if try !isAll(of: street, line, in: area, edition: edition) { isElsewhere = true }
        }
        guard isElsewhere else { return nil }
        let distances = streets.map { distance(from: recorded.coordinate, toAnyPartOf: $0, of: line) }
        return .farFromReadings(
            distance: distances.min() ?? 0, readings: try named(streets, edition: edition),
            reason: .streetsDoNotMeet)
    }

    /// Returns the readings without those that are another one's own range.
    private static func distinct(_ readings: [AddressCandidate]) -> [AddressCandidate] {
        readings.indices.filter { index in
            !readings[..<index].contains { $0.isOnePlace(with: readings[index]) }
        }.map { readings[$0] }
    }
}
