import Boundaries
import Geocoding
import Geometry
import GeometryEngine
import Locating

/// What is said of a row's address beside a recorded position.
extension AddressReadings {
    /// Says how far the recorded position is from the address, and which like address it is at.
    func recordedElsewhere(_ pair: PlacePair, _ finding: Finding) throws(GeometryError) -> Evidence {
        guard let meaning = lookup.meaning(ofRow: pair.row), let best = meaning.best else { return .none }
        var title = best.title
        var other: AddressEvidence.NamedPlace?
        for reading in meaning.alternatives {
            let candidate = reading.candidate
            guard !best.candidate.isOnePlace(with: candidate),
                candidate.distance(to: pair.recorded.coordinate)
                    <= candidate.uncertainty + pair.recorded.uncertainty
            else { continue }
            let area = try judge.probes[finding.edition].locate(candidate.position)
            let titles = AddressCandidate.titles(of: [best.candidate, candidate])
            title = titles[0]
            other = AddressEvidence.NamedPlace(address: titles[1], area: area)
            break
        }
        if other == nil, let near = nearlyNamed(pair) { other = try named(near, edition: finding.edition) }
        // Not the finding's area, which may be that of the recorded position.
        let area = try judge.area(ofAddress: pair.address, beside: finding)
        return .address(
            .recordedElsewhere(distance: pair.distance, address: title, area: area, other: other))
    }

    /// Returns a place whose address is nearly a row's with the area that it lies in.
    func named(
        _ place: NearlyNamedPlace, edition: Ordinal<Edition>
    ) throws(GeometryError) -> AddressEvidence.NamedPlace {
        AddressEvidence.NamedPlace(
            address: place.title, area: try judge.probes[edition].locate(place.position))
    }

    func addressInAssigned(_ pair: PlacePair, area: Ordinal<Area>) -> Evidence {
        .address(.addressInAssigned(distance: pair.distance, address: title(ofRow: pair.row), area: area))
    }

    func addressNearAssigned(_ pair: PlacePair, area: Ordinal<Area>, distance: Double) -> Evidence {
        .address(
            .addressNearAssigned(
                distance: distance, radius: pair.address.uncertainty, address: title(ofRow: pair.row),
                area: area))
    }

    /// Says which address of the same name lies in the assigned area, `nil` where none does.
    func sameName(_ finding: Finding) throws(GeometryError) -> Evidence? {
        guard let meaning = lookup.meaning(ofRow: finding.row), let best = meaning.best else { return nil }
        let probe = judge.probes[finding.edition]
        var found: [AddressCandidate] = []
        for other in meaning.alternatives where !best.candidate.isOnePlace(with: other.candidate) {
            if try probe.covers(finding.assigned, other.candidate.position) { found.append(other.candidate) }
        }
        let listed = found.first { !isUnlisted($0) }
        guard let other = listed ?? found.first else { return nil }
        let titles = AddressCandidate.titles(of: [best.candidate, other])
        let place = AddressEvidence.NamedPlace(address: titles[1], area: finding.assigned)
        return .address(.sameName(address: titles[0], other: place, isListed: listed != nil))
    }
}
