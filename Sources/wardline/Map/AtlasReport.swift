import Boundaries
import CasePages
import Chronology
import City
import Disclosure
import Locating
import Maps
import PageLanguage
import Records
import ServiceRequests
import WardlineKit

/// The summary of a map, or of all, for the person at the terminal.
struct AtlasReport {
    let atlas: CityAtlas

    private var wording: MapWording { MapWording(atlas: atlas, words: .english) }

    func text(of packet: AreaPacket, output: String) -> String {
        var lines = [
            Terminal.bold("\(wording.title(packet.area)), \(atlas.city.name)") + ", \(edition)",
            "  \(wording.subtitle)",
        ]
        let counts = packet.counts
        lines.append(
            "  \(wording.cases(packet.entries.count)) on the map, \(NumberText.count(counts.overdue)) overdue"
        )
        for note in packet.notes(in: .english) {
            lines.append("  \(note.heading): \(note.lines.joined(separator: " "))")
        }
        if output != "-" { lines.append("  written to \(output)") }
        return TerminalText.text(ofLines: lines + leftOut)
    }

    func text(_ names: PacketNames, _ formats: [MapFormat], folder: String) -> String {
        let (outside, unplaced) = AtlasElsewhere(atlas).parts
        var rows = TextTable([.left, .right, .right, .right, .left])
        rows.add(["", wording.cases, "not on the map", "overdue", ""])
        for area in atlas.layer.edition.areas.ordinals {
            let endings = formats.map(\.rawValue)
            let files = endings.count == 1 ? endings[0] : "{\(endings.joined(separator: ","))}"
            rows.add(
                cells(wording.title(area), atlas.cases(of: area)) + [
                    "\(folder)/\(names.name(of: area)).\(files)"
                ])
        }
        if !outside.isEmpty { rows.add(cells("outside every \(wording.kind)", outside)) }
        if !unplaced.isEmpty { rows.add(cells("no position and no \(wording.kind)", unplaced)) }
        rows.add(cells("all", atlas.cases) + ["\(folder)/index.html"])
        let head = Terminal.bold("\(wording.layerTitle) maps of \(atlas.city.name)") + ", \(edition)"
        return TerminalText.text(
            ofLines: [head, "  \(wording.subtitle)"] + rows.lines() + counted + leftOut)
    }

    private var edition: String { "\(atlas.settings.audience.rawValue) edition" }

    private func cells(_ name: String, _ cases: [MapCase]) -> [String] {
        [
            name, NumberText.count(cases.count),
            NumberText.count(cases.count { $0.placement.position == nil }),
            atlas.knowsWhenDue ? NumberText.count(AreaCounts(cases).overdue) : "–",
        ]
    }

    private var counted: [String] {
        atlas.privateCounts.map { ["  Private, not drawn; in the whole file: \($0.text)"] } ?? []
    }

    /// What was not asked for, and rows that could not be read.
    private var leftOut: [String] {
        let lines = CaseSelection.LeftOut.allCases.compactMap { reason -> String? in
            atlas.selection.leftOut[reason].map {
                "  \(NumberText.count($0)) left out: \(reason.text(atlas.settings))"
            }
        }
        return lines
            + IntakeText.lines(atlas.table, for: atlas.settings.audience).map {
                $0.hasPrefix(" ") ? $0 : "  \($0)"
            }
    }
}
