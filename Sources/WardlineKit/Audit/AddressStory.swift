import AddressParsing
import Geocoding
import Geometry
import Locating
import Records
import RoutingAudit

/// What the geocoder says of one address, in sentences.
struct AddressStory {
    let geocoded: GeocodedAddress
    /// The position that the request carries, to compare with.
    let recorded: Coordinate?
    /// How many places are listed.
    private let longest = 5

    init(geocoded: GeocodedAddress, recorded: Coordinate?) {
        self.geocoded = geocoded
        self.recorded = recorded
    }

    /// The places, each on a line below what the lookup came to.
    var lines: [String] {
        let others = geocoded.candidates.dropFirst().prefix(longest - 1).map {
            "  It could also be \(described($0))."
        }
        switch geocoded.status {
        case .match:
            guard let best = geocoded.candidates.first else { return [] }
            return ["Looked up, the address is \(described(best))."] + others
        case .tie:
            let places = geocoded.candidates.prefix(geocoded.tieCount).prefix(longest).map {
                "  " + described($0)
            }
            return ["Looked up, the address fits \(geocoded.tieCount) places equally well:"] + places
        case .none(let reason):
            return ["Looked up, the address was not found: \(reason.text)."] + others
        }
    }

    private func described(_ candidate: AddressCandidate) -> String {
        let faults = candidate.faults.isEmpty ? "" : " (\(candidate.faults.text))"
        let far = recorded.map {
            ", \(AddressEvidence.metres(candidate.distance(to: $0))) m from the recorded position"
        }
        return
            "\(candidate.title) by \(candidate.precision.name), score \(NumberText.decimal(candidate.score))"
            + faults + ", at longitude \(DegreeText.of(candidate.position.longitude)), latitude"
            + " \(DegreeText.of(candidate.position.latitude)), give or take"
            + " \(NumberText.decimal(candidate.uncertainty)) m\(far ?? "")"
    }
}
