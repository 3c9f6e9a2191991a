import Boundaries
import Records
package import Locating

extension Finding {
    /// Returns the evidence as one short sentence, empty where there is none.
    package func evidenceText(in layer: PreparedLayer) -> String { text(of: evidence, in: layer) }

    private func text(of evidence: Evidence, in layer: PreparedLayer) -> String {
        func code(_ area: Ordinal<Area>) -> String { layer.editions[edition].code(of: area) }
        switch evidence {
        case .none: return ""
        case .missing(let reason): return reason.sentence
        case .noEditionInForce: return "no edition of \(layer.name) was in force when the request was opened"
        case .unreadableArea(let area):
            let edition = layer.editions[edition]
            return "area \(edition.unreadable[area].code) of \(edition.name) cannot be read"
        case .hiddenGround:
            let edition = layer.editions[edition]
            let codes = edition.unreadable.filter(\.hidesGround).map(\.code)
            return "in none of the areas that can be read; area \(codes.joined(separator: ", ")) of"
                + " \(edition.name) cannot be read"
        case .accepted(let why): return "agreed in the city file: \(why)"
        case .decided(let answer, let day):
            // The day of the answer itself is not kept.
            return "\(answer.words), a clerk answered of the requests until \(day)"
        case .undated: return "the request has no date; judged by the last edition"
        case .undatedUnder(let other): return "the request has no date; \(text(of: other, in: layer))"
        case .placeholder(let placeholder):
            let origin = placeholder.origin == .named ? ", named in the city file" : ""
            return
                "default point shared by \(placeholder.requests) requests on \(placeholder.streets) streets\(origin)"
        case .swapped(let area, let number):
            let sign = number.map { " and the other sign of its \($0)" } ?? ""
            return "with longitude and latitude exchanged\(sign) it lies in \(named(area, in: layer))"
        case .otherSign(let number, let area):
            return "with the other sign of its \(number) it lies in \(named(area, in: layer))"
        case .otherSystem(let name, let area):
            return "read as \(name) it lies in \(named(area, in: layer))"
        case .gridRead(let how, let area): return "with \(how) it lies in \(named(area, in: layer))"
        case .otherEdition(let other, let area, let distance):
            let edition = layer.editions[other]
            let since = edition.from.map { ", in force from \($0)" } ?? ""
            let how = distance == 0 ? "right" : "within \(Self.metres(distance)) m"
            return "\(how) under \(edition.name)\(since): \(layer.name) \(edition.code(of: area))"
        case .nearestArea(let distance):
            return "in no area; \(layer.name) \(code(expected)) is \(Self.metres(distance)) m away"
        case .address(let evidence):
            return evidence.text(layer: layer.name, code: code)
        case .block(let count, let area):
            return count.text(area: "\(layer.name) \(code(area))")
        case .exchangedSides(let evidence, let others):
            let own = evidence.map { $0.text(layer: layer.name, code: code) + "; " } ?? ""
            return "\(own)\(NumberText.count(others)) others of its block lie across from their numbers too:"
                + " the street's sides may be exchanged in the reference"
        case .overlap(let areas, let own):
            let other = text(of: own, in: layer)
            return (other.isEmpty ? "" : other + "; ")
                + "in \(layer.name) \(areas.map(code).joined(separator: " and ")), which overlap there"
        case .both(let first, let cause, let second):
            return "\(text(of: first, in: layer)); also \(cause.rawValue): \(text(of: second, in: layer))"
        }
    }

    private func named(_ area: Ordinal<Area>, in layer: PreparedLayer) -> String {
        "\(layer.name) \(layer.editions[edition].code(of: area))\(area == assigned ? ", the assigned one" : "")"
    }

    private static func metres(_ value: Double) -> String { FixedDecimal.text(value, decimals: 1) }
}
