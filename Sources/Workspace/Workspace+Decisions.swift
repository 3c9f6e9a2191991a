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
        area: @escaping (_ layer: String, _ text: String) -> String?
    ) throws -> DecideCounts {
        try Self.naming(path) {
            var counts = DecideCounts()
            _ = try change { database -> Void? in
                let header = try self.header(in: database)
                counts = DecideCounts()
                try FindingSchema.createDecisions(in: database)
                var taken: [(answer: ClerkAnswer, finding: AskedFinding)] = []
                var heard: [String: ClerkAnswer] = [:]
                var finder = AskedFindingFinder(
                    database: database, clock: CityClock(timeZone: header.timeZone), area: area)
                for answer in answers {
                    switch try finder.finding(for: answer) {
                    case .failure(let refusal): counts.refused.append((answer.line, refusal.reason))
                    case .success(let finding):
                        let key = "\(finding.request) \(answer.layer)"
                        if let reason = finding.contradiction(in: answer, area) {
                            counts.refused.append((answer.line, reason))
                        } else if let other = heard[key], !other.saysTheSame(as: answer) {
                            counts.refused.append((answer.line, .answeredOtherwise(line: other.line)))
                        } else {
                            let isKnown =
                                try heard[key] != nil || Self.stands(answer, on: finding, in: database)
                            heard[key] = answer
                            counts.unchanged += isKnown ? 1 : 0
                            counts.respelt += finding.requestID == answer.requestID ? 0 : 1
                            if !isKnown { taken.append((answer, finding)) }
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
            && row[3] == finding.areas.assigned
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
            .text(finding.requestID), .text(answer.layer), .text(answer.answer), .text(answer.trueArea),
            .text(answer.note), .text(day), .text(finding.areas.assigned), .text(finding.areas.expected),
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
                _ = try header(in: database)
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
