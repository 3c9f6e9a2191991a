import Boundaries
import GeometryEngine
import Records
import WardlineKit

/// Tells people what a check of boundaries found.
struct BoundaryReport {
    let work: BoundaryWork
    let checked: [CheckedEdition]
    /// How many findings of one kind an edition shows in the summary.
    private static let longest = 8

    var text: String {
        var lines = [Terminal.bold("Check of the boundaries of \(work.title)")]
        var layer: Ordinal<Layer>?
        for edition in checked {
            if edition.loaded.layer != layer,
                work.city != nil || work.layers[edition.loaded.layer].editions.count > 1
            {
                lines += ["", Terminal.bold(work.layers[edition.loaded.layer].title)]
            }
            layer = edition.loaded.layer
            lines.append("  " + heading(edition.loaded))
            lines += findings(edition).map { "    " + $0 }
        }
        return TerminalText.text(ofLines: lines + ["", totals])
    }

    private func heading(_ loaded: LoadedEdition) -> String {
        let from = loaded.source.from.map { " from \($0)" } ?? ""
        guard let edition = loaded.edition else { return loaded.label + from }
        return loaded.label + from + ": \(DayText.counted(edition.areas.count, "area")),"
            + " \(NumberText.count(edition.vertexCount)) vertices, \(edition.referenceSystem.name)"
    }

    private func findings(_ edition: CheckedEdition) -> [String] {
        guard !edition.findings.isEmpty else { return ["nothing found"] }
        var lines: [String] = []
        var rest = edition.findings[...]
        while let first = rest.first {
            let same = rest.prefix { $0.kind == first.kind }
            rest = rest.dropFirst(same.count)
            for finding in same.prefix(Self.longest) {
                lines.append("\(finding.severity.rawValue): \(sentence(finding))")
            }
            if same.count > Self.longest {
                lines.append(
                    "and \(NumberText.count(same.count - Self.longest)) more of this kind; -o FILE writes all"
                )
            }
        }
        return lines
    }

    /// Findings whose message names the place.
    private static let placed: Set<BoundaryFinding.Kind> = [.invalidPolygon, .misplaced, .farArea]

    /// The message with the place, where the message does not name it already.
    private func sentence(_ finding: BoundaryFinding) -> String {
        guard let place = finding.place, !Self.placed.contains(finding.kind) else { return finding.message }
        return "\(finding.message), at \(DegreeText.position(place))"
    }

    private var totals: String {
        let counts = BoundaryFinding.Severity.allCases.reversed().map { severity in
            let count = checked.reduce(0) { $0 + $1.findings.count { $0.severity == severity } }
            return "\(NumberText.count(count)) \(severity.rawValue)\(count == 1 ? "" : "s")"
        }
        return
            "\(counts.joined(separator: ", ")) in \(NumberText.count(checked.count)) edition\(checked.count == 1 ? "" : "s")."
    }
}
