import Chronology
import Disclosure
import Maps
import PageLanguage
import Records
import ServiceRequests

/// Writes cases as rows of a table.
struct CaseRows {
    enum Column {
        case label, request, category, opened, daysOpen, overdue, place, status, remarks

        /// What the list of a packet holds.
        static func all(_ audience: Audience) -> [Column] {
            audience == .internal
                ? [.label, .request, .category, .opened, .daysOpen, .place, .status, .remarks]
                : [.label, .category, .opened, .daysOpen, .place, .status, .remarks]
        }
    }

    let packet: AreaPacket
    let columns: [Column]
    private let mostDays: Int

    init(packet: AreaPacket, columns: [Column]) {
        self.packet = packet
        self.columns = columns
        mostDays = (packet.entries + packet.missing).compactMap(\.item.daysOpen).max() ?? 0
    }

    private var atlas: CityAtlas { packet.atlas }
    private var facts: CaseFacts { packet.facts }
    private var words: PageWords { atlas.settings.words }

    /// - Parameter first: The heading of ``Column/label``.
    func tableColumns(first: String) -> [TableColumn] {
        columns.map { column in
            switch column {
            case .label: TableColumn(first, .fixed(26))
            case .request: TableColumn(words("Request"), .fixed(58))
            case .category: TableColumn(words("Category"), .share(0.29))
            case .opened: TableColumn(words("Opened"), .fixed(50))
            case .daysOpen: TableColumn(words("Days open"), .fixed(64))
            case .overdue: TableColumn(words("Overdue"), .fixed(42), .trailing)
            case .place:
                TableColumn(
                    atlas.settings.audience == .public ? words("Block") : words("Address"), .share(0.3))
            case .status: TableColumn(words("Status"), .share(0.14))
            case .remarks: TableColumn(words("Remarks"), .share(0.27))
            }
        }
    }

    /// - Parameter label: Where the case stands on the map; `nil` where the row before says it, or it stands nowhere.
    func row(_ entry: CaseFacts.Entry, label: String?) -> TableRow {
        TableRow(columns.map { cell($0, of: entry, label: label) }, label: label)
    }

    private func cell(_ column: Column, of entry: CaseFacts.Entry, label: String?) -> TableCell {
        let item = entry.item
        switch column {
        case .label: return .strong(label ?? "")
        case .request: return .text(atlas.table.id(at: item.row))
        case .category: return .symbol(packet.legend.symbol(ofCategory: item.category), entry.title)
        case .opened: return .text(item.opened?.description ?? words("not known"))
        case .daysOpen:
            guard let days = item.daysOpen else { return .text(words("not known")) }
            return .bar(share: mostDays > 0 ? Double(days) / Double(mostDays) : 0, words.count(days))
        case .overdue: return item.daysOverdue.map { .warning(words.count($0)) } ?? .text("–")
        case .place: return .text(packet.place(of: entry))
        case .status: return .text(entry.status)
        case .remarks: return remarks(entry)
        }
    }

    private func remarks(_ entry: CaseFacts.Entry) -> TableCell {
        let item = entry.item
        var remarks = [facts.overdue(item), facts.routing(item), facts.returns(item)]
        if atlas.settings.audience == .internal { remarks.append(facts.values(entry).last ?? "") }
        let text = remarks.filter { !$0.isEmpty }.joined(separator: "; ")
        return item.daysOverdue == nil ? .text(text) : .warning(text)
    }
}
