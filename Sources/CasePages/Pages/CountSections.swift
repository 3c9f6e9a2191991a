import City
import Disclosure
import Chronology
import Maps
import Records

/// Writes an area's counts against the whole city's.
struct CountSections {
    let packet: AreaPacket

    private var atlas: CityAtlas { packet.atlas }
    private var wording: MapWording { MapWording(atlas: atlas) }

    /// The categories of the area's cases, the commonest in the city first.
    private var groups: [(category: Int, own: AreaCounts, city: AreaCounts)] {
        let own = Dictionary(grouping: packet.cases, by: \.category)
        let city = Dictionary(grouping: atlas.cases, by: \.category)
        return own.keys.sorted().map { ($0, AreaCounts(own[$0] ?? []), AreaCounts(city[$0] ?? [])) }
    }

    // MARK: By category and age

    var byAge: PacketSection? {
        guard !packet.cases.isEmpty else { return nil }
        let all = AreaCounts(packet.cases)
        var columns = [TableColumn("Category", .share(1))]
        columns += AgeBand.all.map { TableColumn($0.title, .fixed(34), .trailing) }
        if all.undated > 0 { columns.append(TableColumn("No date", .fixed(30), .trailing)) }
        columns += [
            TableColumn("All", .fixed(28), .trailing),
            TableColumn("Share of the city's", .fixed(48), .trailing),
            TableColumn("Median days", .fixed(40), .trailing),
            TableColumn("in the city", .fixed(40), .trailing),
        ]
        let rows = groups.map { group in
            TableRow(
                [
                    .symbol(
                        packet.legend.symbol(ofCategory: group.category), packet.legend.names[group.category])
                ]
                    + cells(group.own, city: group.city, withUndated: all.undated > 0))
        }
        let total = TableRow(
            [.strong("All categories")]
                + cells(all, city: AreaCounts(atlas.cases), withUndated: all.undated > 0),
            tone: .total)
        return PacketSection(
            heading: "By category and age",
            paragraphs: [
                "\(wording.cases(all.cases)) by the days that they were open, against the city's"
                    + " \(NumberText.count(atlas.cases.count))."
            ], table: PacketTable(columns: columns, rows: rows + [total]))
    }

    private func cells(_ own: AreaCounts, city: AreaCounts, withUndated: Bool) -> [TableCell] {
        var cells = own.ofBand.map { TableCell.text($0 == 0 ? "–" : NumberText.count($0)) }
        if withUndated { cells.append(.text(NumberText.count(own.undated))) }
        return cells + [
            .strong(NumberText.count(own.cases)), .text(NumberText.wholeShare(own.cases, of: city.cases)),
            .text(own.medianDaysOpen.map(NumberText.count) ?? "–"),
            .text(city.medianDaysOpen.map(NumberText.count) ?? "–"),
        ]
    }

    // MARK: Overdue

    var overdue: PacketSection? {
        let all = AreaCounts(packet.cases)
        guard all.cases > 0, atlas.settings.status != .closed, atlas.knowsWhenDue else { return nil }
        let city = AreaCounts(atlas.cases)
        let rule =
            "A case is overdue when it is open past its due date or, where the data have none, past its"
            + " category's target."
        guard all.overdue > 0 else {
            return PacketSection(heading: "Overdue", paragraphs: ["No case is overdue. \(rule)"])
        }
        let rows = groups.filter { $0.own.overdue > 0 }.map { group in
            TableRow(
                [
                    .symbol(
                        packet.legend.symbol(ofCategory: group.category), packet.legend.names[group.category]),
                    .text(target(of: group.category)),
                ] + late(group.own, city: group.city))
        }
        let total = TableRow([.strong("All categories"), .text("")] + late(all, city: city), tone: .total)
        return PacketSection(
            heading: "Overdue",
            paragraphs: [
                "\(NumberText.count(all.overdue)) of \(DayText.counted(all.open, "open case")) are overdue,"
                    + " \(NumberText.wholeShare(all.overdue, of: all.open)); in the whole city"
                    + " \(NumberText.wholeShare(city.overdue, of: city.open)). \(rule)"
            ], table: PacketTable(columns: Self.overdueColumns, rows: rows + [total]))
    }

    private static let overdueColumns = [
        TableColumn("Category", .share(1)), TableColumn("Target", .fixed(52), .trailing),
        TableColumn("Open", .fixed(46), .trailing), TableColumn("Overdue", .fixed(52), .trailing),
        TableColumn("Share", .fixed(46), .trailing), TableColumn("in the city", .fixed(52), .trailing),
        TableColumn("Most overdue", .fixed(72), .trailing),
    ]

    private func late(_ own: AreaCounts, city: AreaCounts) -> [TableCell] {
        [
            .text(NumberText.count(own.open)), .strong(NumberText.count(own.overdue)),
            .text(NumberText.wholeShare(own.overdue, of: own.open)),
            .text(NumberText.wholeShare(city.overdue, of: city.open)),
            .text(own.mostOverdue.map(DayText.days) ?? "–"),
        ]
    }

    private func target(of category: Int) -> String {
        let target = atlas.city.categories[packet.legend.names[category]]?.target
        return target?.description ?? "–"
    }

    // MARK: Private categories

    var counted: PacketSection? {
        atlas.privateCounts.map { counts in
            PacketSection(
                heading: "Private, not drawn",
                paragraphs: [
                    "Requests of private categories in the whole file, of all areas and days: \(counts.text). They are"
                        + " not on the map, not in the list and in no other figure of these pages."
                ], table: nil)
        }
    }
}
