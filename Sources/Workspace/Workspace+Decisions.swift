import Chronology
import GRDB
import Geometry
import Records

extension Workspace {
    /// Takes answers to findings that are kept. An answer stands until another one is given to the same finding.
    ///
    /// - Parameters:
    ///   - street: The words that tell the street of an address apart.
    ///   - area: The code of the area that a text means in a layer.
    package func decide(
        _ answers: [ClerkAnswer], program: String, street: (String) -> String?,
        area: (_ layer: String, _ text: String) -> String?
    ) throws -> DecideCounts {
        try Self.naming(path) {
            var counts = DecideCounts()
            _ = try change { database -> Void? in
                guard let header = try WorkspaceHeader(database, path: path) else {
                    throw WorkspaceError.noWorkspace(path: path)
                }
                counts = DecideCounts()
                try FindingSchema.createDecisions(in: database)
                var taken: [(answer: ClerkAnswer, finding: AskedFinding)] = []
                for answer in answers {
                    switch try Self.finding(for: answer, in: database) {
                    case .refused(let reason): counts.refused.append((answer.line, reason))
                    case .finding(let finding):
                        if let reason = finding.contradiction(in: answer, area) {
                            counts.refused.append((answer.line, reason))
                        } else if try Self.stands(answer, on: finding, in: database) {
                            counts.unchanged += 1
                        } else {
                            taken.append((answer, finding))
                        }
                    }
                }
                counts.taken = taken.count
                guard !taken.isEmpty else { return nil }
                let run = try addRun(
                    "decide", header: header, rows: answers.count, [taken.count, 0, 0], program: program,
                    in: database)
                for (answer, finding) in taken {
                    try Self.write(
                        answer, finding, day: header.lastDay, street: finding.address.flatMap(street),
                        run: run, in: database)
                }
                try FindingSchema.takeExtent(of: FindingSchema.decisions, in: database)
                return ()
            }
            return counts
        }
    }

    /// A finding that was asked about.
    private struct AskedFinding {
        let request: Int64
        let assigned: String?
        let expected: String?
        let verdict: String?
        let distance: Double?
        let source: String?
        let longitude: Double?
        let latitude: Double?
        let address: String?
        let channel: String?

        /// Why a decision and the true area beside it do not go together; `nil` where they do.
        func contradiction(
            in answer: ClerkAnswer, _ area: (String, String) -> String?
        ) -> DecideCounts.Refusal? {
            guard let trueArea = answer.trueArea else { return nil }
            func isTrue(_ named: String?) -> Bool {
                named.map { (area(answer.layer, $0) ?? $0) == trueArea } ?? false
            }
            switch answer.answer {
            case "assigned": return assigned == nil || isTrue(assigned) ? nil : .contradiction
            case "expected": return expected == nil || isTrue(expected) ? nil : .contradiction
            case "other":
                return isTrue(assigned) ? .otherIsAssigned : isTrue(expected) ? .otherIsExpected : nil
            case "unknown": return .unknownNamesArea
            default: return nil
            }
        }
    }

    private enum Asked {
        case finding(AskedFinding)
        case refused(DecideCounts.Refusal)
    }

    private static func finding(for answer: ClerkAnswer, in database: Database) throws -> Asked {
        let requests = try Int64.fetchAll(
            database, sql: "SELECT fid FROM \(WorkspaceSchema.requests) WHERE request_id = ?",
            arguments: [answer.requestID])
        guard !requests.isEmpty else { return .refused(.noRequest) }
        guard try database.tableExists(FindingSchema.findings) else { return .refused(.noFinding) }
        var found: [AskedFinding] = []
        for request in requests {
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT f.assigned, f.expected, f.verdict, f.distance_m, f.position_source, f.longitude,
                        f.latitude, r.address, r.channel
                    FROM \(FindingSchema.findings) f JOIN \(WorkspaceSchema.requests) r ON r.fid = f.request
                    WHERE f.request = ? AND f.layer = ? AND f.gone_run IS NULL ORDER BY f.fid
                    """, arguments: [request, answer.layer])
            found += rows.suffix(1).map {
                AskedFinding(
                    request: request, assigned: $0[0], expected: $0[1], verdict: $0[2], distance: $0[3],
                    source: $0[4], longitude: $0[5], latitude: $0[6], address: $0[7], channel: $0[8])
            }
        }
        guard let first = found.first else { return try earlier(answer, requests, in: database) }
        return found.count == 1 ? .finding(first) : .refused(.severalRequests)
    }

    /// An answer may be given anew to a finding that an earlier answer settled, and that is kept no more.
    private static func earlier(
        _ answer: ClerkAnswer, _ requests: [Int64], in database: Database
    ) throws -> Asked {
        for request in requests {
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT assigned, expected, verdict, distance_m, position_source, longitude, latitude, channel
                    FROM \(FindingSchema.decisions) WHERE request = ? AND layer = ? ORDER BY fid DESC
                    """, arguments: [request, answer.layer])
            guard let row else { continue }
            return .finding(
                AskedFinding(
                    request: request, assigned: row[0], expected: row[1], verdict: row[2], distance: row[3],
                    source: row[4], longitude: row[5], latitude: row[6],
                    address: try String.fetchOne(
                        database, sql: "SELECT address FROM \(WorkspaceSchema.requests) WHERE fid = ?",
                        arguments: [request]), channel: row[7]))
        }
        return .refused(.noFinding)
    }

    /// Whether the last answer to a finding says the same, of the same record of the CRM.
    private static func stands(
        _ answer: ClerkAnswer, on finding: AskedFinding, in database: Database
    ) throws -> Bool {
        let row = try Row.fetchOne(
            database,
            sql: "SELECT decision, true_area, note, assigned FROM \(FindingSchema.decisions)"
                + " WHERE request = ? AND layer = ? ORDER BY fid DESC",
            arguments: [finding.request, answer.layer])
        guard let row else { return false }
        return row[0] == answer.answer && row[1] == answer.trueArea && row[2] == answer.note
            && row[3] == finding.assigned
    }

    private static func write(
        _ answer: ClerkAnswer, _ finding: AskedFinding, day: String?, street: String?, run: Int64,
        in database: Database
    ) throws {
        let place = finding.longitude.flatMap { longitude in
            finding.latitude.map { Coordinate(longitude: longitude, latitude: $0) }
        }
        let names = KeptDecision.columns.map { GeoPackageCatalogue.quoted($0.name) }
        let insert = try KeptStatement(
            database,
            "INSERT INTO \(FindingSchema.decisions) (geom, \(names.joined(separator: ", ")), request, run)"
                + " VALUES (\(repeatElement("?", count: names.count + 3).joined(separator: ", ")))")
        insert.bind(place.map(GeoPackageBlob.point), at: 1)
        let values: [KeptValue] = [
            .text(answer.requestID), .text(answer.layer), .text(answer.answer), .text(answer.trueArea),
            .text(answer.note), .text(day), .text(finding.assigned), .text(finding.expected),
            .text(finding.verdict), .number(finding.distance ?? .nan), .text(finding.source),
            .text(finding.channel), .text(street), .number(finding.longitude ?? .nan),
            .number(finding.latitude ?? .nan), .whole(finding.request), .whole(run),
        ]
        for (index, value) in values.enumerated() { insert.bind(value, at: Int32(index) + 2) }
        try insert.run()
    }

    /// Returns the decisions that stand: the last answer to each finding, in the order in which they were given.
    package func decisions() throws -> [KeptDecision] {
        try Self.naming(path) {
            try queue.read { database in
                guard try database.tableExists(FindingSchema.decisions) else { return [] }
                let rows = try Row.fetchAll(
                    database,
                    sql: """
                        SELECT request, decision, true_area, day, layer, assigned, expected, verdict, distance_m,
                            position_source, channel, street, longitude, latitude
                        FROM \(FindingSchema.decisions)
                        WHERE fid IN (SELECT max(fid) FROM \(FindingSchema.decisions) GROUP BY request, layer)
                        ORDER BY fid
                        """)
                return try rows.map { row in
                    guard let day = (row["day"] as String?).flatMap(CivilDate.init(iso:)) else {
                        throw WorkspaceError.damaged(path: path, reason: "a decision has no day")
                    }
                    let (longitude, latitude): (Double?, Double?) = (row["longitude"], row["latitude"])
                    return KeptDecision(
                        request: row["request"], answer: row["decision"], trueArea: row["true_area"],
                        day: day,
                        layer: row["layer"], assigned: row["assigned"], expected: row["expected"],
                        verdict: row["verdict"] ?? "", distance: row["distance_m"],
                        source: row["position_source"], channel: row["channel"], street: row["street"],
                        place: longitude.flatMap { longitude in
                            latitude.map { Coordinate(longitude: longitude, latitude: $0) }
                        })
                }
            }
        }
    }
}
