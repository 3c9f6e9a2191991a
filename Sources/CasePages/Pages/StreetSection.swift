import Disclosure
import Maps
import PageLanguage

/// Writes an area's cases by street: where several are.
struct StreetSection {
    let packet: AreaPacket
    let plan: MapPlan

    private var words: PageWords { packet.atlas.settings.words }

    private struct Street {
        var name: String
        var cases: [MapCase] = []
        /// Where its cases stand on the map, each once, in the map's order.
        var labels: [String] = []
    }

    /// `nil` where no street has two cases.
    var section: PacketSection? {
        let all = streets
        let several = all.filter { $0.cases.count > 1 }
            .sorted { ($1.cases.count, $0.name) < ($0.cases.count, $1.name) }
        guard !several.isEmpty else { return nil }
        let single = all.count - several.count
        var text = words("Streets with more than one case; a crossing counts to the first of its streets.")
        if single > 0 {
            text +=
                " "
                + (single == 1
                    ? words("One more street has one.")
                    : words("\(words.count(single)) more streets have one each."))
        }
        return PacketSection(
            heading: words("By street"), paragraphs: [text],
            table: PacketTable(
                columns: [
                    TableColumn(words("Street"), .share(0.4)),
                    TableColumn(words("Cases"), .fixed(46), .trailing),
                    TableColumn(words("Overdue"), .fixed(52), .trailing),
                    TableColumn(words("Oldest, days"), .fixed(64), .trailing),
                    TableColumn(words("On the map at"), .share(0.6)),
                ], rows: several.map(row)))
    }

    private func row(_ street: Street) -> TableRow {
        TableRow([
            .strong(street.name), .text(words.count(street.cases.count)),
            .text(count(street.cases.count { $0.daysOverdue != nil })),
            .text(street.cases.compactMap(\.daysOpen).max().map(words.count) ?? "–"),
            .text(street.labels.joined(separator: ", ")),
        ])
    }

    private func count(_ value: Int) -> String { value == 0 ? "–" : words.count(value) }

    private var streets: [Street] {
        var streets: [Street] = []
        var indices: [String: Int] = [:]
        for marker in plan.order {
            let entry = packet.entries[marker]
            guard let name = entry.publicPlace?.name.street, !name.isEmpty else { continue }
            let index = indices[name] ?? streets.count
            if index == streets.count {
                indices[name] = index
                streets.append(Street(name: name))
            }
            streets[index].cases.append(entry.item)
            let label = plan.labels[marker]
            if streets[index].labels.last != label { streets[index].labels.append(label) }
        }
        return streets
    }
}
