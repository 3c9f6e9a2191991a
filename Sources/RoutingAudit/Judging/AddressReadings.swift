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
    private let judge: PositionJudge
    private let lookup: AddressLookup
    private var geocoder: Geocoder { lookup.book.geocoder }

    /// Border and centre line may be drawn this far apart, metres; so near to the border an address's side is not told.
    static let sideTolerance = 5.0
    /// A recorded position farther from its address than this and its uncertainty, metres, is not just across the street.
    private static let acrossStreet = 75.0
    /// A recorded position so near to the border, metres, is on the street's middle and on neither side of it.
    private static let onBorder = 3.0
    /// How near to a street's centre line a position can be said to be on that street, metres.
    private static let onStreet = 100.0
    /// A recorded position farther than this from all parts of a street, metres, is not on it, though the street may have
    /// grown since its file was made.
    private static let offStreet = 250.0
    /// How far the border may run from the centre line of its street, metres.
    private static let borderOffset = 12.0
    /// Places of one number on one street so near to each other, metres, are one address: its point and its range.
    private static let onePlace = 150.0
    /// How many points of its score a reading may be behind the best one to count as what was meant.
    private static let nearlyAsGood = 5.0
    /// A recorded position farther than this from the border, metres, is not just across the street that is the border.
    private static let besideBorder = 40.0
    /// So many houses on each side of a street tell that it parts two areas.
    private static let leastHouses = 2
    /// How many readings a sentence names.
    private static let namedReadings = 3

    init(judge: PositionJudge, lookup: AddressLookup) {
        self.judge = judge
        self.lookup = lookup
    }

    private func geocoded(_ row: Int) -> GeocodedAddress? { lookup.meaning(ofRow: row)?.geocoded }

    /// The best reading of a row's address, as people write it; empty where it has none.
    func title(ofRow row: Int) -> String { lookup.meaning(ofRow: row)?.best?.title ?? "" }

    /// Returns the places that fit a row's address equally well.
    func tiedPlaces(_ row: Int) -> [AddressCandidate] {
        guard let result = geocoded(row) else { return [] }
        return Array(result.candidates.prefix(result.tieCount))
    }

    /// Returns places with the areas that they lie in.
    func named(_ places: [AddressCandidate], edition: Int) throws(GeometryError)
        -> [AddressEvidence.NamedPlace]
    {
        var named: [AddressEvidence.NamedPlace] = []
        for place in places {
            let area = try judge.probes[edition].locate(place.position)
            named.append(AddressEvidence.NamedPlace(address: place.title, area: area))
        }
        return named
    }

    // MARK: What else the address may mean

    /// Whether the recorded position is another of the places that the address may mean: where its streets meet once
    /// more, or a candidate nearly as good. The address's own range is no other place.
    func recordedFits(_ pair: PlacePair) -> Bool {
        guard let result = geocoded(pair.row), let best = result.candidates.first else { return false }
        let recorded = pair.recorded.coordinate
        if best.precision == .intersection,
            geocoder.streetsMeet(best, near: recorded, within: Self.onStreet)
        {
            return true
        }
        return result.candidates.dropFirst().contains {
            best.score - $0.score < Self.nearlyAsGood && !Self.areOnePlace(best, $0)
                && $0.distance(to: recorded) <= $0.uncertainty + pair.recorded.uncertainty
        }
    }

    private static func areOnePlace(_ first: AddressCandidate, _ second: AddressCandidate) -> Bool {
        first.streets == second.streets && first.number == second.number
            && first.distance(to: second.position) <= onePlace
    }

    /// Returns another place that the address may mean and that lies in the assigned area, or `nil`.
    func otherInAssigned(_ finding: Finding) throws(GeometryError) -> AddressEvidence.NamedPlace? {
        for candidate in geocoded(finding.row)?.candidates.dropFirst() ?? []
        where try judge.probes[finding.edition].covers(finding.assigned, candidate.position) {
            return AddressEvidence.NamedPlace(address: candidate.title, area: finding.assigned)
        }
        return nil
    }

    /// Returns a reading of the address that lies in the assigned area, or `nil`.
    func readingInAssigned(_ finding: Finding) throws(GeometryError) -> AddressEvidence? {
        guard let result = geocoded(finding.row), let best = result.candidates.first else { return nil }
        if try judge.probes[finding.edition].covers(finding.assigned, best.position) {
            return .addressInAssigned(
                distance: finding.position.map { best.distance(to: $0.coordinate) } ?? 0,
                address: best.title, area: finding.assigned)
        }
        return try otherInAssigned(finding).map { .doubtful(address: best.title, other: $0) }
    }

    /// Returns the readings of a row's address where the recorded position is far from each of them and not all lie in the
    /// area that contains it; `nil` otherwise.
    func farReadings(
        _ row: Int, from recorded: Position, area: Int, edition: Int
    ) throws(GeometryError) -> AddressEvidence? {
        let readings = Self.distinct(plausibleReadings(row))
        guard let best = readings.first else { return nil }
        let probe = judge.probes[edition]
        var isElsewhere = false
        for reading in readings {
            guard isFar(reading, from: recorded) else { return nil }
            if try !probe.covers(area, reading.position) { isElsewhere = true }
        }
        guard isElsewhere else { return nil }
        if best.precision == .intersection,
            geocoder.streetsMeet(best, near: recorded.coordinate, within: Self.onStreet)
        {
            return nil
        }
        return .farFromReadings(
            distance: best.distance(to: recorded.coordinate),
            readings: try named(Array(readings.prefix(Self.namedReadings)), edition: edition),
            reason: geocoded(row)?.reason)
    }

    /// Whether a recorded position cannot be at a reading. A whole street is far where no part of it is near.
    private func isFar(_ reading: AddressCandidate, from recorded: Position) -> Bool {
        reading.precision == .street
            ? !geocoder.streetsMeet(
                reading, near: recorded.coordinate, within: Self.offStreet + recorded.uncertainty)
            : PlacePair.isFarApart(
                reading.distance(to: recorded.coordinate), recorded: recorded.uncertainty,
                address: reading.uncertaintyIfMeant)
    }

    /// Returns the reading of a row's address that the recorded position is at, `nil` where it is at none.
    func agreement(_ row: Int, with recorded: Position) -> AddressAgreement? {
        let found = plausibleReadings(row).map { ($0, $0.distance(to: recorded.coordinate)) }
            .filter { $0.1 <= $0.0.uncertainty + recorded.uncertainty }
            .min { $0.1 < $1.1 }
        return found.map { AddressAgreement(distance: $0.1, title: $0.0.title) }
    }

    /// What a row's address most likely means: the best reading and those nearly as good. One of another ZIP code than the one
    /// written is none of these where the best agrees with it.
    private func plausibleReadings(_ row: Int) -> [AddressCandidate] {
        guard let readings = geocoded(row)?.candidates, let best = readings.first else { return [] }
        let isContradicted = best.faults.contradiction != nil
        return readings.filter {
            best.score - $0.score <= Self.nearlyAsGood && (isContradicted || $0.faults.contradiction == nil)
        }
    }

    /// Returns the readings without those that are another one's own range.
    private static func distinct(_ readings: [AddressCandidate]) -> [AddressCandidate] {
        readings.indices.filter { index in
            !readings[..<index].contains { areOnePlace($0, readings[index]) }
        }.map { readings[$0] }
    }

    // MARK: The street that is the border

    /// Whether a recorded position so far from its address, metres, may be just across the street.
    @inline(__always)
    static func isAcrossStreet(_ distance: Double, _ uncertainty: Double) -> Bool {
        distance <= acrossStreet + uncertainty
    }

    /// What a recorded position across the street that is the border says.
    struct SideConflict {
        var finding: Finding
        let evidence: AddressEvidence
        /// Whether the address is beyond doubt and the recorded position on one side of the street.
        let isCertain: Bool
    }

    /// Returns what is found where the recorded position is in the assigned area, but across the street that is the
    /// border from its address; `nil` where that is not so.
    func sideConflict(_ pair: PlacePair) throws(GeometryError) -> SideConflict? {
        guard pair.place.knowsSide, Self.isAcrossStreet(pair.distance, pair.recorded.uncertainty) else {
            return nil
        }
        let inner = Position(
            coordinate: pair.address.coordinate, source: pair.address.source, uncertainty: Self.sideTolerance)
        // Asked before the address is looked up again: nearly all addresses lie in the assigned area.
        guard case .finding(let finding) = try judge.judge(pair.row, at: inner),
            finding.verdict == .misrouted,
            let candidate = geocoded(pair.row)?.candidates.first
        else { return nil }
        return try sideConflict(
            finding, candidate, recorded: pair.recorded.coordinate, isSure: pair.isSure)
    }

    /// Returns the same for a row whose address is not clear, by the one of its readings that the recorded position is at.
    func sideConflict(_ row: Int, recorded: Position) throws(GeometryError) -> SideConflict? {
        let near = plausibleReadings(row).filter {
            geocoder.knowsSide($0)
                && $0.distance(to: recorded.coordinate) <= Self.acrossStreet + recorded.uncertainty
        }
        guard
            let reading = near.min(by: {
                $0.distance(to: recorded.coordinate) < $1.distance(to: recorded.coordinate)
            })
        else { return nil }
        let inner = Position(
            coordinate: reading.position, source: .init(reading.precision), uncertainty: Self.sideTolerance)
        guard case .finding(let finding) = try judge.judge(row, at: inner), finding.verdict == .misrouted
        else {
            return nil
        }
        return try sideConflict(finding, reading, recorded: recorded.coordinate, isSure: false)
    }

    /// - Parameters:
    ///   - finding: What is found at the address.
    ///   - isSure: Whether the address was matched beyond doubt; else the recorded position has to settle what was meant.
    private func sideConflict(
        _ finding: Finding, _ candidate: AddressCandidate, recorded: Coordinate, isSure: Bool
    ) throws(GeometryError) -> SideConflict? {
        let border = judge.probes[finding.edition].nearestBorder(to: recorded, first: finding.assigned)
        var finding = finding
        finding.position = Position(candidate)
        var isMeant = isSure
        if !isMeant { isMeant = try !hasReadingInAssigned(finding, near: recorded) }
        guard let sides = geocoder.street(between: candidate, and: recorded),
            abs(border.distance - sides.offset) <= Self.borderOffset
        else { return isMeant ? try acrossUnnamedBorder(finding, candidate, recorded: recorded) : nil }
        return SideConflict(
            finding: finding,
            evidence: .acrossBorder(
                street: sides.street.title, offset: sides.offset, address: candidate.title,
                area: finding.expected),
            isCertain: isMeant && border.distance >= Self.onBorder)
    }

    /// Returns what is found where no street of the reference is the border between a house and its recorded position: a
    /// river, a railway, or a street of a city that has address points alone. The house's own point lies beyond it, which
    /// frees nobody; but how exactly such a border is drawn is not known, unless it parts the street's even numbers from the odd.
    private func acrossUnnamedBorder(
        _ finding: Finding, _ house: AddressCandidate, recorded: Coordinate
    ) throws(GeometryError) -> SideConflict? {
        guard house.precision == .addressPoint, let street = house.streets.first else { return nil }
        let distance = house.distance(to: recorded)
        if try areNumbersParted(finding, house, near: recorded) {
            let border = judge.probes[finding.edition].nearestBorder(to: recorded, first: finding.assigned)
            return SideConflict(
                finding: finding,
                evidence: .acrossNumbers(
                    distance: distance, address: house.title, area: finding.expected, street: street.title,
                    other: finding.assigned),
                isCertain: border.distance >= Self.onBorder)
        }
        return SideConflict(
            finding: finding,
            evidence: .recordedElsewhere(
                distance: distance, address: house.title, area: finding.expected, other: nil),
            isCertain: false)
    }

    /// Whether all points of a street near a recorded position lie in the house's area where their numbers are odd or even as the
    /// house's is, and all others in the assigned area: then the street is the border.
    private func areNumbersParted(
        _ finding: Finding, _ house: AddressCandidate, near recorded: Coordinate
    ) throws(GeometryError) -> Bool {
        let houses = geocoder.houses(onStreetOf: house, near: recorded, within: Self.acrossStreet)
        let probe = judge.probes[finding.edition]
        guard min(houses.alike.count, houses.others.count) >= Self.leastHouses else { return false }
        for point in houses.alike where try !probe.covers(finding.expected, point) { return false }
        for point in houses.others where try !probe.covers(finding.assigned, point) { return false }
        return true
    }

    /// Whether the address may also mean a place near the recorded position in the assigned area.
    private func hasReadingInAssigned(
        _ finding: Finding, near recorded: Coordinate
    ) throws(GeometryError) -> Bool {
        for reading in geocoded(finding.row)?.candidates ?? []
        where reading.distance(to: recorded) <= Self.acrossStreet {
            if try judge.probes[finding.edition].covers(finding.assigned, reading.position) { return true }
        }
        return false
    }

    /// Whether a position is so near to a border that the side of its street may decide.
    func isBesideBorder(_ recorded: Position, edition: Int, area: Int) -> Bool {
        judge.probes[edition].nearestBorder(to: recorded.coordinate, first: area).distance
            <= Self.besideBorder
    }

    /// Whether a row's address lies in its assigned area, by more than a border and a centre line may be drawn apart.
    func isAddressInAssigned(_ pair: PlacePair) throws(GeometryError) -> Bool {
        let inner = Position(
            coordinate: pair.address.coordinate, source: pair.address.source, uncertainty: Self.sideTolerance)
        guard case .correct(let nearBorder) = try judge.judge(pair.row, at: inner) else { return false }
        return !nearBorder
    }

    // MARK: Evidence

    /// Says how far the recorded position is from the address, and which like address it is at.
    func recordedElsewhere(_ pair: PlacePair, _ finding: Finding) throws(GeometryError) -> Evidence {
        guard let meaning = lookup.meaning(ofRow: pair.row), let best = meaning.best else { return .none }
        var other: AddressEvidence.NamedPlace?
        for reading in meaning.alternatives {
            let candidate = reading.candidate
            guard !Self.areOnePlace(best.candidate, candidate),
                candidate.distance(to: pair.recorded.coordinate)
                    <= candidate.uncertainty + pair.recorded.uncertainty
            else { continue }
            let area = try judge.probes[finding.edition].locate(candidate.position)
            other = AddressEvidence.NamedPlace(address: reading.title, area: area)
            break
        }
        // Not the finding's area, which may be that of the recorded position.
        let area = try judge.probes[finding.edition].locate(pair.address.coordinate)
        return .address(
            .recordedElsewhere(distance: pair.distance, address: best.title, area: area, other: other))
    }

    func addressInAssigned(_ pair: PlacePair, area: Int) -> Evidence {
        .address(.addressInAssigned(distance: pair.distance, address: title(ofRow: pair.row), area: area))
    }

    func addressNearAssigned(_ pair: PlacePair, area: Int, distance: Double) -> Evidence {
        .address(
            .addressNearAssigned(
                distance: distance, radius: pair.address.uncertainty, address: title(ofRow: pair.row),
                area: area))
    }

    /// Says which address of the same name lies in the assigned area, `nil` where none does.
    func sameName(_ finding: Finding) throws(GeometryError) -> Evidence? {
        guard let meaning = lookup.meaning(ofRow: finding.row), let best = meaning.best else { return nil }
        let probe = judge.probes[finding.edition]
        for other in meaning.alternatives where !Self.areOnePlace(best.candidate, other.candidate) {
            guard try probe.covers(finding.assigned, other.candidate.position) else { continue }
            let place = AddressEvidence.NamedPlace(
                address: other.title(toldFrom: best), area: finding.assigned)
            return .address(.sameName(address: best.title(toldFrom: other), other: place))
        }
        return nil
    }
}

/// A recorded position and a reading of the address that agree within their uncertainties.
struct AddressAgreement {
    /// Metres between the two.
    let distance: Double
    let title: String
}
