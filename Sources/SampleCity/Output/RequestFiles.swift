import Chronology
import Geometry
import Records

/// Writes the requests, and beside them what is true of them.
struct RequestFiles {
    private let drafts: [RequestDraft]
    private let addresses: [CityAddress]
    private let ids: [String]
    /// Where each draft stands, by its number while drafting.
    private let indexOfKey: [Int]

    init(story: RequestStory) {
        drafts = story.drafts
        addresses = story.map.addresses
        var indices = Array(repeating: 0, count: drafts.count)
        var counts: [Int: Int] = [:]
        var ids: [String] = []
        for (index, draft) in drafts.enumerated() {
            indices[draft.key] = index
            let year = draft.opened.date.year % 100
            counts[year, default: 0] += 1
            let serial = String(counts[year, default: 0])
            ids.append("\(year)-\(String(repeating: "0", count: max(0, 6 - serial.utf8.count)))\(serial)")
        }
        self.ids = ids
        indexOfKey = indices
    }

    static let header =
        "sr_number,parent_sr,sr_type,status,channel,created,closed,due,address,lon,lat,assigned_zone,"
        + "assigned_district,description\n"

    /// Hands out the file piece by piece, so that a large one need not be held whole.
    func writeRequests(_ write: (String) throws -> Void) rethrows {
        var text = Self.header
        for (index, draft) in drafts.enumerated() {
            text += row(draft, id: ids[index])
            if text.utf8.count > 1 << 20 {
                try write(text)
                text = ""
            }
        }
        try write(text)
    }

    private func row(_ draft: RequestDraft, id: String) -> String {
        let kind = CategoryTable.all[draft.category]
        let (longitude, latitude) = position(draft.recorded)
        let parent = draft.parent.map { ids[indexOfKey[$0]] } ?? ""
        let due = CityHolidays.due(of: kind, opened: draft.opened).text
        return [
            id, parent, kind.name, draft.status.rawValue, draft.channel, draft.opened.text,
            draft.closed?.text ?? "",
            due, quoted(draft.address), longitude, latitude, draft.zone, draft.district,
            quoted(draft.description),
        ].joined(separator: ",") + "\n"
    }

    private func position(_ recorded: RecordedPosition) -> (String, String) {
        switch recorded {
        case .blank: ("", "")
        case .degrees(let position, let decimals):
            (
                NumberText.decimal(position.longitude, places: decimals),
                NumberText.decimal(position.latitude, places: decimals)
            )
        case .numbers(let x, let y): (x, y)
        }
    }

    private func quoted(_ text: String) -> String {
        text.contains(",") || text.contains("\"") ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }

    /// What is true of each request of which more can be said than that it is correct.
    var truth: String {
        var text =
            "request_id,layer,story,verdict,cause,assigned,expected,verdict_by_position,longitude,latitude,address_id\n"
        for (index, draft) in drafts.enumerated() {
            let position = CityFrame.coordinate(of: draft.site.point)
            let isPlaced = draft.story != .noAddress
            let address = draft.site.address >= 0 ? "A\(addresses[draft.site.address].id)" : ""
            for truth in draft.truths {
                text +=
                    [
                        ids[index], truth.layer.rawValue, draft.story.rawValue, truth.verdict, truth.cause,
                        truth.layer == .zone ? draft.zone : draft.district, truth.expected,
                        truth.verdictByPosition,
                        isPlaced ? GeoJSONText.degrees(position.longitude) : "",
                        isPlaced ? GeoJSONText.degrees(position.latitude) : "", address,
                    ].joined(separator: ",") + "\n"
            }
        }
        return text
    }

    /// The planted places and outbreaks: each of their requests with its part.
    var hotspotTruth: String {
        var text = "request_id,category,cluster,episode,role,center_longitude,center_latitude\n"
        for (index, draft) in drafts.enumerated() {
            guard let hotspot = draft.hotspot else { continue }
            let center = CityFrame.coordinate(of: hotspot.center)
            text +=
                [
                    ids[index], CategoryTable.all[draft.category].name, hotspot.cluster,
                    hotspot.episode > 0 ? "\(hotspot.episode)" : "", hotspot.role,
                    GeoJSONText.degrees(center.longitude), GeoJSONText.degrees(center.latitude),
                ].joined(separator: ",") + "\n"
        }
        return text
    }

    /// What was planted for closures and reports: of single requests first, then of the clock, changes, kinds and days.
    var closureTruth: String {
        var text = "finding,request_id,category,place,from,until,note\n"
        for (index, draft) in drafts.enumerated() {
            for truth in draft.closures {
                text +=
                    "\(truth.finding.rawValue),\(ids[index]),\(CategoryTable.all[draft.category].name),\(truth.place),,,\n"
            }
        }
        return text + ClosurePlan.cityTruth
    }
}
