import AddressParsing
import Boundaries
import Geocoding
import Geometry
import GeometryEngine
import Locating
import ServiceRequests

/// Reads rows' addresses again, with all that they may mean, for the few rows where the best match is not enough. One
/// worker's own.
final class AddressReadings {
    let judge: PositionJudge
    let lookup: AddressLookup
    var geocoder: Geocoder { lookup.book.geocoder }

    /// How near to a street's centre line a position can be said to be on that street, metres.
    static let onStreet = 100.0
    /// A recorded position farther than this from all parts of a street, metres, is not on it, though the street may have
    /// grown since its file was made.
    static let offStreet = 250.0
    /// How many points of its score a reading may be behind the best one to count as what was meant.
    static let nearlyAsGood = 5.0

    init(judge: PositionJudge, lookup: AddressLookup) {
        self.judge = judge
        self.lookup = lookup
    }

    func geocoded(_ row: Int) -> GeocodedAddress? { lookup.meaning(ofRow: row)?.geocoded }

    /// The best reading of a row's address, as people write it; empty where it has none.
    func title(ofRow row: Int) -> String { lookup.meaning(ofRow: row)?.best?.title ?? "" }

    /// Returns the places that fit a row's address equally well.
    func tiedPlaces(_ row: Int) -> [AddressCandidate] {
        guard let result = geocoded(row) else { return [] }
        return Array(result.candidates.prefix(result.tieCount))
    }

    /// Returns places with the areas that they lie in.
    func named(_ places: [AddressCandidate], edition: Ordinal<Edition>) throws(GeometryError)
        -> [AddressEvidence.NamedPlace]
    {
        var named: [AddressEvidence.NamedPlace] = []
        for (place, title) in zip(places, AddressCandidate.titles(of: places)) {
            let area = try judge.probes[edition].locate(place.position)
            named.append(AddressEvidence.NamedPlace(address: title, area: area))
        }
        return named
    }

    // MARK: What else the address may mean

    /// How well another place fits an address: as well as the best one, or less well, as a street with a direction that the line
    /// leaves out where there is one without.
    enum Fit { case equal, lesser }

    /// Returns how well the address fits the recorded position where that is another of the places that it may mean: where its
    /// streets meet once more, or a candidate nearly as good. The address's own range is no other place.
    func recordedFit(_ pair: PlacePair) -> Fit? {
        guard let result = geocoded(pair.row), let best = result.candidates.first else { return nil }
        let recorded = pair.recorded.coordinate
        if best.precision == .intersection,
            geocoder.streetsMeet(best, of: result.reading, near: recorded, within: Self.onStreet)
        {
            return .equal
        }
        let fitting = plausibleReadings(pair.row).dropFirst().first {
            best.score - $0.score < Self.nearlyAsGood && !best.isOnePlace(with: $0)
                && $0.distance(to: recorded) <= $0.uncertainty + pair.recorded.uncertainty
        }
        return fitting.map { $0.score == best.score ? .equal : .lesser }
    }

    /// Whether the recorded position is at a house that the address means nearly as well as the best one, and nearer to it: of
    /// `121 2nd Ave` that is 121 W, where the position is at its point, though 121 E is across the street that is the border.
    func isAtNearerHouse(_ pair: PlacePair) -> Bool {
        let readings = plausibleReadings(pair.row)
        guard let best = geocoded(pair.row)?.candidates.first else { return false }
        return readings.contains { reading in
            let distance = reading.distance(to: pair.recorded.coordinate)
            return reading.precision == .addressPoint && !best.isOnePlace(with: reading)
                && distance < pair.distance
                && distance <= reading.uncertainty + pair.recorded.uncertainty
        }
    }

    /// Returns another place that the address may mean and that lies in the assigned area, or `nil`.
    func otherInAssigned(_ finding: Finding) throws(GeometryError) -> AddressCandidate? {
        for candidate in geocoded(finding.row)?.candidates.dropFirst() ?? []
        where try touches(candidate, finding.assigned, edition: finding.edition) {
            return candidate
        }
        return nil
    }

    /// Says that a row's address may be another place, which lies in the assigned area where there is one.
    ///
    /// - Parameter rival: The other place, where it is not one of the candidates.
    func doubt(_ finding: Finding, rival: AddressCandidate? = nil) throws(GeometryError) -> AddressEvidence {
        var other = rival
        if other == nil { other = try otherInAssigned(finding) }
        guard let best = geocoded(finding.row)?.candidates.first, let other else {
            return .doubtful(address: title(ofRow: finding.row), other: nil)
        }
        let titles = AddressCandidate.titles(of: [best, other])
        return .doubtful(
            address: titles[0],
            other: AddressEvidence.NamedPlace(address: titles[1], area: finding.assigned))
    }

    /// Returns a reading of the address that lies in the assigned area, or `nil`.
    func readingInAssigned(_ finding: Finding) throws(GeometryError) -> AddressEvidence? {
        guard let result = geocoded(finding.row), let best = result.candidates.first else { return nil }
        if best.precision == .street {
            if try isStreet(best, of: result.reading, inAssignedOf: finding) {
                return .streetInAssigned(street: best.title, area: finding.assigned)
            }
        } else if try judge.probes[finding.edition].covers(finding.assigned, best.position) {
            return .addressInAssigned(
                distance: finding.position.map { best.distance(to: $0.coordinate) } ?? 0,
                address: best.title, area: finding.assigned)
        } else if let beside = besideAssigned(best, finding) {
            return beside
        }
        return try otherInAssigned(finding) == nil ? nil : doubt(finding)
    }

    /// Returns what the reading of a row's address that the recorded position is at says of it, and whether that is a corner, a block or
    /// a street; `nil` where it is at none.
    ///
    /// - Parameter area: The area of the recorded position.
    func agreement(
        _ finding: Finding, with recorded: Position, area: Ordinal<Area>
    ) throws(GeometryError) -> (evidence: AddressEvidence, isOfMiddle: Bool)? {
        var nearest: (reading: AddressCandidate, distance: Double)?
        for reading in plausibleReadings(finding.row) {
            guard let distance = distance(of: reading, ofRow: finding.row, to: recorded),
                distance < nearest?.distance ?? .infinity
            else { continue }
            nearest = (reading, distance)
        }
        guard let (reading, distance) = nearest else { return nil }
        guard reading.precision != .street else {
            return (.onStreet(distance: distance, street: reading.title, area: area), true)
        }
        let evidence = agreement(
            distance, reading.title, readingArea: try judge.probes[finding.edition].locate(reading.position),
            area: area)
        return (evidence, Position.Source(reading.precision).isOfStreetMiddle)
    }

    /// Metres between a recorded position and a reading that it may be at, `nil` for one that it is not at. A whole street is where
    /// its nearest part is.
    private func distance(of reading: AddressCandidate, ofRow row: Int, to recorded: Position) -> Double? {
        if reading.precision == .street {
            guard let line = geocoded(row)?.reading else { return nil }
            return geocoder.course(
                ofStreetOf: reading, of: line, near: recorded.coordinate, within: Self.onStreet
            ).map { LocalPlane.distance($0, recorded.coordinate) }.min()
        }
        let distance = reading.distance(to: recorded.coordinate)
        return distance <= reading.uncertainty + recorded.uncertainty ? distance : nil
    }

    /// Returns what is said of a recorded position and an address so near to each other that they can be one place.
    func agreement(_ distance: Double, _ title: String, readingArea: Ordinal<Area>, area: Ordinal<Area>)
        -> AddressEvidence
    {
        readingArea == area
            ? .agreement(distance: distance, address: title, area: area)
            : .recordedElsewhere(distance: distance, address: title, area: readingArea, other: nil)
    }

    /// What a row's address most likely means: the best reading and those nearly as good. One that contradicts what is written,
    /// as by its ZIP code, is none of these where the best, or one that ties with it, agrees with that.
    func plausibleReadings(_ row: Int) -> [AddressCandidate] {
        guard let result = geocoded(row), let best = result.candidates.first else { return [] }
        guard best.faults.contradiction != nil else {
            return result.candidates.filter {
                best.score - $0.score <= Self.nearlyAsGood && $0.faults.contradiction == nil
            }
        }
        let agreeing = result.candidates.prefix(result.tieCount).filter { $0.faults.contradiction == nil }
        return agreeing.isEmpty
            ? result.candidates.filter { best.score - $0.score <= Self.nearlyAsGood } : agreeing
    }
}
