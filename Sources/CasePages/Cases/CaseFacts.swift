import Boundaries
import Chronology
import Disclosure
import Geocoding
import Geometry
import Locating
import Maps
import Records
import RoutingAudit
import ServiceRequests

/// What each case tells about itself: in a public edition its block, in an internal one all.
package struct CaseFacts {
    let atlas: CityAtlas

    private var isPublic: Bool { atlas.settings.audience == .public }

    /// A case with its words.
    package struct Entry {
        let item: MapCase
        let category: String
        let place: String
        let status: String
        /// Where everybody may see it; `nil` where it has no position, and where its address is told.
        let publicPlace: PublicPlace?
    }

    func entry(_ item: MapCase) -> Entry {
        let address = isPublic ? nil : atlas.table.address(at: item.row)
        let publicPlace = address == nil ? atlas.publicPlace(of: item) : nil
        return Entry(
            item: item, category: atlas.selection.categories[item.category],
            place: address ?? publicPlace?.title ?? "",
            status: status(item), publicPlace: publicPlace)
    }

    /// The status as recorded, or what it was on the map's day where the case was closed after it.
    private func status(_ item: MapCase) -> String {
        let recorded = atlas.table.statuses[item.row] ?? ""
        let closed = atlas.table.closed[item.row].map(atlas.clock.date)
        if item.isOpen, closed != nil { return "Open then" }
        if isPublic { return atlas.statuses.text(recorded, isOpen: item.isOpen) }
        return recorded.isEmpty ? (item.isOpen ? "Open" : "Closed") : recorded
    }

    /// Where a marker stands: a public one in the block's middle.
    func position(_ entry: Entry) -> Coordinate? {
        isPublic ? entry.publicPlace?.position : entry.item.placement.position
    }

    /// `Assigned to 5`, or nothing where the CRM put the case where it lies.
    func routing(_ item: MapCase) -> String {
        let assigned =
            item.placement.assigned >= 0 ? atlas.layer.edition.areas[item.placement.assigned].code : "none"
        switch item.routing {
        case .agreed: return ""
        case .uncertain: return "Near a border; assigned to \(assigned)"
        case .misrouted: return "Assigned to \(assigned)"
        }
    }

    func returns(_ item: MapCase) -> String {
        item.timesReturned == 0
            ? "" : "Came back \(item.timesReturned == 1 ? "once" : "\(item.timesReturned) times")"
    }

    func overdue(_ item: MapCase) -> String { item.daysOverdue.map { "\(DayText.days($0)) overdue" } ?? "" }

    // MARK: For web pages and GeoJSON

    var columns: [FactColumn] {
        var columns = [
            FactColumn(key: "category", title: "Category"),
            FactColumn(key: isPublic ? "block" : "address", title: isPublic ? "Block" : "Address"),
            FactColumn(key: "opened", title: "Opened"), FactColumn(key: "overdue", title: "Overdue"),
            FactColumn(key: "routing", title: "Routing"), FactColumn(key: "returns", title: "Repeat place"),
        ]
        if !isPublic {
            columns.insert(FactColumn(key: "request_id", title: "Request"), at: 2)
            columns.append(FactColumn(key: "description", title: "Description"))
        }
        return columns
    }

    func values(_ entry: Entry) -> [String] {
        let item = entry.item
        var values = [
            entry.category, entry.place, item.opened.map(\.description) ?? "", overdue(item), routing(item),
            returns(item),
        ]
        if !isPublic {
            values.insert(atlas.table.id(at: item.row), at: 2)
            values.append(description(item))
        }
        return values
    }

    private func description(_ item: MapCase) -> String {
        atlas.table.descriptions.isEmpty ? "" : atlas.table.descriptions[item.row]
    }
}
