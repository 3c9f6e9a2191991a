import DelimitedText
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

    private struct Key: Hashable {
        let id: String
        let layer: String
    }

    private struct Entry {
        let key: Key
        let change: Change
        let before: String?
        let now: String?
        let assigned: String?
        let expected: String?
    }

    package let baselineName: String
    /// For each layer in order how many findings have each change.
    package private(set) var counts: [[Change: Int]]
    private var entries: [Entry] = []

    /// - Parameter baseline: A file of findings of an earlier audit, CSV.
    package init(_ baseline: String, _ result: AuditResult, of audit: AuditWork) throws {
        let source = TextSource(argument: baseline)
        baselineName = source.name
        let earlier = try Self.findings(of: source)
        counts = [[Change: Int]](repeating: [:], count: audit.layers.count)
        let names = audit.layers.map(\.name)
        var current: Set<Key> = []
        for finding in result.findings where finding.verdict != .correct {
            let key = Key(id: audit.table.id(at: finding.row), layer: names[finding.layer])
            guard current.insert(key).inserted else { continue }
            let layer = audit.layers[finding.layer]
            entries.append(
                Entry(
                    key: key, change: earlier[key] == nil ? .new : .stillThere, before: earlier[key]?.verdict,
                    now: finding.verdict.rawValue,
                    assigned: audit.table.assigned[finding.layer][finding.row],
                    expected: finding.expected >= 0
                        ? layer.editions[finding.edition].codes[finding.expected] : nil))
        }
        let lost = earlier.filter { !current.contains($0.key) && names.contains($0.key.layer) }
        let judged = Self.judgedIDs(among: Set(lost.keys.map(\.id)), result, of: audit)
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

    private struct Earlier {
        let index: Int
        let verdict: String
        let assigned: String
        let expected: String
    }

    private static func findings(of source: TextSource) throws -> [Key: Earlier] {
        let file = try DelimitedFile(source)
        let header = file.shape.header
        func column(_ name: String) throws(WardlineError) -> Int {
            if let index = header.firstIndex(of: name) { return index }
            throw WardlineError(
                part: .question,
                description: "--baseline \(source.name) has no column \(name): it is no CSV file of findings")
        }
        let (id, layer, verdict) = (try column("request_id"), try column("layer"), try column("verdict"))
        let (assigned, expected) = (try column("assigned"), try column("expected"))
        var findings: [Key: Earlier] = [:]
        _ = try file.forEachRecord(requiredCount: 5) { _, cells in
            guard cells[verdict] != Verdict.correct.rawValue else { return }
            let key = Key(id: cells[id], layer: cells[layer])
            guard findings[key] == nil else { return }
            findings[key] = Earlier(
                index: findings.count, verdict: cells[verdict], assigned: cells[assigned],
                expected: cells[expected])
        }
        return findings
    }

    /// Which of some ids are among the requests that were judged and chosen.
    private static func judgedIDs(
        among ids: Set<String>, _ result: AuditResult, of audit: AuditWork
    ) -> Set<String> {
        guard !ids.isEmpty else { return [] }
        var judged: Set<String> = []
        for row in 0..<audit.table.count where result.isChosen(row) {
            let id = audit.table.id(at: row)
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
