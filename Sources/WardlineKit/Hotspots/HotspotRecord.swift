import Chronology
import Geometry
package import Hotspots
package import Records
import ServiceRequests

/// What the outputs say of one cluster.
package enum HotspotRecord {
    package static let columns = [
        RecordColumn("cluster", .whole, "number of the cluster: 1 has the most episodes"),
        RecordColumn("category", "category of its requests"),
        RecordColumn("place", "address, crossing or street that names it"),
        RecordColumn("reports", .whole, "requests in it"),
        RecordColumn("duplicates", .whole, "requests made while an earlier one was open"),
        RecordColumn("episodes", .whole, "times that the problem was there"),
        RecordColumn(
            "recurrences", .whole,
            "episodes that began within the repair's life after the one before was closed"),
        RecordColumn(
            "median_days_to_return", .number, "days from a closing to the recurrence after it, the median"),
        RecordColumn("days_open", .number, "days on which any of its requests was open"),
        RecordColumn("open_now", .whole, "requests that are open"),
        RecordColumn("first_opened", .moment, "opening of the first request"),
        RecordColumn("last_opened", .moment, "opening of the last request"),
        RecordColumn("reports_last_year", .whole, "requests in the last 365 days of the data"),
        RecordColumn("reports_year_before", .whole, "requests in the 365 days before these"),
        RecordColumn("trend", "rising, falling or steady, from these two"),
        RecordColumn("undated", .whole, "requests without a date of opening"),
        RecordColumn("closed_without_date", .whole, "requests that are closed on no known day"),
        RecordColumn("closed_before_opened", .whole, "requests whose closing is before their opening"),
        RecordColumn("diameter_m", .number, "metres between the two requests that lie farthest apart"),
        RecordColumn("longitude", .number, "degrees east, of WGS 84"),
        RecordColumn("latitude", .number, "degrees north, of WGS 84"),
        RecordColumn("first_request", "id of its first request; blank in the public edition"),
        RecordColumn("batch", .whole, "requests of it that somebody entered as one list"),
        RecordColumn(
            "catch_all_categories", .whole,
            "categories reported at its address, where that takes in all sorts"),
    ]

    /// Returns the values in the order of the columns.
    package static func values(
        _ cluster: HotspotCluster, at place: ClusterPlace, in survey: HotspotSurvey
    ) -> [RecordValue] {
        let (history, told) = (cluster.history, survey.told(cluster))
        let clock = survey.clock
        // Everybody is told the day of a request, as on maps.
        let moment = { (moment: Timestamp?) in
            RecordValue.moment(
                survey.isPublic ? moment.map { clock.startOfDay(clock.date(at: $0)) } : moment, clock)
        }
        return [
            .whole(cluster.number), .text(survey.groups.groups[cluster.group].name), .text(place.name),
            .whole(history.reports), .whole(told.duplicates), .whole(told.episodes),
            .whole(told.recurrences), .number(told.medianDaysToReturn, decimals: 1),
            .number(told.daysOpen, decimals: 1), .whole(told.openNow), moment(history.first),
            moment(history.last), .whole(history.trend?.lastYear), .whole(history.trend?.yearBefore),
            .text(history.trend?.direction.rawValue), .whole(history.faults.undated),
            .whole(history.faults.closedWithoutDate), .whole(history.faults.closedBeforeOpened),
            .number(place.diameter, decimals: 1), .number(place.center.longitude, decimals: 7),
            .number(place.center.latitude, decimals: 7),
            .text(survey.isPublic ? nil : place.rows.first.map { survey.table.id(at: Int($0)) }),
            .whole(history.batch),
            .whole(survey.catchAlls.categories(cluster)),
        ]
    }
}
