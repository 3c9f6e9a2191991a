import Boundaries
import City
import Disclosure
import Locating
import Maps
import PageLanguage
import Records
import Wording

/// Writes the page from which the packets of all areas are reached, and the picture that leads to it.
struct AtlasIndex {
    let atlas: CityAtlas
    let names: PacketNames
    let formats: [MapFormat]

    private var wording: MapWording { MapWording(atlas: atlas) }
    private var words: PageWords { atlas.settings.words }

    /// The page's bytes.
    func bytes() -> [UInt8] {
        let wording = wording
        return AtlasPage(
            place: words.city(atlas.city.name).uppercased(), title: title, subtitle: wording.subtitle,
            edition: atlas.settings.audience == .public
                ? .open(wording.edition) : .restricted(wording.edition),
            overview: overview, tables: [areas], contact: ContactBlock(atlas).webContact,
            colophon: wording.colophon, words: words
        ).bytes()
    }

    /// A picture of the shaded areas for newsletters and links.
    func picture(_ shape: OverviewPicture.Shape) throws -> [UInt8] {
        // A picture stands alone: its title is what its numbers and colours are.
        let title = isShadedByOverdue ? words("\(words("Overdue cases")) by \(layerTitle)") : title
        return try OverviewPicture(
            place: words.city(atlas.city.name), title: title, subtitle: wording.subtitle, overview: overview,
            notes: elsewhereNotes + [wording.privateNote].compactMap(\.self), words: words
        ).png(shape)
    }

    /// What is in no area, counted as the picture counts.
    private var elsewhereNotes: [String] {
        elsewhere.compactMap { name, cases in
            let counts = AreaCounts(cases)
            let count = isShadedByOverdue ? counts.overdue : counts.cases
            return count > 0 ? words("\(name): \(words.count(count)).") : nil
        }
    }

    private var title: String {
        words("\(wording.casesHeading) by \(layerTitle)")
    }

    private var layerTitle: String { SentenceTitle.text(atlas.layer.settings.title) }
    private var isShadedByOverdue: Bool { atlas.knowsWhenDue && atlas.settings.status != .closed }

    // MARK: The map

    private var overview: Overview {
        let measure = shading
        return Overview(
            areas: atlas.layer.edition.areas.ordinals.map { area in
                OverviewArea(
                    label: atlas.layer.edition.areas[area].code, title: atlas.layer.title(area),
                    amount: measure.value(area).map { NumberText.decimal($0, places: measure.decimals) }
                        ?? "–",
                    value: measure.value(area),
                    link: formats.first.map { "\(names.name(of: area)).\(webFormat($0).rawValue)" },
                    shape: atlas.layer.shapes[area.index])
            }, water: atlas.water, measure: measure.title, decimals: measure.decimals)
    }

    /// A web page where there is one leads a reader on at once.
    private func webFormat(_ first: MapFormat) -> MapFormat { formats.contains(.html) ? .html : first }

    /// What the colours stand for: overdue cases, or all where nothing says when one is due; for 1,000 people where the
    /// layer tells how many live in each area.
    private var shading: (title: String, decimals: Int, value: (Ordinal<Area>) -> Double?) {
        let isOverdue = isShadedByOverdue
        func count(_ area: Ordinal<Area>) -> Int {
            isOverdue ? atlas.figures[area].counts.overdue : atlas.figures[area].counts.cases
        }
        let what = isOverdue ? words("Overdue") : wording.casesHeading
        guard atlas.figures.contains(where: { $0.people != nil }) else {
            return (what, 0, { Double(count($0)) })
        }
        return (
            words("\(what) for 1,000 people"), 1, { area in atlas.figures[area].perThousand(count(area)) }
        )
    }

    // MARK: Areas

    private var areas: AtlasTable {
        let table = AreaFigureTable(atlas: atlas)
        func row(
            _ name: String, _ figures: AreaFigures, missing: Int, files: [AtlasRow.File] = [],
            tone: AtlasRow.Tone = .plain
        ) -> AtlasRow {
            var cells = table.cells(figures)
            cells.insert(words.count(missing), at: 1)
            return AtlasRow(name, cells, files: files, tone: tone)
        }
        var rows = atlas.layer.edition.areas.ordinals.map { area in
            row(
                atlas.layer.title(area), atlas.figures[area], missing: unplaced(atlas.cases(of: area)),
                files: formats.map {
                    AtlasRow.File(name: "\(names.name(of: area)).\($0.rawValue)", kind: words.word($0.title))
                })
        }
        rows += elsewhere.map { name, cases in
            // What moved is counted for both together, in the sum.
            var cells = table.cells(AreaFigures(counts: AreaCounts(cases), movement: CaseMovement()))
            cells.insert(words.count(unplaced(cases)), at: 1)
            for index in cells.indices.suffix(2) { cells[index] = "–" }
            return AtlasRow(name, cells, tone: .aside)
        }
        rows.append(row(words("All"), atlas.cityFigures, missing: unplaced(atlas.cases), tone: .total))
        var titles = table.titles
        titles.insert(words("Not on the map"), at: 1)
        return AtlasTable(
            caption: words("By \(wording.kind)"),
            columns: [PageWords.capitalized(atlas.layer.settings.title)] + titles,
            filesTitle: words("Files"), rows: rows,
            note: [table.explanation, wording.privateNote].compactMap(\.self).joined(separator: " "))
    }

    /// What lies outside, as rows of its own.
    private var elsewhere: [(name: String, cases: [MapCase])] {
        let (outside, unplaced) = AtlasElsewhere(atlas).parts
        return [
            (words("Outside every \(wording.kind)"), outside),
            (words("No position and no \(wording.kind)"), unplaced),
        ].filter { !$0.1.isEmpty }
    }

    private func unplaced(_ cases: [MapCase]) -> Int { cases.count { $0.placement.position == nil } }
}
