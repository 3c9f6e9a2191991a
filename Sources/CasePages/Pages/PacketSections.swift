import Chronology
import City
import Disclosure
import Maps
import Records
import ServiceRequests

/// Writes the pages behind an area's map: the list, the counts, what is overdue, what has no place.
struct PacketSections {
    let packet: AreaPacket
    let plan: MapPlan

    private var atlas: CityAtlas { packet.atlas }
    private var facts: CaseFacts { packet.facts }
    private var wording: MapWording { MapWording(atlas: atlas) }

    var sections: [PacketSection] {
        let counts = CountSections(packet: packet)
        return [list, missingList, counts.byAge, counts.overdue, counts.counted].compactMap(\.self)
    }

    // MARK: The list

    private var list: PacketSection? {
        guard !packet.entries.isEmpty else { return nil }
        let most = packet.entries.compactMap(\.item.daysOpen).max() ?? 0
        var last = 0
        let rows = plan.order.map { marker in
            let number = plan.numbers[marker]
            defer { last = number }
            return row(packet.entries[marker], number: number == last ? nil : number, most: most)
        }
        return PacketSection(
            heading: "The list",
            paragraphs: [
                "In the order of the numbers on the map. Cases close together share a number." + placesText
            ], table: PacketTable(columns: columns(first: "No."), rows: rows))
    }

    private var placesText: String {
        guard atlas.settings.audience == .public, atlas.city.streets != nil else { return "" }
        return " Places are blocks; the map shows a block's middle."
    }

    private func columns(first: String) -> [TableColumn] {
        let isPublic = atlas.settings.audience == .public
        var columns = [
            TableColumn(first, .fixed(26)), TableColumn("Category", .share(0.29)),
            TableColumn("Opened", .fixed(50)), TableColumn("Days open", .fixed(64)),
            TableColumn(isPublic ? "Block" : "Address", .share(0.3)), TableColumn("Status", .share(0.14)),
            TableColumn("Remarks", .share(0.27)),
        ]
        if !isPublic { columns.insert(TableColumn("Request", .fixed(58)), at: 1) }
        return columns
    }

    private func row(_ entry: CaseFacts.Entry, number: Int?, most: Int) -> TableRow {
        let item = entry.item
        let days = item.daysOpen.map { days in
            TableCell.bar(share: most > 0 ? Double(days) / Double(most) : 0, NumberText.count(days))
        }
        var cells: [TableCell] = [
            .strong(number.map(String.init) ?? ""),
            .symbol(packet.legend.symbol(ofCategory: item.category), entry.category),
            .text(item.opened?.description ?? "not known"), days ?? .text("not known"),
            .text(entry.place.isEmpty ? noPlace(entry) : entry.place), .text(entry.status), remarks(entry),
        ]
        if atlas.settings.audience == .internal { cells.insert(.text(atlas.table.id(at: item.row)), at: 1) }
        return TableRow(cells, number: number)
    }

    /// What stands for a place that has no name: the area, or that nothing is known.
    private func noPlace(_ entry: CaseFacts.Entry) -> String {
        entry.publicPlace == nil ? "no place known" : "in \(packet.sheet.title)"
    }

    private func remarks(_ entry: CaseFacts.Entry) -> TableCell {
        let item = entry.item
        var words = [facts.overdue(item), facts.routing(item), facts.returns(item)].filter { !$0.isEmpty }
        if atlas.settings.audience == .internal { words.append(facts.values(entry).last ?? "") }
        let text = words.filter { !$0.isEmpty }.joined(separator: "; ")
        return item.daysOverdue == nil ? .text(text) : .warning(text)
    }

    private var missingList: PacketSection? {
        guard !packet.missing.isEmpty else { return nil }
        let most = packet.missing.compactMap(\.item.daysOpen).max() ?? 0
        let rows = packet.missing.map { row($0, number: nil, most: most) }
        return PacketSection(
            heading: "Not on the map",
            paragraphs: [
                "\(wording.cases(packet.missing.count)) that the city assigned to \(packet.sheet.title) cannot be drawn: "
                    + MissingReasons(packet.missing.map(\.item)).text + "."
            ], table: PacketTable(columns: columns(first: ""), rows: rows))
    }
}
