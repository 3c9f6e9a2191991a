import AddressParsing
import Geometry

/// Puts a place into the words of the reference.
struct CandidateWording {
    let reference: StreetReference

    func candidate(_ placement: Placement) -> AddressCandidate {
        var streets = [reference.tables.street(ownStreet(placement))]
        if let cross = placement.crossStreet { streets.append(reference.tables.street(cross)) }
        let zip = PostalCode(number: placement.zip)?.text ?? ""
        return AddressCandidate(
            position: placement.position.standard, precision: placement.precision, side: placement.side,
            score: max(0, 100 - placement.faults.penalty), faults: placement.faults,
            matched: matched(placement, streets: streets, zip: zip), number: placement.number,
            numberPrefix: placement.numberPrefix, streets: streets, zip: zip,
            place: reference.tables.places[Int(placement.place)], streetIndex: ownStreet(placement),
            uncertainty: placement.uncertainty,
            uncertaintyIfMeant: placement.uncertainty - placement.streetDoubt)
    }

    /// The name that the segment bears itself, where the line used another.
    private func ownStreet(_ placement: Placement) -> UInt32 {
        placement.segment == .max ? placement.street : reference.tables.segmentStreets[Int(placement.segment)]
    }

    private func matched(_ placement: Placement, streets: [StreetName], zip: String) -> String {
        var text = placement.number.map { "\(placement.numberPrefix)\($0) " } ?? ""
        text += streets.map(\.standard).joined(separator: " & ")
        if placement.place != 0 { text += ", \(reference.tables.places[Int(placement.place)])" }
        if !zip.isEmpty { text += ", \(zip)" }
        return text
    }
}
