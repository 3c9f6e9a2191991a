import AddressParsing
import Boundaries
import Geocoding
import Geometry
import GeometryEngine
import Locating
import ServiceRequests

/// The side of the street that is the border, which a house number tells and a recorded position may contradict.
extension AddressReadings {
    /// Border and centre line may be drawn this far apart, metres; so near to the border an address's side is not told.
    static let sideTolerance = 5.0
    /// A recorded position farther from its address than this and its uncertainty, metres, is not just across the street.
    private static let acrossStreet = 75.0
    /// A recorded position so near to the border, metres, is on the street's middle and on neither side of it.
    private static let onBorder = 3.0
    /// A recorded position farther than this from the border, metres, is not just across the street that is the border.
    private static let besideBorder = 40.0
    /// How far the border may run from the centre line of its street, metres.
    static let borderOffset = 12.0
    /// So far from its street's middle, metres, a position is on the carriageway and before no house.
    private static let carriageway = 10.0
    /// Houses of one side of a road in the country stand this far apart at most, metres.
    private static let countrySpacing = 150.0
    /// Houses nearer to each other than this, metres, stand on one spot.
    private static let onePlace = 1.0
    /// So many houses on each side of a street tell that it parts two areas.
    private static let leastHouses = 2

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
        /// Whether the position may be where it should: too far beyond the street to be just across it, or at a house whose address is
        /// nearly the row's; or the address is not what is written, or means a place in another area as well.
        var isContested: Bool
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
            finding.verdict == .misrouted, !isAtNearerHouse(pair),
            let candidate = geocoded(pair.row)?.candidates.first
        else { return nil }
        return try sideConflict(
            finding, candidate, recorded: pair.recorded, isSure: pair.isSure)
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
        guard var conflict = try sideConflict(finding, reading, recorded: recorded, isSure: false) else {
            return nil
        }
        // One of several places is settled by the position where all lie in one area; another type or a letter is not.
        if reading.score < 100 - Self.nearlyAsGood { conflict.isContested = true }
        for other in plausibleReadings(row) where !conflict.isContested && !other.isOnePlace(with: reading) {
            let area = try judge.probes[finding.edition].locate(other.position)
            if area != finding.expected { conflict.isContested = true }
        }
        return conflict
    }

    /// - Parameters:
    ///   - finding: What is found at the address.
    ///   - isSure: Whether the address was matched beyond doubt; else the recorded position has to settle what was meant.
    private func sideConflict(
        _ finding: Finding, _ candidate: AddressCandidate, recorded position: Position, isSure: Bool
    ) throws(GeometryError) -> SideConflict? {
        let recorded = position.coordinate
        let border = judge.probes[finding.edition].nearestBorder(to: recorded, first: finding.assigned)
        var finding = finding
        finding.position = Position(candidate)
        var isMeant = isSure
        if !isMeant { isMeant = try !hasReadingInAssigned(finding, near: recorded) }
        guard let sides = geocoder.street(between: candidate, and: recorded),
            abs(border.distance - sides.offset) <= Self.borderOffset
        else { return isMeant ? try acrossUnnamedBorder(finding, candidate, recorded: position) : nil }
        let other = nearlyNamed(candidate, at: position, nearerThan: sides.offset)
        return SideConflict(
            finding: finding,
            evidence: .acrossBorder(
                street: sides.street.title, offset: sides.offset, address: candidate.title,
                area: finding.expected,
                other: try other.map { (other) throws(GeometryError) in
                    try named(other, edition: finding.edition)
                }),
            isCertain: isMeant && border.distance >= Self.onBorder,
            isContested: border.distance > Self.besideBorder || sides.isBeyondAnother || other != nil
                // Before the houses of the other side, and no list has this one: one digit may be the slip.
                || candidate.precision == .range && sides.offset > Self.carriageway)
    }

    /// Returns the place whose address is nearly a row's and to which the recorded position is nearer than to the border: the same
    /// number within its radius on another street, or a house of the street itself within the position's own radius, since opposite
    /// houses have numbers a slip away.
    private func nearlyNamed(
        _ house: AddressCandidate, at recorded: Position, nearerThan border: Double
    ) -> NearlyNamedPlace? {
        geocoder.nearlyNamed(house, near: recorded.coordinate, within: border, isListed: true).first {
            place in
            place.distance < border
                && place.distance <= recorded.uncertainty + (place.isOnItsStreet ? 0 : place.uncertainty)
        }
    }

    /// Returns what is found where no street of the reference is the border between a house and its recorded position: a
    /// river, a railway, or a street of a city that has address points alone. The house's own point lies beyond it, which
    /// frees nobody; but how exactly such a border is drawn is not known, unless it parts the street's even numbers from the odd.
    private func acrossUnnamedBorder(
        _ finding: Finding, _ house: AddressCandidate, recorded position: Position
    ) throws(GeometryError) -> SideConflict? {
        guard house.precision == .addressPoint, let street = house.streets.first else { return nil }
        let recorded = position.coordinate
        let distance = house.distance(to: recorded)
        if try areNumbersParted(finding, house, near: recorded) {
            let border = judge.probes[finding.edition].nearestBorder(to: recorded, first: finding.assigned)
            return SideConflict(
                finding: finding,
                evidence: .acrossNumbers(
                    distance: distance, address: house.title, area: finding.expected, street: street.title,
                    other: finding.assigned),
                isCertain: border.distance >= Self.onBorder,
                isContested: border.distance > Self.besideBorder
                    || nearlyNamed(house, at: position, nearerThan: border.distance) != nil)
        }
        return SideConflict(
            finding: finding,
            evidence: .recordedElsewhere(
                distance: distance, address: house.title, area: finding.expected, other: nil),
            isCertain: false, isContested: true)
    }

    /// Whether the houses of a street near a recorded position lie in the house's area where their numbers are odd or even as the
    /// house's is, and in the assigned area where not: then the street is the border. Those in third areas, beyond the corner where the
    /// border leaves the street, say nothing of it.
    func areNumbersParted(
        _ finding: Finding, _ house: AddressCandidate, near recorded: Coordinate
    ) throws(GeometryError) -> Bool {
        let houses = geocoder.houses(onStreetOf: house, near: recorded, within: reachOfHouses(beside: house))
        let probe = judge.probes[finding.edition]
        func areEnough(
            _ points: [Coordinate], in own: Ordinal<Area>, against other: Ordinal<Area>
        ) throws(GeometryError) -> Bool {
            var count = 0
            for point in points {
                if try probe.covers(own, point) {
                    count += 1
                } else if try probe.covers(other, point) {
                    return false
                }
            }
            return count >= Self.leastHouses
        }
        guard try areEnough(houses.alike, in: finding.expected, against: finding.assigned) else {
            return false
        }
        return try areEnough(houses.others, in: finding.assigned, against: finding.expected)
    }

    /// How far houses of a street are looked for whose numbers may tell its sides, metres: where the next house of a house's own side is
    /// farther than in a town, twice as far as that.
    private func reachOfHouses(beside house: AddressCandidate) -> Double {
        let neighbours = geocoder.houses(
            onStreetOf: house, near: house.position, within: Self.countrySpacing
        ).alike
        let next = neighbours.map { house.distance(to: $0) }.filter { $0 > Self.onePlace }.min() ?? 0
        return max(Self.acrossStreet, 2 * next)
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
    func isBesideBorder(_ recorded: Position, edition: Ordinal<Edition>, area: Ordinal<Area>) -> Bool {
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
}
