import Chronology
import GRDB
import Records

/// A finding that was asked about.
struct AskedFinding {
    let request: Int64
    /// The request's id as the workspace keeps it.
    let requestID: String
    let areas: AskedAreas
    let verdict: String?
    let distance: Double?
    let source: String?
    let longitude: Double?
    let latitude: Double?
    let channel: String?
    let address: String?
    /// When its request was opened, as the workspace keeps it.
    let opened: String?

    /// The columns that findings and decisions have alike, and those of their request.
    static let columns =
        "f.request, f.assigned, f.expected, f.verdict, f.distance_m, f.position_source, f.longitude, f.latitude,"
        + " r.channel, r.address, r.opened, r.request_id"

    init(_ row: Row) {
        request = row[0]
        areas = AskedAreas(assigned: row[1], expected: row[2])
        (verdict, distance, source) = (row[3], row[4], row[5])
        (longitude, latitude) = (row[6], row[7])
        (channel, address, opened) = (row[8], row[9], row[10])
        requestID = row[11]
    }

    /// Why a decision and the true area beside it do not go together; `nil` where they do.
    func contradiction(
        in answer: ClerkAnswer, _ area: (String, String) -> String?
    ) -> DecideCounts.Refusal? {
        guard let trueArea = answer.trueArea else { return nil }
        func isTrue(_ named: String?) -> Bool {
            named.map { (area(answer.layer, $0) ?? $0) == trueArea } ?? false
        }
        switch answer.answer {
        case "assigned": return areas.assigned == nil || isTrue(areas.assigned) ? nil : .contradiction
        case "expected": return areas.expected == nil || isTrue(areas.expected) ? nil : .contradiction
        case "other":
            return isTrue(areas.assigned)
                ? .otherIsAssigned : isTrue(areas.expected) ? .otherIsExpected : nil
        case "unknown": return .unknownNamesArea
        default: return nil
        }
    }
}

extension ClerkAnswer {
    /// The area that is right by the answer to a question; `nil` where it names none.
    func rightArea(of asked: AskedAreas) -> String? {
        switch answer {
        case "assigned": asked.assigned
        case "expected": asked.expected
        case "other", "position": trueArea
        default: nil
        }
    }
}

/// Finds the finding that an answer is about: the one that stands, where it is still what the list asks.
struct AskedFindingFinder {
    let database: Database
    let clock: CityClock?
    /// The code of the area that a text means in a layer.
    let area: (_ layer: String, _ text: String) -> String?
    /// Finds ids that a spreadsheet wrote otherwise than the workspace keeps them.
    private var spellings: KeptSpellings

    init(database: Database, clock: CityClock?, area: @escaping (String, String) -> String?) {
        self.database = database
        self.clock = clock
        self.area = area
        spellings = KeptSpellings(database)
    }

    struct Refused: Error { let reason: DecideCounts.Refusal }

    mutating func finding(for answer: ClerkAnswer) throws -> Result<AskedFinding, Refused> {
        var requests = try requests(withID: answer.requestID)
        if requests.isEmpty {
            for case .text(let id?) in try spellings.others(of: .text(answer.requestID)) {
                requests += try self.requests(withID: id)
            }
        }
        guard !requests.isEmpty else { return .failure(Refused(reason: .noRequest)) }
        guard try database.tableExists(FindingSchema.findings) else {
            return .failure(Refused(reason: .noFinding))
        }
        var found = try requests.compactMap { try findings(of: $0, answer.layer, thatAre: "NULL").first }
        // An answer may be given anew to a finding that an earlier answer settled, and that is kept no more.
        if found.isEmpty { found = try requests.compactMap { try decided(of: $0, answer.layer) } }
        guard let first = found.first else { return .failure(Refused(reason: .noFinding)) }
        let asked = found.filter { isAsked($0, by: answer) }
        if asked.count > 1 { return .failure(Refused(reason: .severalRequests)) }
        if let only = asked.first { return .success(only) }
        for finding in found {
            if let earlier = try earlier(than: finding, answer) { return .success(earlier) }
        }
        guard let question = answer.asked, !found.contains(where: { areAsked($0, by: answer) }) else {
            return .failure(Refused(reason: .otherRequest))
        }
        return .failure(Refused(reason: .changed(asked: question, now: first.areas)))
    }

    /// Returns an earlier finding that the list asks about, where its answer still says something of the record: an earlier answer
    /// moved the expected area since, or the record is what the answer calls right.
    private func earlier(than finding: AskedFinding, _ answer: ClerkAnswer) throws -> AskedFinding? {
        if let decided = try decided(of: finding.request, answer.layer), isAsked(decided, by: answer),
            areSame(decided.areas.assigned, finding.areas.assigned, in: answer.layer)
        {
            return decided
        }
        return try findings(of: finding.request, answer.layer, thatAre: "NOT NULL").first {
            isAsked($0, by: answer)
                && areSame(answer.rightArea(of: $0.areas), finding.areas.assigned, in: answer.layer)
        }
    }

    // MARK: What is asked

    private func isAsked(_ finding: AskedFinding, by answer: ClerkAnswer) -> Bool {
        areAsked(finding, by: answer) && isOpened(finding, when: answer)
    }

    /// Whether a list asks about the two areas of a finding; one that does not say asks about every one.
    private func areAsked(_ finding: AskedFinding, by answer: ClerkAnswer) -> Bool {
        guard let asked = answer.asked else { return true }
        return areSame(asked.assigned, finding.areas.assigned, in: answer.layer)
            && areSame(asked.expected, finding.areas.expected, in: answer.layer)
    }

    private func areSame(_ first: String?, _ second: String?, in layer: String) -> Bool {
        first.map { area(layer, $0) ?? $0 } == second.map { area(layer, $0) ?? $0 }
    }

    /// Whether a request was opened in the minute that the list says; a date in another form says nothing.
    private func isOpened(_ finding: AskedFinding, when answer: ClerkAnswer) -> Bool {
        guard let told = answer.opened.flatMap(Self.minute), let clock, var kept = finding.opened,
            let moment = kept.withUTF8(GeoPackageMoment.moment)
        else { return true }
        return Self.minute(clock.text(at: moment)) == told
    }

    /// Returns the day and the minute of local time that begin a text, `2024-07-01T09:30`; `nil` for another form.
    private static func minute(_ text: String) -> String? {
        let start = text.prefix(16).map { $0 == " " ? "T" : $0 }
        let form = start.map { $0.isNumber ? "0" : $0 }
        return String(form) == "0000-00-00T00:00" ? String(start) : nil
    }

    // MARK: What is kept

    private func requests(withID id: String) throws -> [Int64] {
        try Int64.fetchAll(
            database, sql: "SELECT fid FROM \(WorkspaceSchema.requests) WHERE request_id = ?",
            arguments: [id])
    }

    /// Returns the findings of a request in a layer, the latest first.
    ///
    /// - Parameter state: `NULL` for those that stand, `NOT NULL` for those that are gone.
    private func findings(
        of request: Int64, _ layer: String, thatAre state: String
    ) throws -> [AskedFinding] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT \(AskedFinding.columns) FROM \(FindingSchema.findings) f
                JOIN \(WorkspaceSchema.requests) r ON r.fid = f.request
                WHERE f.request = ? AND f.layer = ? AND f.gone_run IS \(state) ORDER BY f.fid DESC
                """, arguments: [request, layer]
        ).map(AskedFinding.init)
    }

    /// Returns the finding of a request in a layer that was answered last, as it was then.
    private func decided(of request: Int64, _ layer: String) throws -> AskedFinding? {
        guard try database.tableExists(FindingSchema.decisions) else { return nil }
        return try Row.fetchOne(
            database,
            sql: """
                SELECT \(AskedFinding.columns) FROM \(FindingSchema.decisions) f
                JOIN \(WorkspaceSchema.requests) r ON r.fid = f.request
                WHERE f.request = ? AND f.layer = ? ORDER BY f.fid DESC
                """, arguments: [request, layer]
        ).map(AskedFinding.init)
    }
}
