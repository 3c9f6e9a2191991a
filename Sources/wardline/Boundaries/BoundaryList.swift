import Boundaries
import Chronology
import Geometry
import GeometryEngine
import Records
import WardlineKit

/// Tells people what boundary files hold, edition by edition.
struct BoundaryList {
    let work: BoundaryWork
    let editions: [LoadedEdition]

    var text: String {
        var table = TextTable(
            work.city == nil ? [.left] + Self.alignments : [.left, .left, .left] + Self.alignments)
        table.add(
            (work.city == nil ? ["file"] : ["layer", "edition", "in force"])
                + ["reference system", "areas", "vertices", "extent in degrees"])
        var problems: [String] = []
        for loaded in editions {
            if let reason = Self.reason(loaded) { problems.append(reason) }
            problems += loaded.edition?.unreadableTexts ?? []
            table.add(place(loaded) + content(loaded))
        }
        let lines = [Terminal.bold("Boundaries of \(work.title)")] + table.lines() + problems
        return TerminalText.text(ofLines: lines)
    }

    private static let alignments: [TextTable.Alignment] = [.left, .right, .right, .left]

    /// Files belong to no layer and are in force on no day.
    private func place(_ loaded: LoadedEdition) -> [String] {
        work.city == nil
            ? [loaded.label] : [work.layers[loaded.layer].name, loaded.label, Self.force(loaded)]
    }

    private func content(_ loaded: LoadedEdition) -> [String] {
        guard let edition = loaded.edition else { return ["cannot be read"] }
        let system = edition.referenceSystem
        return [
            system.code.map { "\(system.name) (\($0))" } ?? system.name,
            NumberText.count(edition.areas.count),
            NumberText.count(edition.vertexCount), Self.degrees(edition.extent),
        ]
    }

    private static func force(_ loaded: LoadedEdition) -> String {
        switch (loaded.source.from, loaded.until) {
        case (nil, nil): "always"
        case (nil, let until?): "before \(until)"
        case (let from?, nil): "from \(from)"
        case (let from?, let until?): "from \(from), before \(until)"
        }
    }

    private static func degrees(_ extent: Box<Coordinate>) -> String {
        func text(_ number: Double) -> String { FixedDecimal.text(number, decimals: 4) }
        return "\(text(extent.minX)) to \(text(extent.maxX)), \(text(extent.minY)) to \(text(extent.maxY))"
    }

    private static func reason(_ loaded: LoadedEdition) -> String? { loaded.error?.description }
}
