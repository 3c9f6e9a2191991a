package import City
import Geometry
import Locating
import Records
import RoutingAudit
import Wording

/// What was learnt from clerks, in sentences.
package struct DecisionStory {
    private let decisions: ClerkDecisions
    private let city: CityFile

    package init(_ decisions: ClerkDecisions, city: CityFile) {
        self.decisions = decisions
        self.city = city
    }

    /// Nothing where nobody was asked.
    package var lines: [String] {
        guard !decisions.all.isEmpty else { return [] }
        let answers = DayText.counted(decisions.all.count, "answer")
        var lines = ["Learnt from \(answers) of clerks:"]
        lines += decisions.learnt.channels.map { channel in
            let name = channel.name.map { "channel \($0)" } ?? "requests without a channel"
            return "  the radius for \(name) is \(NumberText.decimal(channel.radius, places: 0)) m, from"
                + " \(DayText.counted(channel.answers, "answer"))"
        }
        lines += decisions.learnt.streets.map { street in
            "  on \(street.words) it is \(NumberText.decimal(street.factor)) times as much, from"
                + " \(DayText.counted(street.answers, "answer"))"
        }
        if decisions.learnt.channels.isEmpty {
            lines.append(
                "  no radius yet: it takes \(LearntUncertainty.fewest) answers of one channel, within"
                    + " \(NumberText.decimal(LearntUncertainty.farthest, places: 0)) m of the assigned area")
        }
        return lines + proposed
    }

    private var proposed: [String] {
        let proposals = decisions.proposals(for: city)
        guard !proposals.isEmpty else { return [] }
        var lines = ["Clerks' answers propose for the city file:"]
        if !proposals.defaultPoints.isEmpty {
            let points = proposals.defaultPoints.map { "[\($0.place.longitude), \($0.place.latitude)]" }
            lines += ["  requests:", "    placeholders: [\(points.joined(separator: ", "))]"]
        }
        let layers = city.layers.map(\.name).filter { name in
            proposals.aliases.contains { $0.layer == name }
                || proposals.exceptions.contains { $0.layer == name }
        }
        if !layers.isEmpty { lines.append("  layers:") }
        for layer in layers {
            lines.append("    - name: \(YAMLText.value(layer))")
            let aliases = proposals.aliases.filter { $0.layer == layer }
            if !aliases.isEmpty {
                let texts = aliases.map { "\(YAMLText.quoted($0.code)): \(YAMLText.quoted($0.area))" }
                lines.append("      aliases: {\(texts.joined(separator: ", "))}")
            }
            let exceptions = proposals.exceptions.filter { $0.layer == layer }
            if !exceptions.isEmpty {
                let texts = exceptions.map {
                    "{from: \(YAMLText.quoted($0.assigned)), to: \(YAMLText.quoted($0.expected)), why: \($0.answers) clerks' answers}"
                }
                lines.append("      accepted: [\(texts.joined(separator: ", "))]")
            }
        }
        return lines
    }
}
