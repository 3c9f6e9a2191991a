import Boundaries
import City
import Disclosure
import Locating
import Maps
import Records

/// Writes the page from which the packets of all areas are reached.
struct AtlasIndex {
    let atlas: CityAtlas
    let names: PacketNames
    let formats: [MapFormat]

    private var wording: MapWording { MapWording(atlas: atlas) }

    func bytes() -> [UInt8] {
        let wording = wording
        let cases = wording.cases
        let page = AtlasPage(
            place: atlas.city.name.uppercased(),
            title:
                "\(cases.prefix(1).uppercased() + cases.dropFirst()) by \(atlas.layer.settings.title.lowercased())",
            subtitle: wording.subtitle,
            edition: atlas.settings.audience == .public
                ? .open(wording.edition) : .restricted(wording.edition),
            areas: atlas.layer.shapes.indices.map { area in
                OverviewArea(
                    label: atlas.layer.edition.areas[area].code,
                    amount: NumberText.count(atlas.cases(of: area).count),
                    shape: atlas.layer.shapes[area])
            }, water: atlas.water, tables: [areas], colophon: wording.colophon)
        return page.bytes()
    }

    // MARK: Areas

    private var areas: AtlasTable {
        var rows = atlas.layer.shapes.indices.map { area in
            row(
                atlas.layer.title(area), atlas.cases(of: area),
                files: formats.map {
                    AtlasRow.File(name: "\(names.names[area]).\($0.rawValue)", kind: $0.title)
                })
        }
        let (outside, unplaced) = AtlasElsewhere(atlas).parts
        if !outside.isEmpty { rows.append(row("Outside every \(wording.kind)", outside, tone: .aside)) }
        if !unplaced.isEmpty {
            rows.append(row("No position and no \(wording.kind)", unplaced, tone: .aside))
        }
        rows.append(row("All", atlas.cases, tone: .total))
        return AtlasTable(
            caption: "By \(wording.kind)",
            columns: [
                atlas.layer.settings.title, wording.cases.prefix(1).uppercased() + wording.cases.dropFirst(),
                "Not on the map", "Overdue", "Median days open",
            ], rows: rows,
            note: atlas.privateCounts.map {
                "Requests of private categories are in no figure of these pages. In the whole file: \($0.text)."
            } ?? "")
    }

    private func row(
        _ name: String, _ cases: [MapCase], files: [AtlasRow.File] = [], tone: AtlasRow.Tone = .plain
    ) -> AtlasRow {
        let counts = AreaCounts(cases)
        return AtlasRow(
            name,
            [
                NumberText.count(counts.cases),
                NumberText.count(cases.count { $0.placement.position == nil }),
                atlas.knowsWhenDue
                    ? "\(NumberText.count(counts.overdue)) (\(NumberText.wholeShare(counts.overdue, of: counts.cases)))"
                    : "–",
                counts.medianDaysOpen.map(NumberText.count) ?? "–",
            ], files: files, tone: tone)
    }
}
