import Boundaries
import City
import Disclosure
import Chronology
import Maps
import PageLanguage
import Records

/// Writes an area's counts against the whole city's.
struct CountSections {
    let packet: AreaPacket

    private var atlas: CityAtlas { packet.atlas }
    private var wording: MapWording { MapWording(atlas: atlas) }
    private var words: PageWords { atlas.settings.words }
    private var all: AreaCounts { atlas.figures[packet.area].counts }
    private var city: AreaCounts { atlas.cityFigures.counts }

    /// The categories of the area's cases, the commonest in the city first.
    private var groups: [(category: Int, own: AreaCounts, city: AreaCounts)] {
        let own = Dictionary(grouping: packet.cases, by: \.category)
        let city = Dictionary(grouping: atlas.cases, by: \.category)
        return own.keys.sorted().map { ($0, AreaCounts(own[$0] ?? []), AreaCounts(city[$0] ?? [])) }
    }

    private func name(of category: Int) -> TableCell {
        .symbol(
            packet.legend.symbol(ofCategory: category),
            atlas.title(ofCategory: atlas.selection.categories[category]))
    }

    // MARK: By category and age

    var byAge: PacketSection? {
        guard !packet.cases.isEmpty else { return nil }
        var columns = [TableColumn(words("Category"), .share(1))]
        columns += AgeBand.all.map { TableColumn($0.title(words), .fixed(34), .trailing) }
        if all.undated > 0 { columns.append(TableColumn(words("No date"), .fixed(30), .trailing)) }
        columns += [
            TableColumn(words("All"), .fixed(28), .trailing),
            TableColumn(words("Share of the city's"), .fixed(48), .trailing),
            TableColumn(words("Median days"), .fixed(40), .trailing),
            TableColumn(words("in the city"), .fixed(40), .trailing),
        ]
        let rows = groups.map { group in
            TableRow(
                [name(of: group.category)]
                    + cells(group.own, city: group.city, withUndated: all.undated > 0))
        }
        let total = TableRow(
            [.strong(words("All categories"))] + cells(all, city: city, withUndated: all.undated > 0),
            tone: .total)
        return PacketSection(
            heading: words("By category and age"),
            paragraphs: [
                words(
                    "\(wording.cases(all.cases)) by the days that they were open, against the city's \(words.count(city.cases))."
                )
            ], table: PacketTable(columns: columns, rows: rows + [total]))
    }

    private func cells(_ own: AreaCounts, city: AreaCounts, withUndated: Bool) -> [TableCell] {
        var cells = own.ofBand.map { TableCell.text($0 == 0 ? "–" : words.count($0)) }
        if withUndated { cells.append(.text(words.count(own.undated))) }
        return cells + [
            .strong(words.count(own.cases)), .text(NumberText.wholeShare(own.cases, of: city.cases)),
            .text(own.medianDaysOpen.map(words.count) ?? "–"),
            .text(city.medianDaysOpen.map(words.count) ?? "–"),
        ]
    }

    // MARK: Overdue

    var overdue: PacketSection? {
        guard all.cases > 0, atlas.settings.status != .closed, atlas.knowsWhenDue else { return nil }
        let rule = words(
            "A case is overdue when it is open past its due date or, where the data have none, past its category's target."
        )
        guard all.overdue > 0 else {
            return PacketSection(
                heading: words("Overdue"), paragraphs: [words("No case is overdue.") + " " + rule])
        }
        let rows = groups.filter { $0.own.overdue > 0 }.map { group in
            TableRow(
                [name(of: group.category), .text(target(of: group.category))]
                    + late(group.own, city: group.city))
        }
        let total = TableRow(
            [.strong(words("All categories")), .text("")] + late(all, city: city), tone: .total)
        return PacketSection(
            heading: words("Overdue"),
            paragraphs: [
                words(
                    "Overdue: \(words.count(all.overdue)) of \(words.count(all.open)) open cases, \(NumberText.wholeShare(all.overdue, of: all.open)); in the whole city \(NumberText.wholeShare(city.overdue, of: city.open))."
                ) + " " + rule
            ], table: PacketTable(columns: overdueColumns, rows: rows + [total]))
    }

    private var overdueColumns: [TableColumn] {
        [
            TableColumn(words("Category"), .share(1)), TableColumn(words("Target"), .fixed(52), .trailing),
            TableColumn(words("Open"), .fixed(46), .trailing),
            TableColumn(words("Overdue"), .fixed(52), .trailing),
            TableColumn(words("Share"), .fixed(46), .trailing),
            TableColumn(words("in the city"), .fixed(52), .trailing),
            TableColumn(words("Most overdue"), .fixed(72), .trailing),
        ]
    }

    private func late(_ own: AreaCounts, city: AreaCounts) -> [TableCell] {
        [
            .text(words.count(own.open)), .strong(words.count(own.overdue)),
            .text(NumberText.wholeShare(own.overdue, of: own.open)),
            .text(NumberText.wholeShare(city.overdue, of: city.open)),
            .text(own.mostOverdue.map(words.days) ?? "–"),
        ]
    }

    private func target(of category: Int) -> String {
        let target = atlas.city.categories[atlas.selection.categories[category]]?.target
        return target.map(words.deadline) ?? "–"
    }

    // MARK: Private categories

    var counted: PacketSection? {
        atlas.privateCounts.map { counts in
            PacketSection(
                heading: words("Private, not drawn"),
                paragraphs: [
                    words(
                        "Requests of private categories in the whole file, of all areas and days: \(wording.privateCounts(counts)). They are not on the map, not in the list and in no other figure of these pages."
                    )
                ], table: nil)
        }
    }
}
