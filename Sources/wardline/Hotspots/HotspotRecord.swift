import Chronology
import Geometry
import GeometryEngine
import Hotspots
import ServiceRequests

/// What the outputs say of one cluster, field by field in their order.
struct HotspotRecord {
    enum Value {
        case text(String?)
        case number(Double?, decimals: Int)

        static func count(_ value: Int?) -> Value { .number(value.map(Double.init), decimals: 0) }
    }

    let fields: [(name: String, value: Value)]

    static let columns = [
        "cluster", "category", "place", "reports", "duplicates", "episodes", "recurrences",
        "median_days_to_return",
        "days_open", "open_now", "first_opened", "last_opened", "reports_last_year", "reports_year_before",
        "trend",
        "undated", "closed_without_date", "closed_before_opened", "diameter_m", "longitude", "latitude",
        "first_request",
    ]

    init(_ cluster: HotspotCluster, at place: ClusterPlace, in survey: HotspotSurvey) {
        let history = cluster.history
        let day = { (moment: Timestamp?) in moment.map(survey.clock.text) }
        let values: [Value] = [
            .count(cluster.number), .text(survey.groups.groups[cluster.group].name), .text(place.name),
            .count(history.reports), .count(history.duplicates), .count(history.episodes),
            .count(history.recurrences), .number(history.medianDaysToReturn, decimals: 1),
            .number(history.daysOpen, decimals: 1), .count(history.openNow), .text(day(history.first)),
            .text(day(history.last)), .count(history.trend?.lastYear), .count(history.trend?.yearBefore),
            .text(history.trend?.direction.rawValue), .count(history.faults.undated),
            .count(history.faults.closedWithoutDate), .count(history.faults.closedBeforeOpened),
            .number(place.diameter, decimals: 1), .number(place.center.longitude, decimals: 7),
            .number(place.center.latitude, decimals: 7),
            .text(place.rows.first.map { survey.table.id(at: Int($0)) }),
        ]
        fields = Array(zip(Self.columns, values))
    }
}
