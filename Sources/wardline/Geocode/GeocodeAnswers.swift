import AddressParsing
import Geocoding
import Geometry
import Locating
import Records
import RoutingAudit
import WardlineKit

/// Tells people what came of single addresses.
struct GeocodeAnswers {
    private let geocoder: Geocoder
    private let candidates: Int?
    private let explains: Bool

    init(_ streets: StreetIndex, candidates: Int?, explains: Bool) {
        var settings = streets.geocoder.settings
        settings.candidateLimit = max(settings.candidateLimit, candidates ?? 0)
        geocoder = Geocoder(
            reference: streets.geocoder.reference, parser: streets.geocoder.parser, settings: settings)
        self.candidates = candidates
        self.explains = explains
    }

    /// Returns the answers, and whether none of the addresses was found.
    func answers(to addresses: [String]) -> (text: String, areNone: Bool) {
        let results = addresses.map { address in
            let parsed = geocoder.parser.parse(address)
            return (address, parsed, geocoder.geocode(parsed))
        }
        return (
            results.map { text(of: $0, parsed: $1, $2) }.joined(separator: "\n"),
            results.allSatisfy { $2.reason != nil }
        )
    }

    private func text(of address: String, parsed: ParsedAddress, _ result: GeocodedAddress) -> String {
        var lines = [Terminal.bold(address)]
        if explains { lines += ParseExplanation(parsed, geocoder.parser).lines }
        lines += ["  \(verdict(result))"]
        let shown = result.candidates.prefix(candidates ?? (explains ? 10 : result.tieCount))
        if candidates != nil || explains || result.status != .match {
            lines += Self.table(shown).lines(indent: 4)
        } else if let match = result.match {
            lines += Self.details(match).map { "  \($0)" }
        }
        return TerminalText.text(ofLines: lines)
    }

    private func verdict(_ result: GeocodedAddress) -> String {
        switch result.status {
        case .match: "match: \(result.candidates[0].matched)"
        case .tie: "tie: \(result.tieCount) places fit equally well"
        case .none(let reason): "none: \(reason.text)"
        }
    }

    private static func details(_ match: AddressCandidate) -> [String] {
        let side = match.side.map { ", \($0.name) side" } ?? ""
        let faults = match.faults.isEmpty ? "" : " (\(match.faults.map(\.name).joined(separator: ", ")))"
        return [
            "\(DegreeText.position(match.position)) by \(match.precision.name)\(side), within "
                + "\(NumberText.decimal(match.uncertainty)) m",
            "score \(NumberText.decimal(match.score))\(faults)",
        ]
    }

    /// Returns the candidates as a table: rank, score, precision, position, radius, what matched, faults.
    static func table(_ candidates: ArraySlice<AddressCandidate>) -> TextTable {
        var table = TextTable([.right, .right, .left, .left, .right, .left, .left])
        for (rank, candidate) in candidates.enumerated() {
            table.add([
                String(rank + 1), NumberText.decimal(candidate.score), candidate.precision.name,
                DegreeText.position(candidate.position), "\(NumberText.decimal(candidate.uncertainty)) m",
                candidate.matched, candidate.faults.map(\.name).joined(separator: ", "),
            ])
        }
        return table
    }
}
