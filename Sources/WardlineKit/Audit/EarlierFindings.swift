import DelimitedText
import Records
import RoutingAudit
import ServiceRequests

/// The findings of an earlier audit, as its file has them.
package struct EarlierFindings: Sendable {
    /// A finding's request and layer.
    struct Key: Hashable {
        let id: String
        let layer: String
    }

    struct Finding {
        let index: Int
        let verdict: String
        let assigned: String
        let expected: String
    }

    package let name: String
    /// Those that are not correct.
    let findings: [Key: Finding]
    /// Rows that are no findings.
    let unread: RowTally
    /// Rows about a request and layer that an earlier row is about.
    let repeated: RowTally

    /// - Parameter path: A file of findings, CSV.
    /// - Throws: ``EarlierFindingsError`` where it is none, also where not one of its rows is a finding.
    package init(_ path: String) throws {
        let source = TextSource(argument: path)
        name = source.name
        let file = try DelimitedFile(source)
        let header = HeaderNames(file.shape.header)
        func column(_ column: String) throws(EarlierFindingsError) -> Int {
            if let index = header.index(of: column) { return index }
            throw .noColumn(column, source: source.name)
        }
        let (id, layer, verdict) = (try column("request_id"), try column("layer"), try column("verdict"))
        let (assigned, expected) = (try column("assigned"), try column("expected"))
        let last = max(id, layer, verdict, assigned, expected)
        var (findings, unread, repeated, rows) = ([Key: Finding](), RowTally(), RowTally(), 0)
        let faults = try file.forEachRecord(requiredCount: last + 1) { line, cells in
            rows += 1
            let key = Key(id: cells[id], layer: cells[layer])
            guard !key.id.isEmpty else { return unread.add(line: line, "it has no request_id") }
            guard let found = Verdict(rawValue: cells[verdict]) else {
                return unread.add(line: line, "“\(cells[verdict])” is no verdict")
            }
            guard found != .correct else { return }
            guard findings[key] == nil else {
                return repeated.add(line: line, "\(key.id) in \(key.layer)")
            }
            findings[key] = Finding(
                index: findings.count, verdict: found.rawValue, assigned: cells[assigned],
                expected: cells[expected])
        }
        for fault in faults {
            unread.add(line: fault.line, fault.problem.description)
        }
        rows += faults.count
        guard rows == 0 || unread.count < rows else {
            throw EarlierFindingsError.noFinding(
                source: source.name, rows: rows, line: unread.line, reason: unread.text)
        }
        (self.findings, self.unread, self.repeated) = (findings, unread, repeated)
    }

    /// Returns how many are of layers that are not judged, and the layers in the order of their names.
    func ofLayers(otherThan judged: [String]) -> (count: Int, layers: [String]) {
        let others = findings.keys.filter { !judged.contains($0.layer) }
        return (others.count, Set(others.map(\.layer)).sorted())
    }

    /// Returns what was not compared, a sentence each.
    func notes(ofOtherLayers others: (count: Int, layers: [String])) -> [String] {
        var notes: [String] = []
        if unread.count > 0 {
            notes.append(
                "\(Self.rows(unread.count, one: "is no finding", many: "are no findings")) and left out, the first on line"
                    + " \(unread.line): \(unread.text); what they were about counts as new")
        }
        if repeated.count > 0 {
            notes.append(
                "\(Self.rows(repeated.count, one: "is", many: "are")) about a request and layer of an earlier row, which counts, the first"
                    + " on line \(repeated.line): \(repeated.text)")
        }
        if others.count > 0 {
            notes.append(
                "\(Self.rows(others.count, one: "is", many: "are")) of a layer that is not judged now, and not compared:"
                    + " \(others.layers.joined(separator: ", "))")
        }
        return notes
    }

    private static func rows(_ count: Int, one: String, many: String) -> String {
        "\(DayText.counted(count, "row")) of it \(count == 1 ? one : many)"
    }
}
