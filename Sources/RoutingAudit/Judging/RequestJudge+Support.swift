import Boundaries
import Geocoding
import Geometry
import GeometryEngine
import Locating

/// Whether the address is a second source for what was found.
extension RequestJudge {
    /// Notes whether the address lies in the area that is expected, or in the assigned one.
    func support(
        _ finding: inout Finding, _ request: inout JudgedRequest, rivals: [AddressCandidate]
    ) throws(GeometryError) {
        let address = Int(request.placed.address)
        finding.isAddressSure = address >= 0 && places[address].confidence == .sure
        let isRivaled = try areElsewhere(rivals, than: finding, of: request)
        guard let pair = request.pair, finding.edition.exists, finding.expected.exists else {
            if request.recorded == nil, request.isAddressHeard, finding.position != nil, !isRivaled {
                finding.support = .address
                finding.isByAddressAlone = true
            }
            return
        }
        let area = try judge.area(ofAddress: pair.address, beside: finding)
        request.addressArea = area
        if request.borderStreet == nil, finding.verdict != .uncertain {
            request.isContested =
                isRivaled || readings?.isContested(pair, isInOneArea: request.recordedArea == area) == true
        }
        if area == finding.expected, area.exists {
            // Where record, position and address name three areas, one of them against two is no second source.
            let isThird =
                request.recordedArea.exists && request.recordedArea != area
                && request.recordedArea != finding.assigned
            if !isThird, isBeyondDoubt(finding, address: pair.address, request), !request.isContested,
                !isOfOtherDirection(finding, place: pair.place)
            {
                finding.support = .address
            }
        } else if pair.isSure, area.exists,
            area == finding.assigned || isBeyondDoubt(finding, address: pair.address, request)
        {
            finding.support = .against
        }
    }

    /// Whether an address was matched with a street of another direction than the one written, or of one where none is: what the CRM's
    /// own geocoder may have done too, so that it is no second source beside the position.
    private func isOfOtherDirection(_ finding: Finding, place: AddressPlace) -> Bool {
        guard finding.position?.source == .recorded, place.confidence == .likely,
            let faults = readings?.geocoded(finding.row)?.candidates.first?.faults
        else { return false }
        return faults.contains(.directionalMissing) || faults.contains(.directionalExtra)
    }

    /// Whether an address is farther from any border than it may be off: a place between house numbers is not known along its
    /// street, a house's point and the side of a border street are.
    func isBeyondDoubt(_ finding: Finding, address: Position, _ request: JudgedRequest) -> Bool {
        let isExact = address.source == .addressPoint || request.borderStreet != nil
        let border = judge.probes[finding.edition].nearestBorder(
            to: address.coordinate, first: finding.expected)
        return border.distance > (isExact ? AddressReadings.sideTolerance : address.uncertainty)
    }
}
