import AddressParsing
import Boundaries
import Geocoding
import Geometry
package import Locating
import Records
import RoutingAudit

/// Tells the areas of a place to programs: one JSON object on one line.
package struct LocateRecord {
    private let answer: LocatedQuery
    private let finder: AreaFinder

    package init(answer: LocatedQuery, finder: AreaFinder) {
        self.answer = answer
        self.finder = finder
    }

    package var text: String {
        get throws { String(decoding: try object(), as: UTF8.self) + "\n" }
    }

    private func object() throws -> [UInt8] {
        var object = JSONObjectBuffer()
        switch (answer.query, answer.places) {
        case (_, .position(let coordinate)):
            object.add("status", "position")
            object.add("places", json: list([try place(at: coordinate, nil)]))
            if try finder.isExchanged(coordinate) { object.add("advice", AreaFinder.exchangedAdvice) }
        case (.address(let line), .geocoded(let geocoded)):
            object.add("address", line)
            object.add("status", geocoded.status.name)
            if case .none(let reason) = geocoded.status { object.add("reason", reason.text) }
            object.add(
                "places", json: list(try answer.candidates.map { try place(at: $0.position, $0) }))
        case (.position, .geocoded): break
        }
        return object.finished()
    }

    private func place(at position: Coordinate, _ candidate: AddressCandidate?) throws -> [UInt8] {
        var object = JSONObjectBuffer()
        object.add("longitude", position.longitude, decimals: 7)
        object.add("latitude", position.latitude, decimals: 7)
        if let candidate {
            object.add("matched", candidate.matched)
            object.add("precision", candidate.precision.name)
            object.add("score", candidate.score, decimals: 1)
            object.add("uncertainty_m", candidate.uncertainty, decimals: 1)
            object.add("faults", candidate.faults.map(\.name))
        }
        object.add("areas", json: list(try finder.answers(at: position).map(areas)))
        return object.finished()
    }

    private func areas(_ answer: AreaFinder.Answer) -> [UInt8] {
        var object = JSONObjectBuffer()
        object.add("layer", answer.layer)
        object.add("edition", answer.edition.name)
        object.add("from", answer.edition.from.map { "\($0)" })
        object.add("until", answer.edition.until.map { "\($0)" })
        object.add("codes", answer.areas.map(\.code))
        object.add("titles", answer.areas.map(\.title))
        object.add("doubt", [.unreadableArea, .overlap].contains(answer.doubt) ? answer.doubt.word : nil)
        object.add("border_m", answer.borderDistance, decimals: 1)
        object.add("nearest_code", answer.nearest?.area.code)
        object.add("nearest_m", answer.nearest?.distance, decimals: 1)
        return object.finished()
    }

    private func list(_ items: [[UInt8]]) -> [UInt8] {
        Array("[".utf8) + Array(items.joined(separator: ",".utf8)) + Array("]".utf8)
    }
}
