import Chronology
import City
import Hotspots

/// What an analyst asked `wardline hotspots` for.
struct HotspotSettings: Sendable {
    enum Method: String, Sendable, CaseIterable {
        case dbscan, hdbscan
    }

    enum Grouping: Sendable {
        case byCategory, acrossCategories
    }

    /// What the worst place has most of.
    enum Rank: String, Sendable, CaseIterable {
        case episodes, reports, recurrences
        case daysOpen = "days-open"
    }

    /// What becomes of default points, at which nothing happened.
    enum DefaultPoints: String, Sendable, CaseIterable {
        case remove, keep
    }

    var method = Method.dbscan
    var grouping = Grouping.byCategory
    var rank = Rank.episodes
    var defaultPoints = DefaultPoints.remove
    /// Metres; `nil` for what is set for each category.
    var radius: Double?
    var minimum: Int?
    /// Metres; `nil` leaves chains whole.
    var greatestDiameter: Double?
    /// The names asked for; empty for all.
    var categories: [String] = []
    /// The first and the last day of opening.
    var since: CivilDate?
    var until: CivilDate?
    var area: AreaChoice?

    /// Returns the moments of opening that were asked for, the last excluded; `nil` for all.
    func window(_ clock: CityClock) -> Range<Timestamp>? {
        guard since != nil || until != nil else { return nil }
        let start = since.map(clock.startOfDay) ?? Timestamp(secondsSince1970: .min + 1)
        let end = until.map { clock.startOfDay(CivilDate(daysSince1970: $0.daysSince1970 + 1)) }
        return start..<(end ?? Timestamp(secondsSince1970: .max))
    }
}

/// One area of a layer, as `zone=7` names it.
struct AreaChoice: Sendable, Hashable {
    let layer: String
    let area: String

    init(_ text: String) throws {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            throw Failure("--area \(text): name a layer and one of its areas, such as --area zone=7")
        }
        (layer, area) = (parts[0], parts[1])
    }
}

/// How clusters of a category are made where neither the command nor the city file says.
struct CategoryDefaults {
    /// Metres.
    let radius: Double
    let minimum: Int
    /// Days.
    let repairLife: Double

    /// Most 311 positions are those of an address or a block front: 50 m joins the two sides of a street and the
    /// next house, not the next corner.
    private static let usual = CategoryDefaults(radius: 50, minimum: 3, repairLife: 365)

    /// What the names of categories say about them, the first that fits. A pothole has a place of its own, and a
    /// patch is expected to hold a year; litter and missed pickups come back by their nature within weeks.
    private static let byWord: [(words: [String], defaults: CategoryDefaults)] = [
        (["pothole"], CategoryDefaults(radius: 30, minimum: 3, repairLife: 365)),
        (["light", "signal", "lamp"], CategoryDefaults(radius: 30, minimum: 3, repairLife: 365)),
        (["graffiti"], CategoryDefaults(radius: 50, minimum: 3, repairLife: 90)),
        (
            ["dump", "litter", "trash", "garbage", "missed", "pickup", "recycl"],
            CategoryDefaults(radius: 50, minimum: 3, repairLife: 60)
        ),
    ]

    static func of(_ category: String) -> CategoryDefaults {
        let name = category.lowercased()
        return byWord.first { $0.words.contains { name.contains($0) } }?.defaults ?? usual
    }
}
