package import Chronology
package import Disclosure
import ServiceRequests

/// What an analyst asks of a survey.
package struct HotspotSettings: Codable, Sendable {
    package enum Method: String, Codable, Sendable, CaseIterable {
        case dbscan, hdbscan
    }

    package enum Grouping: String, Codable, Sendable {
        case byCategory, acrossCategories
    }

    /// What the worst place has most of.
    package enum Rank: String, Codable, Sendable, CaseIterable {
        case episodes, reports, recurrences
        case daysOpen = "days-open"
    }

    /// What becomes of default points, at which nothing happened.
    package enum DefaultPoints: String, Codable, Sendable, CaseIterable {
        case remove, keep
    }

    package var method = Method.dbscan
    package var grouping = Grouping.byCategory
    package var rank = Rank.episodes
    package var defaultPoints = DefaultPoints.remove
    /// Metres; `nil` for what is set for each category.
    package var radius: Double?
    package var minimum: Int?
    /// Metres; `nil` cuts clusters of DBSCAN that are wider than four radii.
    package var greatestDiameter: Double?
    /// The names asked for; empty for all.
    package var categories: [String] = []
    /// The first and the last day of opening.
    package var since: CivilDate?
    package var until: CivilDate?
    package var area: AreaChoice?
    /// Who sees what is written: for everybody no private category takes part, and places are blocks.
    package var audience = PublishedOutput.clusters.usualAudience

    package init() {}

    /// Returns the moments of opening that were asked for, the last excluded; `nil` for all.
    package func window(_ clock: CityClock) -> Range<Timestamp>? {
        guard since != nil || until != nil else { return nil }
        let start = since.map(clock.startOfDay) ?? Timestamp(secondsSince1970: .min + 1)
        let end = until.map { clock.startOfDay(CivilDate(daysSince1970: $0.daysSince1970 + 1)) }
        return start..<(end ?? Timestamp(secondsSince1970: .max))
    }

    /// Returns the last second of the requests' last day, or of the day that was asked for where that is earlier: what the last year
    /// and the last slice of time end with. `nil` where no request has a date.
    func end(of table: RequestTable, clock: CityClock) -> Timestamp? {
        LastDay(of: table, clock: clock).map { last in
            let day = until.map { min($0, last.day) } ?? last.day
            let next = clock.startOfDay(CivilDate(daysSince1970: day.daysSince1970 + 1))
            return Timestamp(secondsSince1970: next.secondsSince1970 - 1)
        }
    }
}

/// One area of a layer, as `zone=7` names it.
package struct AreaChoice: Codable, Sendable, Hashable {
    package let layer: String
    package let area: String

    /// - Throws: ``HotspotError/noAreaChoice(_:)``.
    package init(_ text: String) throws(HotspotError) {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            throw .noAreaChoice(text)
        }
        (layer, area) = (parts[0], parts[1])
    }
}
