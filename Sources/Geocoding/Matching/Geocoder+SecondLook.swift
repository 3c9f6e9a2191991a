import AddressParsing
import Wording

/// Looks once more at lines that were not matched well as they stand, or that name two places.
extension Geocoder {
    /// Words for kinds of roads that no name is found by where a letter is wrong: `Conty Road 16`, `Avene E`, `Camno Real`. The first
    /// letter is taken to be right: `Valle` is no `Calle`.
    private static let roadWords = [
        "AVENIDA", "AVENUE", "BOULEVARD", "CALLE", "CAMINO", "CHEMIN", "COUNTY", "FARM", "FREEWAY", "HIGHWAY",
        "PASEO", "RANCH", "ROAD", "ROUTE", "STATE", "STREET", "TOWNSHIP",
    ].map { Array($0.utf8) }
    private static let shortestSlip = 4

    /// Returns the line with such words put right where each has one slip of the pen; `nil` where none has.
    func withRoadWordsPutRight(_ line: String) -> String? {
        var bytes = Array(line.utf8)
        var isChanged = false
        for word in parser.standardWords(line).reversed() where !word.isHouseNumber {
            // Words come from the last on, so that those before still stand where they stood.
            let letters = bytes[word.span.range].map { $0 & 0xDF }
            guard letters.count >= Self.shortestSlip, letters.allSatisfy({ (65...90).contains($0) }),
                let meant = Self.roadWords.first(where: {
                    $0.first == letters.first && EditDistance.between(letters, $0, limit: 1) == 1
                })
            else { continue }
            bytes.replaceSubrange(word.span.range, with: meant)
            isChanged = true
        }
        return isChanged ? String(decoding: bytes, as: UTF8.self) : nil
    }

    /// A house stands at a crossing that a line names with it, or within a block of it, metres.
    private static let besideCrossing = 150.0

    /// Returns a house and the crossing that the line names beside it as two places that may be meant, where they lie far from
    /// each other: `100 Maple St & Elm St`. `nil` for other lines.
    func tiedWithCrossing(_ house: GeocodedAddress, _ line: String) -> GeocodedAddress? {
        guard house.status == .match, let best = house.candidates.first, best.precision <= .range,
            Self.mayNameCrossing(line)
        else { return nil }
        let words = parser.standardWords(line)
        guard let number = words.first(where: \.isHouseNumber), let joint = words.first(where: \.isJoint),
            number.span.upper <= joint.span.lower, joint != words.last
        else { return nil }
        var bytes = Array(line.utf8)
        bytes.removeSubrange(number.span.range)
        let crossing = geocodeAsWritten(parser.parse(String(decoding: bytes, as: UTF8.self)))
        guard crossing.status == .match, let corner = crossing.candidates.first,
            corner.precision == .intersection,
            best.distance(to: corner.position) > Self.besideCrossing + best.uncertainty
        else { return nil }
        return GeocodedAddress(
            status: .tie, candidates: [best, corner], tieCount: 2, reading: house.reading)
    }

    /// Returns the house on a street whose own name ends as a unit does, and that of the street with the name before it, as two places
    /// that may be meant: `624 Park Rd 22`, where there are a Park Rd and a Park Rd 22. The former alone where both are one place, and
    /// `nil` where it is none.
    func tied(_ named: GeocodedAddress, with plain: GeocodedAddress) -> GeocodedAddress? {
        guard let match = plain.match else { return nil }
        let own = (named.match.map { [$0] } ?? Array(named.ties)).filter { candidate in
            candidate.faults.isEmpty
                || candidate.precision <= .block && candidate.faults.allSatisfy { $0 == .numberNotInRange }
        }
        guard !own.isEmpty else { return nil }
        if own.contains(where: { $0.distance(to: match.position) <= settings.tieDistance }) { return named }
        return GeocodedAddress(
            status: .tie, candidates: own + [match], tieCount: own.count + 1, reading: named.reading)
    }

    /// Whether a line has a sign or word that joins streets: cheap, since nearly none has.
    private static func mayNameCrossing(_ line: String) -> Bool {
        line.utf8.contains { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "@") }
            || [" and ", " near ", " at ", " y ", " et "].contains { line.lowercased().contains($0) }
    }
}
