import Chronology
import Hotspots
import Records

/// How hot and cold spots come and go, for people.
struct EmergingTable {
    let study: SignificanceStudy
    let found: EmergingFindings
    let top: Int

    var text: SignificanceText {
        let patterned = found.found
        var table = TextTable([.right, .left, .left, .right, .right, .right])
        table.add(["#", "Place", "Pattern", "Requests", "Hot slices", "z last"])
        for (index, place) in patterned.prefix(top).enumerated() {
            table.add([
                String(index + 1), study.label(place.center), place.history.pattern.description,
                NumberText.count(place.requests),
                "\(place.history.spots.count { $0 == .hot }) of \(found.slices.count)",
                StatisticText.z(place.history.z.last ?? 0),
            ])
        }
        return SignificanceText(
            title:
                "\(study.source): \(patterned.count) of \(NumberText.count(found.places.count)) places have a pattern, "
                + study.subject,
            notes: notes(patterned.map(\.history.pattern)),
            table: table.fitting(Terminal.columns, dispensable: []),
            moreCount: max(0, patterned.count - top), records: found.table)
    }

    private func notes(_ patterns: [EmergingPattern]) -> [String] {
        let start = found.slices.boundaries.first.map { study.clock.date(at: $0).description } ?? ""
        var notes = [
            "\(found.slices.count) slices of \(study.settings.sliceDays) days from \(start) on, in \(study.cells); Gi* "
                + "within each slice"
                + (study.isWholeFile
                    ? ", over the counts of places" : ", \(study.subject) among all its requests, p exact"),
            study.adjustment + " in a slice",
            "trend of the counts' z: S = ΣΣ sgn(xⱼ − xᵢ), Mann, Econometrica 13 (1945), and Kendall (1975); the eight "
                + "kinds are those of Esri's Emerging Hot Spot Analysis",
        ]
        let kinds = Dictionary(grouping: patterns, by: { $0 }).sorted { $0.key.rank < $1.key.rank }
        if !kinds.isEmpty {
            notes.append(
                kinds.map { "\($0.value.count) \($0.key)\($0.value.count == 1 ? "" : "s")" }.joined(
                    separator: ", "))
        }
        if found.undated > 0 {
            notes.append("\(NumberText.count(found.undated)) without a plausible opening are left out")
        }
        return notes
    }
}
