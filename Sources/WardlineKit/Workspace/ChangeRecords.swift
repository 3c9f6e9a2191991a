package import Records
package import Workspace

/// Writes what the CRM rewrote, a row for each field of each request.
package enum ChangeRecords {
    package static let columns = [
        RecordColumn("request_id", "id of the request"),
        RecordColumn("day", .day, "the day whose state the import brought"),
        RecordColumn(
            "kind", "routed, rerouted, closed, reopened, status, edited, deleted or restored"),
        RecordColumn("field", "the column of the workspace; position for degrees"),
        RecordColumn("before", "what stood there"),
        RecordColumn("after", "what stands there now"),
    ]

    package static func document(_ changes: [RequestChange], summary: String = "") -> RecordDocument {
        let table = RecordTable(
            name: "changes", title: "Changes", columns: columns, count: changes.count
        ) { index in
            let change = changes[index]
            return TableRecord(values: [
                .text(change.requestID), .day(change.day), .text(change.kind.rawValue), .text(change.field),
                .text(change.before), .text(change.after),
            ])
        }
        return RecordDocument(title: "Changes", tables: [table], summary: summary)
    }
}
