import Boundaries
import City
import Disclosure
import Geometry
import Locating
import Maps
import PageLanguage
import Records
import RoutingAudit
import ServiceRequests

/// Writes the first page of an area: its scene, figures and notes.
struct SheetWriter {
    let atlas: CityAtlas
    let area: Ordinal<Area>
    let entries: [CaseFacts.Entry]
    let missing: [CaseFacts.Entry]
    let facts: CaseFacts
    let legend: AtlasLegend
    let words: PageWords

    private var wording: MapWording { MapWording(atlas: atlas, words: words) }
    private var title: String { atlas.layer.title(area) }
    private var counts: AreaCounts { atlas.figures[area].counts }

    var sheet: MapSheet {
        let wording = wording
        return MapSheet(
            place: words.city(atlas.city.name).uppercased(), title: title, subtitle: wording.subtitle,
            edition: atlas.settings.audience == .public
                ? .open(wording.edition) : .restricted(wording.edition),
            figures: figures, scene: scene, legendTitle: words("\(wording.casesHeading) by category"),
            emphases: emphases, notes: notes, colophon: wording.colophon,
            emptyMessage: missing.isEmpty
                ? words("No \(wording.cases) in \(title)")
                : words("No \(wording.cases) with a place on the map in \(title)"),
            alternative: alternative, words: words)
    }

    // MARK: The map

    private var scene: MapScene {
        let neighbours = atlas.layer.edition.areas.ordinals.filter { $0 != area }.map {
            MapArea(title: atlas.layer.label($0), shape: atlas.layer.shapes[$0.index])
        }
        let markers = entries.compactMap { entry in
            facts.position(entry).map {
                Marker(
                    position: $0, category: legend.index(ofCategory: entry.item.category),
                    emphasis: entry.item.emphasis)
            }
        }
        return MapScene(
            area: MapArea(title: title, shape: atlas.layer.shapes[area.index]), neighbours: neighbours,
            water: atlas.water, streets: atlas.streets, categories: legend.symbols, markers: markers)
    }

    private var emphases: [EmphasisTitle] {
        [
            EmphasisTitle(emphasis: .repeated, title: words("Keeps coming back after it was closed")),
            EmphasisTitle(emphasis: .doubtful, title: words("Near a border: routing uncertain")),
            EmphasisTitle(emphasis: .misplaced, title: words("Assigned to another \(wording.kind)")),
        ]
    }

    // MARK: Figures

    private var figures: [KeyFigure] {
        let counts = counts
        guard counts.cases > 0 else { return [] }
        let share = NumberText.wholeShare(counts.overdue, of: counts.cases)
        var figures = [KeyFigure(value: words.count(counts.cases), caption: wording.cases)]
        if atlas.settings.status != .closed, atlas.knowsWhenDue {
            figures.append(
                KeyFigure(value: words.count(counts.overdue), caption: words("overdue (\(share))")))
        }
        let days = counts.medianDaysOpen.map(words.count) ?? "–"
        figures.append(KeyFigure(value: days, caption: words("days open (median)")))
        let returned = entries.count { $0.item.timesReturned > 0 }
        // Without closing times nobody knows what came back.
        let tellsReturns = atlas.closings.tellStates && !atlas.closings.count.lacksMany
        if returned > 0 || tellsReturns {
            figures.append(KeyFigure(value: words.count(returned), caption: words("at repeat places")))
        }
        return figures
    }

    // MARK: Notes

    /// Last what the figures leave out.
    var notes: [SheetNote] {
        [movementNote, missingNote, squareNote, addressNote, routingNote, countedNote].compactMap(\.self)
    }

    private var movementNote: SheetNote? {
        let movement = atlas.figures[area].movement
        guard movement != CaseMovement() else { return nil }
        let (since, counts) = wording.movement(movement)
        return SheetNote(heading: since, lines: [counts])
    }

    private var addressNote: SheetNote? {
        let placed = entries.count { $0.item.placement.positionSource != .recorded }
        guard placed > 0 else { return nil }
        return SheetNote(
            heading: words("Placed by address"),
            lines: [
                placed == 1
                    ? words(
                        "\(wording.cases(placed)) without a usable recorded position stands where the address is."
                    )
                    : words(
                        "\(wording.cases(placed)) without a usable recorded position stand where the address is."
                    )
            ])
    }

    private var missingNote: SheetNote? {
        guard !missing.isEmpty else { return nil }
        return SheetNote(
            heading: words("Not on the map"),
            lines: [
                words(
                    "\(wording.cases(missing.count)) assigned here: \(MissingReasons(missing.map(\.item), words).text)."
                )
            ])
    }

    private var squareNote: SheetNote? {
        guard atlas.city.streets == nil, atlas.settings.audience == .public, !entries.isEmpty else {
            return nil
        }
        return SheetNote(
            heading: words("Places"),
            lines: [words("No streets were given: cases stand in the middle of squares of 100 to 400 m.")])
    }

    private var routingNote: SheetNote? {
        let elsewhere = entries.count {
            $0.item.placement.assigned.exists && $0.item.placement.assigned != area
        }
        let sent = atlas.cases.count { item in
            guard case .located(_, let place) = item.placement.place else { return false }
            return item.placement.assigned == area && place != area
        }
        var lines: [String] = []
        if elsewhere > 0 {
            lines.append(
                elsewhere == 1
                    ? words("\(words.count(1)) of the cases here is assigned to another \(wording.kind).")
                    : words(
                        "\(words.count(elsewhere)) of the cases here are assigned to another \(wording.kind)."
                    ))
        }
        if sent > 0 {
            lines.append(
                sent == 1
                    ? words("\(wording.cases(sent)) assigned to this \(wording.kind) lies elsewhere.")
                    : words("\(wording.cases(sent)) assigned to this \(wording.kind) lie elsewhere."))
        }
        return lines.isEmpty ? nil : SheetNote(heading: words("Assignments"), lines: lines)
    }

    private var countedNote: SheetNote? {
        atlas.privateCounts.map {
            SheetNote(
                heading: words("Private, not drawn"),
                lines: [words("In the whole file: \(wording.privateCounts($0)).")])
        }
    }

    private var alternative: String {
        let counts = counts
        guard counts.cases > 0 else { return words("Map of \(title). There are no \(wording.cases).") }
        let cases = wording.cases(entries.count)
        let list = words("The list holds the same cases.")
        return counts.overdue > 0
            ? words("Map of \(title) with \(cases), \(words.count(counts.overdue)) of them overdue.") + " "
                + list
            : words("Map of \(title) with \(cases).") + " " + list
    }
}

/// Says how many cases have no place on a map, by reason.
struct MissingReasons {
    private let counts: [(why: MissingPosition, count: Int)]
    private let words: PageWords

    init(_ cases: [MapCase], _ words: PageWords) {
        self.words = words
        var counts: [MissingPosition: Int] = [:]
        for item in cases {
            if case .missing(let why) = item.placement.place { counts[why, default: 0] += 1 }
        }
        self.counts = MissingPosition.allCases.compactMap { why in counts[why].map { (why, $0) } }
    }

    var text: String {
        counts.map { "\(words.count($0.count)) \(words.word($0.why.reason))" }.joined(separator: ", ")
    }
}
