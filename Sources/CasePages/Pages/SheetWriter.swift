import City
import Disclosure
import Geometry
import Maps
import Locating
import Records
import RoutingAudit

/// Writes the first page of an area: its scene, figures and notes.
struct SheetWriter {
    let atlas: CityAtlas
    let area: Int
    let entries: [CaseFacts.Entry]
    let missing: [CaseFacts.Entry]
    let facts: CaseFacts
    let legend: AtlasLegend

    private var wording: MapWording { MapWording(atlas: atlas) }
    private var title: String { atlas.layer.title(area) }
    private var counts: AreaCounts { AreaCounts((entries + missing).map(\.item)) }

    var sheet: MapSheet {
        let wording = wording
        return MapSheet(
            place: atlas.city.name.uppercased(), title: title, subtitle: wording.subtitle,
            edition: atlas.settings.audience == .public
                ? .open(wording.edition) : .restricted(wording.edition),
            figures: figures, scene: scene, legendTitle: Self.capitalized(wording.cases) + " by category",
            emphases: emphases, notes: notes, colophon: wording.colophon,
            emptyMessage: missing.isEmpty
                ? "No \(wording.cases) in \(title)"
                : "No \(wording.cases) with a place on the map in \(title)",
            alternative: alternative)
    }

    private static func capitalized(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }

    // MARK: The map

    private var scene: MapScene {
        let neighbours = atlas.layer.shapes.indices.filter { $0 != area }.map {
            MapArea(title: atlas.layer.label($0), shape: atlas.layer.shapes[$0])
        }
        let markers = entries.compactMap { entry in
            facts.position(entry).map {
                Marker(
                    position: $0, category: legend.index(ofCategory: entry.item.category),
                    emphasis: entry.item.emphasis)
            }
        }
        return MapScene(
            area: MapArea(title: title, shape: atlas.layer.shapes[area]), neighbours: neighbours,
            water: atlas.water, streets: atlas.streets, categories: legend.symbols, markers: markers)
    }

    private var emphases: [EmphasisTitle] {
        [
            EmphasisTitle(emphasis: .repeated, title: "Keeps coming back after it was closed"),
            EmphasisTitle(emphasis: .doubtful, title: "Near a border: routing uncertain"),
            EmphasisTitle(emphasis: .misplaced, title: "Assigned to another \(wording.kind)"),
        ]
    }

    // MARK: Figures

    private var figures: [KeyFigure] {
        let counts = counts
        guard counts.cases > 0 else { return [] }
        let share = NumberText.wholeShare(counts.overdue, of: counts.cases)
        var figures = [KeyFigure(value: NumberText.count(counts.cases), caption: wording.cases)]
        if atlas.settings.status != .closed, atlas.knowsWhenDue {
            figures.append(KeyFigure(value: NumberText.count(counts.overdue), caption: "overdue (\(share))"))
        }
        let days = counts.medianDaysOpen.map(NumberText.count) ?? "–"
        figures.append(KeyFigure(value: days, caption: "days open (median)"))
        let returned = entries.count { $0.item.timesReturned > 0 }
        figures.append(KeyFigure(value: NumberText.count(returned), caption: "at repeat places"))
        return figures
    }

    // MARK: Notes

    private var notes: [SheetNote] {
        [missingNote, squareNote, addressNote, routingNote, countedNote].compactMap(\.self)
    }

    private var addressNote: SheetNote? {
        let placed = entries.count { $0.item.placement.positionSource != .recorded }
        guard placed > 0 else { return nil }
        return SheetNote(
            heading: "Placed by address",
            lines: [
                "\(wording.cases(placed)) without a usable recorded position \(placed == 1 ? "stands" : "stand") where the address is."
            ])
    }

    private var missingNote: SheetNote? {
        guard !missing.isEmpty else { return nil }
        return SheetNote(
            heading: "Not on the map",
            lines: [
                "\(wording.cases(missing.count)) assigned here: " + MissingReasons(missing.map(\.item)).text
                    + "."
            ])
    }

    private var squareNote: SheetNote? {
        guard atlas.city.streets == nil, atlas.settings.audience == .public, !entries.isEmpty else {
            return nil
        }
        return SheetNote(
            heading: "Places",
            lines: ["No streets were given: cases stand in the middle of squares of 100 to 400 m."])
    }

    private var routingNote: SheetNote? {
        let elsewhere = entries.count {
            $0.item.placement.assigned >= 0 && $0.item.placement.assigned != area
        }
        let sent = atlas.cases.count { item in
            guard case .located(_, let place) = item.placement.place else { return false }
            return item.placement.assigned == area && place != area
        }
        var lines: [String] = []
        if elsewhere > 0 {
            lines.append(
                "\(NumberText.count(elsewhere)) of the cases here are assigned to another \(wording.kind).")
        }
        if sent > 0 {
            lines.append(
                "\(wording.cases(sent)) assigned to this \(wording.kind) \(sent == 1 ? "lies" : "lie") elsewhere."
            )
        }
        return lines.isEmpty ? nil : SheetNote(heading: "Assignments", lines: lines)
    }

    private var countedNote: SheetNote? {
        atlas.privateCounts.map {
            SheetNote(heading: "Private, not drawn", lines: ["In the whole file: \($0.text)."])
        }
    }

    private var alternative: String {
        let counts = counts
        guard counts.cases > 0 else { return "Map of \(title). There are no \(wording.cases)." }
        var text = "Map of \(title) with \(wording.cases(entries.count))"
        if counts.overdue > 0 { text += ", \(NumberText.count(counts.overdue)) of them overdue" }
        return text + ". The list holds the same cases."
    }
}

/// Says how many cases have no place on a map, by reason.
struct MissingReasons {
    private let counts: [(why: MissingPosition, count: Int)]

    init(_ cases: [MapCase]) {
        var counts: [MissingPosition: Int] = [:]
        for item in cases {
            if case .missing(let why) = item.placement.place { counts[why, default: 0] += 1 }
        }
        self.counts = MissingPosition.allCases.compactMap { why in counts[why].map { (why, $0) } }
    }

    var text: String {
        counts.map { "\(NumberText.count($0.count)) \($0.why.reason)" }.joined(separator: ", ")
    }
}
