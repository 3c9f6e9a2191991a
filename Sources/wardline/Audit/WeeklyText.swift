import Locating
import Records
import RoutingAudit
import WardlineKit

/// What a run that comes back every week is told beside the summary.
enum WeeklyText {
    /// What changed since an earlier audit, layer by layer.
    static func lines(_ comparison: BaselineComparison, _ audit: AuditWork) -> [String] {
        let lines = [Terminal.bold("Since \(comparison.baselineName)")]
        var table = TextTable([.left, .right, .right, .right, .left])
        table.add(["", "new", "still there", "gone", ""])
        for (layer, counts) in zip(audit.layers, comparison.counts) {
            let others = counts[.notJudged].map(NumberText.count) ?? "0"
            let remark = others == "0" ? "" : "\(others) earlier ones are not among these requests"
            table.add(
                [layer.title] + [.new, .stillThere, .gone].map { NumberText.count(counts[$0] ?? 0) }
                    + [remark])
        }
        return lines + table.lines() + comparison.notes
    }

    /// What is over its limit, a line each behind a blank one; empty where nothing is.
    static func passed(_ limits: [FailLimit], _ account: AuditAccount) -> String {
        let audit = account.basis
        let lines: [String] = limits.flatMap { limit in
            audit.layers.indices.compactMap { index in
                let (layer, counts) = (audit.layers[index], account.findings.layers[index])
                guard limit.layer.map({ $0 == layer.name }) ?? true, limit.isPassed(by: counts) else {
                    return nil
                }
                let (found, judged) = (counts[limit.verdict], FailLimit.judged(counts, limit.verdict))
                let amount =
                    switch limit.most {
                    case .share(let share):
                        "\(NumberText.share(found, of: judged)) of \(NumberText.count(judged)) requests, more than"
                            + " \(NumberText.decimal(100 * share)) %"
                    case .count(let most): "more than \(NumberText.count(most))"
                    }
                return
                    "Over the limit in \(layer.name): \(NumberText.count(found)) \(limit.verdict.rawValue), \(amount)"
            }
        }
        return lines.isEmpty ? "" : "\n" + TerminalText.text(ofLines: lines)
    }

    /// Lines for the city file that keep what this file told.
    static func lines(_ facts: OfferedFacts) -> [String] {
        guard !facts.isEmpty else { return [] }
        var lines = ["Shorter files may not show this again; the city file keeps it:"]
        if !facts.requests.isEmpty {
            lines.append("  requests:")
            lines += facts.requests.map { "    \($0)" }
        }
        if !facts.layers.isEmpty {
            lines.append("  layers:")
            lines += facts.layers.flatMap { ["    - name: \($0.layer)", "      \($0.line)"] }
        }
        return lines
    }
}
