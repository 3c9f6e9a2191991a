import AddressParsing
import Boundaries
import Geocoding
import Geometry
import GeometryEngine
import Locating

/// Where the border of the assigned area is the address's own street: a corner, a block or a street on it lies in the areas on both
/// sides, however near to it the border was drawn, and a house on the side of its number.
extension AddressReadings {
    /// A street lies on a border that so many points of it, a few metres apart, are beside: one that ends at the border street has fewer.
    private static let leastBeside = 6

    /// How near to an area the middle of a street may be to lie in it as well, metres: within its radius, but where the recorded
    /// position is at it, and known better than that, no farther than a border runs from its street.
    func reachOfMiddle(_ radius: Double, isRecordedThere: Bool) -> Double {
        isRecordedThere && !judge.isRadiusUsual ? min(radius, Self.borderOffset) : radius
    }

    /// Says that a reading of a row's address, a corner or a block that the assigned area does not cover, lies beside it; `nil` where
    /// it does not.
    func besideAssigned(_ reading: AddressCandidate, _ finding: Finding) -> AddressEvidence? {
        guard Position.Source(reading.precision).isOfStreetMiddle, let recorded = finding.position else {
            return nil
        }
        let radius = reading.uncertaintyIfMeant
        let reach = reachOfMiddle(
            radius,
            isRecordedThere: reading.distance(to: recorded.coordinate) <= radius + recorded.uncertainty)
        let distance = judge.probes[finding.edition].distance(from: reading.position, to: finding.assigned)
        guard distance <= reach else { return nil }
        return .addressNearAssigned(
            distance: distance, radius: radius, address: reading.title, area: finding.assigned)
    }

    /// Whether a place lies in an area or, as the middle of a street, touches it as exactly as borders are drawn.
    func touches(
        _ place: AddressCandidate, _ area: Ordinal<Area>, edition: Ordinal<Edition>
    ) throws(GeometryError) -> Bool {
        let position = Position(place)
        guard position.source.isOfStreetMiddle else {
            return try judge.probes[edition].covers(area, place.position)
        }
        return try judge.isWithin(Self.sideTolerance, of: position, area, edition: edition)
    }

    /// Whether a street that an address without a number names runs through the assigned area, or along its border.
    ///
    /// - Parameter line: How the address's line was read.
    func isStreet(
        _ street: AddressCandidate, of line: AddressReading, inAssignedOf finding: Finding
    ) throws(GeometryError) -> Bool {
        let (probe, assigned) = (judge.probes[finding.edition], finding.assigned)
        let course = course(of: street, line)
        for point in course where try probe.covers(assigned, point) { return true }
        let beside = course.lazy.filter { probe.distance(from: $0, to: assigned) <= Self.borderOffset }
        return beside.prefix(Self.leastBeside).count == Self.leastBeside
    }

    /// Whether the border between a row's house and its assigned area is the house's own street, so that its number knows the side.
    ///
    /// - Parameter finding: What is found at the house's own point.
    func isOnBorderStreet(_ finding: Finding) throws(GeometryError) -> Bool {
        guard let house = geocoded(finding.row)?.candidates.first, house.precision == .addressPoint,
            finding.expected.exists
        else { return false }
        guard let opposite = geocoder.opposite(of: house) else {
            return try areNumbersParted(finding, house, near: house.position)
        }
        let place = house.position.written(near: opposite)
        let middle = Coordinate(
            longitude: (place.longitude + opposite.longitude) / 2,
            latitude: (place.latitude + opposite.latitude) / 2)
        let probe = judge.probes[finding.edition]
        guard probe.nearestBorder(to: middle, first: finding.assigned).distance <= Self.borderOffset else {
            return false
        }
        return try probe.covers(finding.assigned, opposite)
    }
}
