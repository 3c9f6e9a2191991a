import Boundaries
import Chronology
import Disclosure
import Maps
import PageLanguage
import Records

/// Writes an area's brief: one page with a sentence, figures, the map, and the cases that have waited longest.
struct BriefWriter {
    let packet: AreaPacket

    /// So many cases are listed.
    private static let mostRows = 15

    private var atlas: CityAtlas { packet.atlas }
    private var words: PageWords { atlas.settings.words }
    private var wording: MapWording { MapWording(atlas: atlas) }
    private var figures: AreaFigures { atlas.figures[packet.area] }

    func plan() throws -> BriefPlan {
        try BriefPlan(sheet, paper: atlas.paper, orientations: atlas.settings.orientation.choices)
    }

    private var sheet: BriefSheet {
        var sheet = packet.sheet
        sheet.notes = []
        // The brief's list holds some of the cases, and says so.
        let rows = CaseRows(packet: packet, columns: columns)
        return BriefSheet(
            sheet: sheet, headline: headline, listHeading: heading,
            columns: [TableColumn(words("No."), .fixed(20))] + rows.tableColumns(first: ""),
            rows: listed.map { entry, marker in
                BriefRow(marker: marker, cells: rows.row(entry, label: nil).cells)
            }, notice: wording.privateNote, contact: ContactBlock(atlas).briefContact)
    }

    private var columns: [CaseRows.Column] {
        let all: [CaseRows.Column] = [.category, .place, .opened, .daysOpen, .overdue]
        return atlas.settings.audience == .internal ? [.request] + all : all
    }

    // MARK: Words

    /// Such as "District 7 has 87 open cases: 41 are overdue, and the oldest has been open for 412 days. Since May 31, 41
    /// were opened and 37 closed."
    private var headline: String {
        let movement = figures.movement
        guard movement != CaseMovement() else { return state }
        let (since, counts) = wording.movement(movement)
        return state + " " + words("\(since): \(counts).")
    }

    private var state: String {
        let (counts, title) = (figures.counts, packet.sheet.title)
        let cases = wording.cases(counts.cases)
        guard counts.cases > 0 else { return words("\(title) has no \(wording.cases).") }
        let oldest = packet.cases.compactMap(\.daysOpen).max().map(words.days) ?? "–"
        switch atlas.settings.status {
        case .closed:
            let median = counts.medianDaysOpen.map(words.days) ?? "–"
            return words("\(title) has \(cases): half of them were open for \(median) or less.")
        case .all: return words("\(title) has \(cases): \(words.count(counts.open)) are open.")
        case .open where counts.overdue > 0:
            return words(
                "\(title) has \(cases): \(words.count(counts.overdue)) overdue, and the oldest open for \(oldest)."
            )
        case .open: return words("\(title) has \(cases): the oldest has been open for \(oldest).")
        }
    }

    private var heading: @Sendable (Int) -> String {
        let (words, all, overdue) = (words, packet.cases.count, figures.counts.overdue)
        let cases = wording.cases(all)
        return { count in
            switch (overdue, count < all) {
            case (count..., true): words("The \(words.count(count)) most overdue of \(cases)")
            case (1..., true): words("The \(words.count(count)) most overdue or oldest of \(cases)")
            case (_, true): words("The \(words.count(count)) oldest of \(cases)")
            case (1..., false): words("All cases, the most overdue first")
            case (_, false): words("All cases, the oldest first")
            }
        }
    }

    private var goesByDue: Bool { figures.counts.overdue > 0 }

    // MARK: The list

    /// The most overdue, then the oldest; each with its marker on the map.
    private var listed: [(entry: CaseFacts.Entry, marker: Int?)] {
        let drawn = packet.entries.enumerated().map { (entry: $1, marker: Int?.some($0)) }
        let all = drawn + packet.missing.map { (entry: $0, marker: Int?.none) }
        func rank(_ item: MapCase) -> (Int, Int) {
            (goesByDue ? item.daysOverdue ?? 0 : 0, item.daysOpen ?? -1)
        }
        // The cases stand in an order of their own already, which settles what is equal.
        let order = all.indices.sorted {
            let (one, other) = (rank(all[$0].entry.item), rank(all[$1].entry.item))
            return one != other ? one > other : $0 < $1
        }
        return order.prefix(Self.mostRows).map { all[$0] }
    }
}
