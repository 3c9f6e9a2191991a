package import Boundaries
import City
import Geometry
package import Maps
package import PageLanguage

/// What one area's map and pages are made of.
package struct AreaPacket {
    let atlas: CityAtlas
    package let area: Ordinal<Area>
    /// The cases that are drawn, in the order of the scene's markers.
    package let entries: [CaseFacts.Entry]
    /// The cases of the area that have no place on the map.
    package let missing: [CaseFacts.Entry]
    package let sheet: MapSheet
    let facts: CaseFacts
    let legend: AtlasLegend

    package init(_ atlas: CityAtlas, area: Ordinal<Area>) {
        self.atlas = atlas
        self.area = area
        let facts = CaseFacts(atlas: atlas)
        self.facts = facts
        let all = atlas.cases(of: area).map(facts.entry)
        entries = all.filter { facts.position($0) != nil }
        missing = all.filter { facts.position($0) == nil }
        var counts = [Int](repeating: 0, count: atlas.selection.categories.count)
        for entry in all { counts[entry.item.category] += 1 }
        legend = AtlasLegend(
            atlas.groups, counts: counts, other: atlas.settings.words("Other categories"))
        sheet =
            SheetWriter(
                atlas: atlas, area: area, entries: entries, missing: missing, facts: facts, legend: legend,
                words: atlas.settings.words
            ).sheet
    }

    /// Returns what stands beside the map in other words than the pages'.
    package func notes(in words: PageWords) -> [SheetNote] {
        SheetWriter(
            atlas: atlas, area: area, entries: entries, missing: missing, facts: facts, legend: legend,
            words: words
        ).notes
    }

    /// The cases of the area, with a place or without.
    package var cases: [MapCase] { (entries + missing).map(\.item) }

    package var counts: AreaCounts { atlas.figures[area].counts }

    /// The facts of each marker, for web pages and GeoJSON.
    var table: MarkerTable {
        let statuses = Set((entries + missing).map(\.status)).sorted()
        let indices = Dictionary(uniqueKeysWithValues: statuses.enumerated().map { ($1, $0) })
        func row(_ entry: CaseFacts.Entry) -> MarkerFacts {
            var values = facts.values(entry)
            if entry.publicPlace != nil { values[CaseFacts.placeColumn] = place(of: entry) }
            return MarkerFacts(
                status: indices[entry.status] ?? 0, age: entry.item.daysOpen, values: values)
        }
        var table = MarkerTable(statuses: statuses, columns: facts.columns, rows: entries.map(row))
        table.unplaced = missing.map {
            MarkerTable.Unplaced(category: legend.index(ofCategory: $0.item.category), facts: row($0))
        }
        return table
    }

    /// Returns where a case is for people; the area, or that nothing is known, stands for a place that has no name.
    func place(of entry: CaseFacts.Entry) -> String {
        if !entry.place.isEmpty { return entry.place }
        let words = atlas.settings.words
        return entry.publicPlace == nil ? words("no place known") : words("in \(sheet.title)")
    }

    /// The same for programs: categories as the requests name them, and their titles apart where the city gives some; no place where
    /// it has no name.
    var recordTable: MarkerTable {
        var table = table
        for (index, entry) in entries.enumerated() {
            table.rows[index].values[0] = entry.category
            table.rows[index].values[CaseFacts.placeColumn] = entry.place
        }
        guard atlas.givesTitles else { return table }
        table.columns.insert(FactColumn(key: "title", title: "Title"), at: 1)
        for (index, entry) in entries.enumerated() { table.rows[index].values.insert(entry.title, at: 1) }
        return table
    }
}
