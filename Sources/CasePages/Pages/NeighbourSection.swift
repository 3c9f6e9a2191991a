import Boundaries
import City
import Locating
import Maps
import PageLanguage
import Records

/// Writes an area's figures beside those of the others.
struct NeighbourSection {
    let packet: AreaPacket

    private var atlas: CityAtlas { packet.atlas }
    private var words: PageWords { atlas.settings.words }
    private var wording: MapWording { MapWording(atlas: atlas) }

    /// `nil` where the layer has no other area.
    var section: PacketSection? {
        guard atlas.layer.areaCount > 1, atlas.cityFigures.counts.cases > 0 else { return nil }
        let table = AreaFigureTable(atlas: atlas)
        let rows = atlas.figures.ordinals.map { area in
            TableRow(
                table.cells(atlas.figures[area]).reduce(into: [
                    Self.name(atlas.layer.title(area), area == packet.area)
                ]) {
                    $0.append(area == packet.area ? .strong($1) : .text($1))
                }, tone: area == packet.area ? .marked : .plain)
        }
        let all = TableRow(
            [.strong(words("The whole city"))] + table.cells(atlas.cityFigures).map(TableCell.text),
            tone: .total)
        return PacketSection(
            heading: words("Beside the others"), paragraphs: [table.explanation],
            table: PacketTable(
                columns: [TableColumn(PageWords.capitalized(atlas.layer.settings.title), .share(1))]
                    + table.titles.map { TableColumn($0, .fixed(58), .trailing) }, rows: rows + [all]))
    }

    private static func name(_ title: String, _ isOwn: Bool) -> TableCell {
        isOwn ? .strong(title) : .text(title)
    }
}

/// The columns in which areas are set beside one another, on packets and on the index.
struct AreaFigureTable {
    let atlas: CityAtlas

    private var words: PageWords { atlas.settings.words }
    private var wording: MapWording { MapWording(atlas: atlas) }
    private var knowsPeople: Bool { atlas.figures.contains { $0.people != nil } }

    var titles: [String] {
        var titles = [wording.casesHeading, words("Overdue"), words("Median days open")]
        if knowsPeople { titles.append(words("For 1,000 people")) }
        let day = wording.movementDay
        return titles + [words("Opened since \(day)"), words("Closed since \(day)")]
    }

    func cells(_ figures: AreaFigures) -> [String] {
        let counts = figures.counts
        var cells = [
            words.count(counts.cases), overdue(counts), counts.medianDaysOpen.map(words.count) ?? "–",
        ]
        if knowsPeople {
            cells.append(figures.perThousand(counts.cases).map { NumberText.decimal($0) } ?? "–")
        }
        return cells + [
            words.count(figures.movement.opened),
            figures.movement.tellsClosed ? words.count(figures.movement.closed) : "–",
        ]
    }

    private func overdue(_ counts: AreaCounts) -> String {
        guard atlas.knowsWhenDue else { return "–" }
        return
            "\(words.count(counts.overdue)) (\(NumberText.wholeShare(counts.overdue, of: counts.cases)))"
    }

    /// Which day "since" is.
    var explanation: String {
        let text = words(
            "Opened and closed since \(words.day(atlas.movementDay)), whatever is shown beside them.")
        guard (atlas.figures + [atlas.cityFigures]).contains(where: { !$0.movement.tellsClosed }) else {
            return text
        }
        return text + " " + words("How many were closed is not told where too many have no closing time.")
    }
}
