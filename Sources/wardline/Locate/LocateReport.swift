import AddressParsing
import Boundaries
import Foundation
import Geocoding
import Geometry
import Locating
import Records
import RoutingAudit
import WardlineKit

/// Tells the areas of a place to people.
struct LocateReport {
    let answer: LocatedQuery
    let finder: AreaFinder

    var text: String {
        get throws { TerminalText.text(ofLines: try lines()) }
    }

    private func lines() throws -> [String] {
        switch answer.places {
        case .position(let coordinate):
            return [Terminal.bold("Position \(degrees(coordinate))")]
                + (try areas(at: coordinate, uncertainty: nil)) + (try advice(coordinate))
        case .geocoded(let geocoded):
            switch geocoded.status {
            case .none(let reason): return notFound(reason, geocoded)
            case .match: return try answer.candidates.flatMap(place)
            case .tie:
                let head = "The address fits \(geocoded.tieCount) places equally well; which one is meant?"
                return try [head] + answer.candidates.flatMap { try [""] + place($0) }
            }
        }
    }

    /// Says when the numbers lie in the city once they are exchanged, and not as they are.
    private func advice(_ position: Coordinate) throws -> [String] {
        try finder.isExchanged(position) ? [AreaFinder.exchangedAdvice] : []
    }

    private func notFound(_ reason: UnmatchedReason, _ geocoded: GeocodedAddress) -> [String] {
        let nearest = geocoded.candidates.prefix(3).map {
            "  \($0.matched), score \(NumberText.decimal($0.score)) (\($0.faults.text))"
        }
        let head = "The address cannot be located: \(reason.text)."
        return nearest.isEmpty ? [head] : [head, "The nearest in the reference:"] + nearest
    }

    private func place(_ candidate: AddressCandidate) throws -> [String] {
        let faults = candidate.faults.isEmpty ? "" : " (\(candidate.faults.text))"
        let head =
            Terminal.bold(candidate.matched)
            + ": \(candidate.precision.name), score \(NumberText.decimal(candidate.score))\(faults)"
        let position =
            "\(degrees(candidate.position)), give or take \(NumberText.decimal(candidate.uncertainty)) m"
        return [head, position] + (try areas(at: candidate.position, uncertainty: candidate.uncertainty))
    }

    // MARK: Areas

    private func areas(at position: Coordinate, uncertainty: Double?) throws -> [String] {
        let answers = try finder.answers(at: position)
        var table = TextTable([.left, .left, .left, .left])
        for answer in answers {
            table.add([
                answer.layerTitle, inside(answer), border(answer, uncertainty), force(answer.edition),
            ])
        }
        return table.lines()
    }

    private func inside(_ answer: AreaFinder.Answer) -> String {
        switch answer.areas.count {
        case 0: answer.doubt == .unreadableArea ? answer.doubt.meaning : "outside"
        case 1: answer.areas[0].fullName
        default:
            "\(answer.doubt == .overlap ? "in all" : "on the border") of"
                + " \(answer.areas.map(\.code).joined(separator: " and "))\(answer.doubt == .overlap ? ", which overlap" : "")"
        }
    }

    private func border(_ answer: AreaFinder.Answer, _ uncertainty: Double?) -> String {
        guard let nearest = answer.nearest else { return "border \(metres(answer.borderDistance)) away" }
        if answer.isFarFromAll { return "far from all its areas" }
        var text = "\(nearest.area.fullName) is \(metres(nearest.distance)) away"
        if !answer.areas.isEmpty, nearest.distance - answer.borderDistance > 0.05 {
            text = "border \(metres(answer.borderDistance)) away; " + text
        }
        if let uncertainty, answer.isAnotherArea(within: uncertainty) {
            text += ", nearer than the position is certain: ask"
        }
        return text
    }

    private func metres(_ distance: Double) -> String { "\(AddressEvidence.metres(distance)) m" }

    private func force(_ edition: Edition) -> String {
        switch (edition.from, edition.until) {
        case (nil, nil): ""
        case (let from?, nil): "from \(from)"
        case (nil, let until?): "before \(until)"
        case (let from?, let until?): "from \(from), before \(until)"
        }
    }

    private func degrees(_ position: Coordinate) -> String {
        "longitude \(DegreeText.of(position.longitude)), latitude \(DegreeText.of(position.latitude))"
    }
}
