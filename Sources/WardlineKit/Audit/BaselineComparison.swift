import Boundaries
import Locating
import ServiceRequests
package import Records
package import RoutingAudit

/// What changed since an earlier audit: findings that are new, gone or still there.
package struct BaselineComparison: Sendable {
    package enum Change: String, Sendable, CaseIterable {
        case new
        case stillThere = "still_there"
        case gone
        /// Of the earlier findings; their requests are not among those that were judged now.
        case notJudged = "not_judged"
    }

    private struct Entry {
        let key: EarlierFindings.Key
        let change: Change
        let before: String?
        let now: String?
        let assigned: String?
        let expected: String?
    }

    package let baselineName: String
    /// For each layer in order how many findings have each change.
    package private(set) var counts: [[Change: Int]]
    /// Rows of the baseline that were not compared, by why, each with how many they are.
    package let setAside: [(name: String, count: Int)]
    /// The same in sentences.
    package let notes: [String]
    private var entries: [Entry] = []

    package init(_ baseline: EarlierFindings, _ result: AuditResult, of audit: AuditWork) {
        baselineName = baseline.name
        let earlier = baseline.findings
        counts = [[Change: Int]](repeating: [:], count: audit.layers.count)
        let names = audit.layers.map(\.name)
        let others = baseline.ofLayers(otherThan: names)
        setAside = [
            ("unread", baseline.unread.count), ("repeated", baseline.repeated.count),
            ("of_other_layers", others.count),
        ]
        let spellings = Self.spellings(of: earlier, in: audit.table)
        notes =
            baseline.notes(ofOtherLayers: others)
            + [RespeltIDs.note(spellings.count, of: baseline.name)].compactMap(\.self)
        var current: Set<EarlierFindings.Key> = []
        for finding in result.findings where finding.verdict != .correct {
            let (id, layer) = (audit.table.id(at: finding.row), names[finding.layer.index])
            let key = EarlierFindings.Key(id: spellings[id] ?? id, layer: layer)
            guard current.insert(key).inserted else { continue }
            entries.append(
                Entry(
                    key: EarlierFindings.Key(id: id, layer: layer),
                    change: earlier[key] == nil ? .new : .stillThere, before: earlier[key]?.verdict,
                    now: finding.verdict.rawValue,
                    assigned: audit.table.assigned[finding.layer.index][finding.row],
                    expected: finding.expectedCode(in: audit.layers[finding.layer])))
        }
        let lost = earlier.filter { !current.contains($0.key) && names.contains($0.key.layer) }
        let judged = Self.judgedIDs(
            among: Set(lost.keys.map(\.id)), spelled: spellings, result, of: audit)
        for (key, finding) in lost.sorted(by: { $0.value.index < $1.value.index }) {
            let isJudged = judged.contains(key.id)
            entries.append(
                Entry(
                    key: key, change: isJudged ? .gone : .notJudged, before: finding.verdict,
                    now: isJudged ? Verdict.correct.rawValue : nil, assigned: finding.assigned,
                    expected: finding.expected))
        }
        for entry in entries {
            guard let layer = names.firstIndex(of: entry.key.layer) else { continue }
            counts[layer][entry.change, default: 0] += 1
        }
    }

    /// Returns the ids of earlier findings by those of requests that are the same in another spelling.
    private static func spellings(
        of earlier: [EarlierFindings.Key: EarlierFindings.Finding], in table: RequestTable
    ) -> [String: String] {
        guard !earlier.isEmpty else { return [:] }
        var respelt = RespeltIDs(Set(earlier.keys.map(\.id)))
        for row in 0..<table.count { respelt.look(at: table.id(at: row)) }
        return respelt.wantedByOther
    }

    /// Which of some ids are among the requests that were judged and chosen.
    private static func judgedIDs(
        among ids: Set<String>, spelled spellings: [String: String], _ result: AuditResult,
        of audit: AuditWork
    ) -> Set<String> {
        guard !ids.isEmpty else { return [] }
        var judged: Set<String> = []
        for row in 0..<audit.table.count where result.isChosen(row) {
            let own = audit.table.id(at: row)
            let id = spellings[own] ?? own
            if ids.contains(id) { judged.insert(id) }
        }
        return judged
    }

    package static let columns = [
        RecordColumn("request_id", "id of the request"),
        RecordColumn("layer", "layer of areas that it is judged by"),
        RecordColumn(
            "change",
            "new, still_there, gone (correct now), or not_judged where the request is not among those judged"),
        RecordColumn("before", "verdict of the earlier audit"), RecordColumn("now", "verdict of this audit"),
        RecordColumn("assigned", "area that the CRM recorded"),
        RecordColumn("expected", "area in which its position lies"),
    ]

    /// Writes a table: the findings of now in their order, then the earlier ones in theirs.
    package func write(to destination: OutputDestination, by writer: RecordWriter) throws {
        let table = RecordTable(
            name: "changes", title: "Changes", columns: Self.columns, count: entries.count
        ) { index in
            let entry = entries[index]
            return TableRecord(values: [
                .text(entry.key.id), .text(entry.key.layer), .text(entry.change.rawValue),
                .text(entry.before), .text(entry.now), .text(entry.assigned), .text(entry.expected),
            ])
        }
        try writer.write(
            RecordDocument(title: "Changes since \(baselineName)", tables: [table]), to: destination)
    }
}
