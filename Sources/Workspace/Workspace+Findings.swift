import Chronology
import GRDB
import Records

extension Workspace {
    /// Keeps the findings of an audit: those that are new, with the run, and which of the earlier ones are gone. Each is kept once,
    /// from its first run to that in which it was gone; the findings of a run are those between.
    ///
    /// Where all are as they were, not a byte is changed.
    package func keep(_ findings: KeptFindings, program: String) throws -> KeepCounts {
        try Self.naming(path) {
            var counts = KeepCounts()
            _ = try change { database -> Void? in
                let header = try self.header(in: database)
                let standing = try Self.standing(findings, in: database)
                counts = KeepCounts()
                var new: [(request: Int64, values: [KeptValue], blob: [UInt8]?)] = []
                var left = standing
                for record in findings.records {
                    let values = record.record.values.map(KeptValue.init)
                    let key = StandingKey(request: record.request, layer: record.layer)
                    if let old = left[key], old.values == values {
                        counts.standing += 1
                        left[key] = nil
                    } else {
                        new.append((record.request, values, record.blob))
                    }
                }
                (counts.new, counts.gone) = (new.count, left.count)
                guard !new.isEmpty || !left.isEmpty else { return nil }
                try FindingSchema.createFindings(findings.columns, in: database)
                let run = try addRun(
                    "audit", header: header, rows: findings.requests,
                    [counts.new, 0, counts.gone], program: program, in: database)
                try Self.write(
                    new, gone: left.values.map(\.key).sorted(), columns: findings.columns, run: run,
                    in: database)
                try FindingSchema.takeExtent(of: FindingSchema.findings, in: database)
                return ()
            }
            return counts
        }
    }

    private struct StandingKey: Hashable {
        let request: Int64
        let layer: String
    }

    private struct Standing {
        let key: Int64
        let values: [KeptValue]
    }

    private static func standing(
        _ findings: KeptFindings, in database: Database
    ) throws -> [StandingKey: Standing] {
        guard try database.tableExists(FindingSchema.findings) else { return [:] }
        let names = findings.columns.map { GeoPackageCatalogue.quoted($0.name) }.joined(separator: ", ")
        let rows = try KeptStatement(
            database,
            "SELECT fid, request, layer, \(names) FROM \(FindingSchema.findings) WHERE gone_run IS NULL ORDER BY fid"
        )
        var standing: [StandingKey: Standing] = [:]
        while try rows.step() {
            guard let layer = rows.text(2), findings.layers.contains(layer) else { continue }
            let values = findings.columns.indices.map { rows.value(Int32($0) + 3) }
            standing[StandingKey(request: rows.whole(1), layer: layer)] = Standing(
                key: rows.whole(0), values: values)
        }
        return standing
    }

    private static func write(
        _ new: [(request: Int64, values: [KeptValue], blob: [UInt8]?)], gone: [Int64],
        columns: [RecordColumn], run: Int64, in database: Database
    ) throws {
        let end = try KeptStatement(
            database, "UPDATE \(FindingSchema.findings) SET gone_run = ? WHERE fid = ?")
        for key in gone {
            end.bind(.whole(run), at: 1)
            end.bind(.whole(key), at: 2)
            try end.run()
        }
        let names = columns.map { GeoPackageCatalogue.quoted($0.name) }.joined(separator: ", ")
        let marks = repeatElement("?", count: columns.count + 3).joined(separator: ", ")
        let insert = try KeptStatement(
            database,
            "INSERT INTO \(FindingSchema.findings) (geom, \(names), request, first_run) VALUES (\(marks))")
        for one in new {
            insert.bind(one.blob, at: 1)
            for (index, value) in one.values.enumerated() { insert.bind(value, at: Int32(index) + 2) }
            insert.bind(.whole(one.request), at: Int32(columns.count) + 2)
            insert.bind(.whole(run), at: Int32(columns.count) + 3)
            try insert.run()
        }
    }

    /// Lists a run and returns its number.
    ///
    /// - Parameter counts: How many rows were added, rewritten and taken back.
    func addRun(
        _ command: String, header: WorkspaceHeader, rows: Int, _ counts: [Int], program: String,
        in database: Database
    ) throws -> Int64 {
        try WorkspaceSchema.addRun(
            command, day: header.lastDay ?? "", rows: rows, counts, program: program, in: database)
        return database.lastInsertedRowID
    }
}
