import Chronology
import Geometry
package import Hotspots
package import Records
import ServiceRequests

/// What the outputs say of one cluster.
package enum HotspotRecord {
    package static let columns = [
        "cluster", "category", "place", "reports", "duplicates", "episodes", "recurrences",
        "median_days_to_return", "days_open", "open_now", "first_opened", "last_opened", "reports_last_year",
        "reports_year_before", "trend", "undated", "closed_without_date", "closed_before_opened",
        "diameter_m", "longitude", "latitude", "first_request", "batch", "catch_all_categories",
    ]

    /// Returns the values in the order of the columns.
    package static func values(
        _ cluster: HotspotCluster, at place: ClusterPlace, in survey: HotspotSurvey
    ) -> [RecordValue] {
        let history = cluster.history
        let moment = { (moment: Timestamp?) in RecordValue.text(moment.map(survey.clock.text)) }
        return [
            .whole(cluster.number), .text(survey.groups.groups[cluster.group].name), .text(place.name),
            .whole(history.reports), .whole(history.duplicates), .whole(history.episodes),
            .whole(history.recurrences), .number(history.medianDaysToReturn, decimals: 1),
            .number(history.daysOpen, decimals: 1), .whole(history.openNow), moment(history.first),
            moment(history.last), .whole(history.trend?.lastYear), .whole(history.trend?.yearBefore),
            .text(history.trend?.direction.rawValue), .whole(history.faults.undated),
            .whole(history.faults.closedWithoutDate), .whole(history.faults.closedBeforeOpened),
            .number(place.diameter, decimals: 1), .number(place.center.longitude, decimals: 7),
            .number(place.center.latitude, decimals: 7),
            .text(place.rows.first.map { survey.table.id(at: Int($0)) }), .whole(history.batch),
            .whole(survey.catchAlls.categories(cluster)),
        ]
    }
}
