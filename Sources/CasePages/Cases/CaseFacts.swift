import Boundaries
import Chronology
import City
import Disclosure
import Geocoding
import Geometry
import Locating
import Maps
import PageLanguage
import Records
import RoutingAudit
import ServiceRequests

/// What each case tells about itself: in a public edition its block, in an internal one all.
package struct CaseFacts {
    let atlas: CityAtlas

    private var isPublic: Bool { atlas.settings.audience == .public }
    private var words: PageWords { atlas.settings.words }

    /// A case with its words.
    package struct Entry {
        let item: MapCase
        /// As the requests name it.
        let category: String
        /// As people read it.
        let title: String
        let place: String
        let status: String
        /// Where everybody may see it; `nil` where it has no position.
        let publicPlace: PublicPlace?
    }

    func entry(_ item: MapCase) -> Entry {
        let address = isPublic ? nil : atlas.table.address(at: item.row)
        let publicPlace = atlas.publicPlace(of: item)
        let category = atlas.selection.categories[item.category]
        return Entry(
            item: item, category: category, title: atlas.title(ofCategory: category),
            place: address ?? publicPlace.map { $0.name.text(atlas.settings.words) } ?? "",
            status: status(item), publicPlace: publicPlace)
    }

    /// The status as recorded, or what it was on the map's day where the case was closed after it.
    private func status(_ item: MapCase) -> String {
        let recorded = atlas.table.statuses[item.row] ?? ""
        let closed = atlas.table.closed[item.row].map(atlas.clock.date)
        if item.isOpen, closed.map({ $0 > atlas.asOf }) ?? false { return words("Open then") }
        let told = isPublic ? atlas.statuses.text(recorded, isOpen: item.isOpen) : recorded
        if !told.isEmpty { return words.word(told) }
        return item.isOpen ? words("Open") : words("Closed")
    }

    /// Where a marker stands: a public one in the block's middle.
    func position(_ entry: Entry) -> Coordinate? {
        isPublic ? entry.publicPlace?.position : entry.item.placement.position
    }

    /// `Assigned to 5`, or nothing where the CRM put the case where it lies.
    func routing(_ item: MapCase) -> String {
        let assigned =
            item.placement.assigned.exists
            ? atlas.layer.edition.areas[item.placement.assigned].code : words("none")
        switch item.routing {
        case .agreed: return ""
        case .uncertain: return words("Near a border; assigned to \(assigned)")
        case .misrouted: return words("Assigned to \(assigned)")
        }
    }

    func returns(_ item: MapCase) -> String {
        switch item.timesReturned {
        case 0: ""
        case 1: words("Came back once")
        default: words("Came back \(words.count(item.timesReturned)) times")
        }
    }

    func overdue(_ item: MapCase) -> String {
        item.daysOverdue.map { words("\(words.days($0)) overdue") } ?? ""
    }

    // MARK: For web pages and GeoJSON

    /// Where ``columns`` and ``values(_:)`` have the place.
    static let placeColumn = 1

    var columns: [FactColumn] {
        var columns = [
            FactColumn(key: "category", title: words("Category")),
            FactColumn(
                key: isPublic ? "block" : "address", title: isPublic ? words("Block") : words("Address")),
            FactColumn(key: "opened", title: words("Opened")),
            FactColumn(key: "overdue", title: words("Overdue")),
            FactColumn(key: "routing", title: words("Routing")),
            FactColumn(key: "returns", title: words("Repeat place")),
        ]
        if !isPublic {
            columns.insert(FactColumn(key: "request_id", title: words("Request")), at: 2)
            columns.append(FactColumn(key: "description", title: words("Description")))
        }
        return columns
    }

    func values(_ entry: Entry) -> [String] {
        let item = entry.item
        var values = [
            entry.title, entry.place, item.opened.map(\.description) ?? "", overdue(item), routing(item),
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
