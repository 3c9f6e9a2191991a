import Boundaries
import Geometry
import GeometryEngine
import Records

/// What a check of boundaries found: a summary for people, and all findings as records.
struct BoundaryReport {
    let selection: BoundarySelection
    let checked: [CheckedEdition]
    /// How many findings of one kind an edition shows in the summary.
    private static let longest = 8

    init(selection: BoundarySelection, checked: [CheckedEdition]) {
        self.selection = selection
        self.checked = checked
    }

    // MARK: Records

    static let columns = [
        RecordColumn("layer", "layer that the edition belongs to"),
        RecordColumn("edition", "edition that the finding is about"),
        RecordColumn("severity", "error, warning or notice"),
        RecordColumn("kind", "kind of finding"),
        RecordColumn("codes", "codes of the areas that it is about"),
        RecordColumn("features", "numbers of the features in the file, the first is 1"),
        RecordColumn("area_m2", .number, "surface that it is about, square metres"),
        RecordColumn("longitude", .number, "degrees east, of WGS 84"),
        RecordColumn("latitude", .number, "degrees north, of WGS 84"),
        RecordColumn("message", "the finding in words"),
    ]

    var records: [TableRecord] {
        checked.flatMap { edition in edition.findings.map { record($0, of: edition.loaded) } }
    }

    private func record(_ finding: BoundaryFinding, of loaded: LoadedEdition) -> TableRecord {
        TableRecord(
            values: [
                .text(selection.layers[loaded.layer].name), .text(loaded.label),
                .text(finding.severity.rawValue),
                .text(finding.kind.rawValue), .texts(finding.codes),
                .texts(finding.features.map(String.init)),
                .number(finding.area, decimals: 1), .number(finding.place?.longitude, decimals: 7),
                .number(finding.place?.latitude, decimals: 7), .text(finding.message),
            ],
            geometry: finding.shape.map { .surface($0) } ?? finding.place.map { .point($0) } ?? .none)
    }

    // MARK: For people

    var text: String {
        var lines = [Terminal.bold("Check of the boundaries of \(selection.title)")]
        var layer: Int?
        for edition in checked {
            if edition.loaded.layer != layer,
                selection.city != nil || selection.layers[edition.loaded.layer].editions.count > 1
            {
                lines += ["", Terminal.bold(selection.layers[edition.loaded.layer].title)]
            }
            layer = edition.loaded.layer
            lines.append("  " + heading(edition.loaded))
            lines += findings(edition).map { "    " + $0 }
        }
        return (lines + ["", totals]).joined(separator: "\n") + "\n"
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
        return "\(finding.message), at \(PlaceText.position(place))"
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
