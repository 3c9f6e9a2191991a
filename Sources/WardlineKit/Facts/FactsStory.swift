import Geocoding
import Locating
import Records
package import ServiceRequests

/// What facts hold, for people.
package struct FactsStory {
    private let facts: CityFacts

    package init(_ facts: CityFacts) { self.facts = facts }

    package var title: String { "Facts of \(facts.city)" }

    /// What they rest on, in a few words: `12,000 requests from 2024-01-01 to 2025-06-30`.
    package var basis: String {
        "\(DayText.counted(facts.rows, "request"))"
            + (facts.days.map { " from \($0.first) to \($0.last)" } ?? "")
    }

    /// That requests were judged by facts; none where they are `nil` and they were not.
    package static func lines(using facts: CityFacts?, _ intake: IntakeSummary) -> [String] {
        guard let facts else { return [] }
        if intake.isWithoutPrivate {
            let days = facts.days.map { ", from \($0.first) to \($0.last)" } ?? ""
            return ["  judged as a part of all requests\(days), by facts of all of them"]
        }
        return ["  judged as a part of \(FactsStory(facts).basis), by facts of all of them"]
    }

    package var lines: [String] {
        var lines = ["Of \(basis)"]
        if let order = facts.dates.order {
            lines.append("Dates: \(order)" + (facts.dates.certain ? "" : ", which nothing settled"))
        }
        lines.append(
            "\(DayText.counted(facts.defaultPoints.count, "default point")) on \(DayText.counted(facts.defaultPoints.reduce(0) { $0 + $1.requests }, "request"))"
        )
        let folded = facts.repeatedIDs.reduce(0) { $0 + $1.others.count }
        lines.append(
            "\(DayText.counted(facts.repeatedIDs.count, "request")) of ids that more rows have, \(DayText.counted(folded, "row")) of which do not count"
        )
        for error in facts.positionErrors {
            lines.append(
                "Recorded positions\(error.channel.map { " of \($0)" } ?? "") are good to \(NumberText.decimal(error.radius, places: 0)) m, by \(DayText.counted(error.pairs, "comparison"))"
            )
        }
        lines += facts.addressAgreement.map(AddressAgreement.init)?.doubts ?? []
        let witnesses = facts.witnesses.reduce(0) { $0 + $1.requests }
        lines.append(
            "\(NumberText.count(witnesses)) witnesses of \(DayText.counted(Set(facts.witnesses.map(\.block)).count, "block")) in \(DayText.counted(Set(facts.witnesses.map(\.layer)).count, "layer"))"
        )
        if !facts.stale.isEmpty {
            let requests = facts.stale.reduce(0) { $0 + $1.requests }
            lines.append("\(DayText.counted(requests, "request")) routed by another edition of the map")
        }
        if facts.filling != nil { lines.append("House numbers fill their ranges as requests show") }
        if let found = facts.fullHundreds.map(FullHundreds.init), found.areHouses {
            lines.append(
                "Full hundreds such as 400 are house numbers: \(DayText.counted(found.hundreds, "address")) \(found.hundreds == 1 ? "has" : "have") one, \(NumberText.count(found.next)) the number next to it"
            )
        }
        if !facts.aliases.isEmpty {
            lines.append(
                "\(DayText.counted(facts.aliases.count, "code")) that no area has, and what it may mean")
        }
        return lines
    }
}
