import Chronology
import City
import Disclosure
import Maps
import PageLanguage
import Records
import ServiceRequests

/// Writes the pages behind an area's map: the list, what has no place, streets, counts, what is overdue, what was
/// referred, and the area beside the others.
struct PacketSections {
    let packet: AreaPacket
    let plan: MapPlan

    private var atlas: CityAtlas { packet.atlas }
    private var wording: MapWording { MapWording(atlas: atlas) }
    private var words: PageWords { atlas.settings.words }

    var sections: [PacketSection] {
        let counts = CountSections(packet: packet)
        return [
            notes, list, missingList, StreetSection(packet: packet, plan: plan).section, counts.byAge,
            counts.overdue, ReferralSection(packet: packet).section, NeighbourSection(packet: packet).section,
            counts.counted, ContactBlock(atlas).section,
        ].compactMap(\.self)
    }

    /// What the first page had no room for.
    private var notes: PacketSection? {
        guard !plan.notesWithoutRoom.isEmpty else { return nil }
        return PacketSection(
            heading: words("Notes"),
            paragraphs: plan.notesWithoutRoom.map(\.sentence))
    }

    // MARK: The list

    /// A list of more rows is no list any more; other forms hold all.
    private static let mostRows = 3000

    private var list: PacketSection? {
        guard !packet.entries.isEmpty else { return nil }
        let rows = CaseRows(packet: packet, columns: CaseRows.Column.all(atlas.settings.audience))
        var last = ""
        let tableRows = plan.order.prefix(Self.mostRows).map { marker in
            let label = plan.labels[marker]
            defer { last = label }
            return rows.row(packet.entries[marker], label: label == last ? nil : label)
        }
        let order =
            plan.isGridded
            ? words(
                "In the order of the map's fields: letters stand above the map, numbers at its side.")
            : words("In the order of the numbers on the map. Cases close together share a number.")
        return PacketSection(
            heading: words("The list"), paragraphs: [order + placesText] + limit(packet.entries.count),
            table: PacketTable(
                columns: rows.tableColumns(first: plan.isGridded ? words("Field") : words("No.")),
                rows: tableRows))
    }

    private func limit(_ count: Int) -> [String] {
        guard count > Self.mostRows else { return [] }
        return [
            words(
                "The list holds the first \(words.count(Self.mostRows)) of \(words.count(count)) cases; the web map and GeoJSON hold all."
            )
        ]
    }

    private var placesText: String {
        guard atlas.settings.audience == .public, atlas.city.streets != nil else { return "" }
        return " " + words("Places are blocks; the map shows a block's middle.")
    }

    private var missingList: PacketSection? {
        guard !packet.missing.isEmpty else { return nil }
        let rows = CaseRows(packet: packet, columns: CaseRows.Column.all(atlas.settings.audience))
        let reasons = MissingReasons(packet.missing.map(\.item), words).text
        return PacketSection(
            heading: words("Not on the map"),
            paragraphs: [
                words(
                    "\(wording.cases(packet.missing.count)) that the city assigned to \(packet.sheet.title) cannot be drawn: \(reasons)."
                )
            ] + limit(packet.missing.count),
            table: PacketTable(
                columns: rows.tableColumns(first: ""),
                rows: packet.missing.prefix(Self.mostRows).map { rows.row($0, label: nil) }))
    }
}
