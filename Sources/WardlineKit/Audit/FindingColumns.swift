package import Records
package import ServiceRequests

/// The columns of findings: their own, and after them those that are carried from the requests.
package enum FindingColumns {
    package static let own = [
        RecordColumn("request_id", "id of the request"),
        RecordColumn("layer", "layer of areas that it is judged by"),
        RecordColumn("assigned", "area that the CRM recorded"),
        RecordColumn("expected", "area in which its position lies"),
        RecordColumn(
            "verdict", "correct, misrouted, uncertain, outside, unassigned, unknown_area or unlocatable"),
        RecordColumn("cause", "why it was misrouted, where that can be told"),
        RecordColumn("distance_m", .number, "metres from the position to the assigned area, 0 inside it"),
        RecordColumn("margin_m", .number, "metres from the position to the nearest border of the layer"),
        RecordColumn("uncertainty_m", .number, "metres by which the position may be off"),
        RecordColumn("position_source", "where the position comes from"),
        RecordColumn("longitude", .number, "degrees east, of WGS 84"),
        RecordColumn("latitude", .number, "degrees north, of WGS 84"),
        RecordColumn("category", "category of the request"),
        RecordColumn("opened", .moment, "when it was opened"),
        RecordColumn("address", "its address as recorded"),
        RecordColumn("evidence", "what verdict and cause rest on"),
        RecordColumn("status", "its status as recorded"),
        RecordColumn("closed", .moment, "when it was closed; empty while it is open"),
        RecordColumn(
            "days_open", .whole,
            "days from opening to closing or, while it is open, to the last day of the file"),
        RecordColumn("channel", "how it came in, as recorded"),
    ]

    /// The columns of a table that findings pass on as they are.
    package static func carried(_ table: RequestTable) -> [RecordColumn] {
        table.carried.map { RecordColumn($0.name, "as the requests have it") }
    }

    /// Returns why columns cannot be carried: one is called as a column of the findings' own, as headers of requests are read;
    /// `nil` where none is.
    package static func problem(carrying names: [String]) -> QuestionError? {
        names.first(where: HeaderNames(own.map(\.name)).contains).map { .carriedColumnTaken($0) }
    }
}
