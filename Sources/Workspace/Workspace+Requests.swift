import Chronology
import Foundation
import GRDB
import Records
package import ServiceRequests
import WorkSharing

extension Workspace {
    /// Returns the requests that it keeps, in the order in which they came, without those that the CRM deleted.
    ///
    /// - Parameters:
    ///   - layers: The layers whose assigned areas are wanted.
    ///   - statuses: What the city file says that statuses mean.
    ///   - progress: Is told of the rows that were read.
    package func requests(
        layers: [String], statuses: StatusWordList, progress: (Int) -> Void = { _ in }
    ) throws -> RequestTable {
        try Self.naming(path) {
            try queue.read { database in
                let header = try self.header(in: database)
                let kept = header.layers.map(\.name)
                let columns = try layers.map { name in
                    guard let index = kept.firstIndex(of: name) else {
                        throw WorkspaceError.missingLayer(path: path, layer: name, kept: kept)
                    }
                    return header.layers[index].column
                }
                var intake = IntakeSummary()
                intake.sourceName = URL(filePath: path).lastPathComponent
                intake.dialect = "workspace"
                intake.profile = header.profile
                intake.dateOrder = header.doubtedDateOrder
                intake.addressParts = header.addressParts
                intake.assignedColumns = columns
                for (name, column) in header.columns {
                    if let field = RequestField(rawValue: name) { intake.columns[field] = column }
                }
                let words = StatusWords(city: statuses, profile: try header.profileStatuses)
                let rows = try Self.read(layers, from: database, progress)
                intake.deleted = try Self.deleted(database)
                intake.otherStates = try Self.earlierStates(database) + KeptStates.all(in: database)
                return rows.table(intake: intake, words: words)
            }
        }
    }

    /// Returns the requests that the CRM deleted.
    private static func deleted(_ database: Database) throws -> [StatedCategory] {
        try states(
            "SELECT request_id, opened, coalesce(category, '') FROM \(WorkspaceSchema.requests) WHERE deleted NOT NULL",
            in: database)
    }

    /// Returns the categories that requests had before.
    private static func earlierStates(_ database: Database) throws -> [StatedCategory] {
        try states(
            """
            SELECT kept.request_id, kept.opened, changes.before FROM changes
                JOIN \(WorkspaceSchema.requests) AS kept ON kept.\(WorkspaceSchema.key) = changes.request
                WHERE changes.field = '\(RequestField.category.rawValue)' AND changes.before NOT NULL
            """, in: database)
    }

    private static func states(_ sql: String, in database: Database) throws -> [StatedCategory] {
        try Row.fetchAll(database, sql: sql).map { row in
            var opened: String? = row[1]
            let moment = opened?.withUTF8(GeoPackageMoment.moment)
            return StatedCategory(id: row[0], opened: moment?.secondsSince1970, category: row[2])
        }
    }

    private static func read(
        _ layers: [String], from database: Database, _ progress: (Int) -> Void
    ) throws -> KeptRequests {
        let columns =
            KeptColumn.common + layers.enumerated().map { KeptColumn.assigned($1, index: $0) }
        let names = columns.map { GeoPackageCatalogue.quoted($0.name) }.joined(separator: ", ")
        let rows = try KeptStatement(
            database,
            "SELECT fid, \(names) FROM \(WorkspaceSchema.requests) WHERE deleted IS NULL ORDER BY fid")
        var kept = KeptRequests(layers: layers.count)
        var count = 0
        while try rows.step() {
            append(rows, columns, to: &kept)
            count += 1
            if count % 65_536 == 0 {
                try Cancellation.check()
                progress(count)
            }
        }
        return kept
    }

    private static func append(_ row: KeptStatement, _ columns: [KeptColumn], to kept: inout KeptRequests) {
        var (longitude, latitude) = (Double.nan, Double.nan)
        var (state, decimals) = (PositionState.blank, UInt8(0))
        for (offset, column) in columns.enumerated() {
            let index = Int32(offset) + 1
            switch column.content {
            case .text(let field): row.withText(index) { kept.append($0, to: field) }
            case .assigned(let layer): row.withText(index) { kept.append($0, toLayer: layer) }
            case .moment(let field):
                let moment = row.withText(index, GeoPackageMoment.moment)
                kept.append(moment?.secondsSince1970, to: field)
            case .longitude: longitude = row.number(index)
            case .latitude: latitude = row.number(index)
            case .positionState: state = PositionState(rawValue: UInt8(clamping: row.whole(index))) ?? .blank
            case .decimals: decimals = UInt8(clamping: row.whole(index))
            }
        }
        kept.appendPosition(
            longitude: longitude, latitude: latitude, state: state, decimals: decimals,
            line: Int(row.whole(0)))
    }

    /// Returns how many requests have each id that several have.
    package func sharedIDs() throws -> [String: Int] {
        try Self.naming(path) {
            try queue.read { database in
                let rows = try Row.fetchAll(
                    database,
                    sql: "SELECT request_id, count(*) FROM \(WorkspaceSchema.requests)"
                        + " WHERE deleted IS NULL GROUP BY 1 HAVING count(*) > 1")
                return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
            }
        }
    }

    /// How the files so far write dates, where one of them settled it: `month/day/year`.
    package func knownDateOrder() throws -> String? {
        try Self.naming(path) { try queue.read { try WorkspaceHeader($0, path: path)?.dateOrder } }
    }
}
