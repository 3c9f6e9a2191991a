import Boundaries
import City
import Disclosure
import Locating
import Maps
import PageLanguage
import ServiceRequests

/// Writes what became of the cases in an area that the council's offices referred: those that are open, and those that
/// were closed of late.
struct ReferralSection {
    let packet: AreaPacket

    private var atlas: CityAtlas { packet.atlas }
    private var words: PageWords { atlas.settings.words }
    private var wording: MapWording { MapWording(atlas: atlas) }

    /// `nil` where the file does not say what was referred.
    var section: PacketSection? {
        guard atlas.knowsReferrals else { return nil }
        let own = atlas.referred.filter { $0.placement.area == packet.area }
        let open = own.count(where: \.isOpen)
        let (since, _) = wording.movement(CaseMovement())
        let counts =
            atlas.figures[packet.area].movement.tellsClosed
            ? words(
                "Referred by the council's offices: \(words.count(open)) open. \(since): \(words.count(own.count - open)) closed."
            ) : words("Referred by the council's offices: \(words.count(open)) open.")
        guard !own.isEmpty else { return PacketSection(heading: words("Referrals"), paragraphs: [counts]) }
        let rows = CaseRows(
            packet: packet,
            columns: CaseRows.Column.all(atlas.settings.audience).filter { $0 != .label })
        let entries = own.map(packet.facts.entry)
        var columns = rows.tableColumns(first: "")
        var cells = entries.map { rows.row($0, label: nil) }
        if atlas.settings.audience == .internal, !atlas.table.referrals.values.isEmpty {
            // Who referred a case is a name: it stays in the office.
            columns.append(TableColumn(words("Referred by"), .share(0.15)))
            let referrals = Referrals(atlas.table, channels: atlas.city.referralChannels)
            for (index, entry) in entries.enumerated() {
                cells[index].cells.append(.text(referrals.referrer(entry.item.row) ?? ""))
            }
        }
        return PacketSection(
            heading: words("Referrals"), paragraphs: [counts],
            table: PacketTable(columns: columns, rows: cells))
    }
}
