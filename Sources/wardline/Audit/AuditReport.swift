import Boundaries
import WardlineKit
import City
import Foundation
import Geometry
import Locating
import Records
import RoutingAudit
import ServiceRequests

/// The audit's summary for people.
struct AuditReport {
    let account: AuditAccount
    private var audit: AuditBasis { account.basis }
    private var findings: SummaryFindings { account.findings }
    /// How many categories and pairs are listed.
    private let longest = 8

    init(_ account: AuditAccount) { self.account = account }

    var text: String {
        var lines = [Terminal.bold("Routing audit of \(audit.city.name)")] + account.assignmentDoubts
        let addresses = audit.addressUse.flatMap { use in
            account.positionErrors(longest: longest).map { AddressReport(use: use, errors: $0) }
        }
        lines += troubles.unreadable + intake + troubles.notAudited + (addresses?.placed ?? [])
        lines += account.addressDoubts + chosen
        let summaries = findings.summaries(
            of: audit.layers, table: audit.table, clock: audit.clock, longest: longest, jobs: audit.jobs)
        for summary in summaries { lines += [""] + section(summary) }
        if let compared = addresses?.compared, !compared.isEmpty { lines += [""] + compared }
        let learnt = DecisionStory(audit.decisions, city: audit.city).lines
        if !learnt.isEmpty { lines += [""] + learnt }
        let facts = WeeklyText.lines(OfferedFacts(audit))
        if !facts.isEmpty { lines += [""] + facts }
        return TerminalText.text(ofLines: lines)
    }

    private var troubles: EditionTroubles {
        EditionTroubles(
            findings: findings, layers: audit.layers, table: audit.table, leftOut: audit.layersLeftOut)
    }

    /// Which of the requests the rest of the summary is about.
    private var chosen: [String] {
        let count = findings.judged
        guard let choice = audit.choice else {
            return count == 0
                ? ["No request to judge: \(audit.intake.sourceName) has a header and no rows"] : []
        }
        return [
            "\(DayText.counted(count, "request")) judged: \(choice)"
                + (count == 0 ? "; there is none" : "; all were read to judge them")
        ]
    }

    // MARK: What was read

    private var intake: [String] {
        var lines = IntakeText.lines(account.rows, audit.intake, facts: audit.table.facts)
        for placeholder in audit.placeholders.prefix(5) {
            let origin = placeholder.origin == .found ? "found" : "named in the city file"
            lines.append(
                "Default point at \(placeholder.coordinate.longitude), \(placeholder.coordinate.latitude) (\(origin)):"
                    + " \(NumberText.count(placeholder.requests)) requests on \(NumberText.count(placeholder.streets)) streets"
            )
        }
        return lines
    }

    // MARK: Layers

    private func section(_ summary: LayerSummary) -> [String] {
        let layer = audit.layers[summary.layer]
        let names = layer.editions.map { edition in
            edition.from.map { "\(edition.name) from \($0)" } ?? edition.name
        }
        var lines = [Terminal.bold(layer.title) + " (\(names.joined(separator: "; ")))"]
        lines += CauseReport(layer: layer.title, summary: summary).lines
        lines += verdicts(summary.counts, uncertainty: layer.uncertainty)
        lines += accepted(summary.counts) + audit.uncertaintyLines(ofLayer: summary.layer, findings)
        lines +=
            newerMap(ofLayer: summary.layer) + mapChange(ofLayer: summary.layer)
            + troubles.setAside(ofLayer: summary.layer).compactMap(\.text)
        lines += account.codeLines(ofLayer: summary.layer) + troubles.aliases(ofLayer: summary.layer)
        lines += delay(summary)
        lines += categories(summary)
        lines += pairs(summary)
        return lines
    }

    private func verdicts(_ counts: AuditResult.LayerCounts, uncertainty: Double) -> [String] {
        var table = TextTable([.left, .right, .right, .left])
        for verdict in Verdict.allCases where counts[verdict] > 0 {
            table.add([
                verdict.rawValue, NumberText.count(counts[verdict]),
                NumberText.share(counts[verdict], of: counts.total),
                verdict == .correct
                    ? "\(NumberText.count(counts.correctNearBorder)) of them near a border" : "",
            ])
            for cause in Cause.allCases where counts[verdict, cause] > 0 {
                table.add(["  \(cause.rawValue)", NumberText.count(counts[verdict, cause])])
            }
        }
        table.add(["all", NumberText.count(counts.total)])
        return table.lines()
    }

    private func accepted(_ counts: AuditResult.LayerCounts) -> [String] {
        counts.accepted.sorted { ($1.value, $0.key.why) < ($0.value, $1.key.why) }.map { difference, count in
            "\(DayText.counted(count, "request")) counted as correct differ as agreed:"
                + " \(difference.assigned) → \(difference.expected) (\(difference.why))"
        }
    }

    private func newerMap(ofLayer index: Ordinal<Layer>) -> [String] {
        guard let sign = findings.newerMap(ofLayer: index, audit.layers[index], in: audit.table) else {
            return []
        }
        let areas = sign.areas.prefix(5).joined(separator: " and ")
        return [
            "The map seems newer than the CRM's: \(NumberText.count(sign.within)) of"
                + " \(DayText.counted(sign.all, "disagreement")) lie in \(areas), which no request is assigned to"
        ]
    }

    private func mapChange(ofLayer index: Ordinal<Layer>) -> [String] {
        let layer = audit.layers[index]
        guard let change = findings.mapChange(ofLayer: index, layer, in: audit.table, clock: audit.clock)
        else {
            return []
        }
        let pairs = change.pairs.prefix(5).map { "\($0.assigned) → \($0.expected)" }
        let edge = change.kind == .begins ? "begin on \(change.day)" : "end on \(change.day)"
        let map =
            change.kind == .begins
            ? "the CRM seems to route by a newer map since; if so, add it to editions: with its day"
            : "until then the CRM seems to have routed by an older map; if so, add it to editions:"
        return [
            "Disagreements \(pairs.joined(separator: ", "))\(change.pairs.count > 5 ? ", …" : "") \(edge)"
                + " (\(NumberText.count(change.within)) of \(NumberText.count(change.all))): \(map)"
        ]
    }

    private func delay(_ summary: LayerSummary) -> [String] {
        guard let delay = summary.delay else { return [] }
        func whole(_ days: Double) -> String { NumberText.count(Int(days.rounded())) }
        let lost =
            delay.daysLost.map { lost in
                lost.days > 0
                    ? ": \(whole(lost.days)) days lost in all (between \(whole(lost.low)) and \(whole(lost.high)))"
                    : "; their mean, against each category's own, is lower: no days lost in all"
            } ?? "; the difference of the means may be chance"
        return [
            "Misrouted requests took \(NumberText.decimal(delay.medianDays)) days to close (median of"
                + " \(NumberText.count(delay.closed))), against \(NumberText.decimal(delay.usualDays)) for correctly routed"
                + " ones of the same categories\(lost)."
        ]
    }

    private func categories(_ summary: LayerSummary) -> [String] {
        guard !summary.worstCategories.isEmpty else { return [] }
        var table = TextTable([.left, .right, .right])
        for entry in summary.worstCategories {
            table.add([
                entry.category, NumberText.count(entry.misrouted),
                NumberText.share(entry.misrouted, of: entry.judged),
            ])
        }
        return ["Most misrouted, by category (and share of the category):"] + table.lines()
    }

    private func pairs(_ summary: LayerSummary) -> [String] {
        guard !summary.largestPairs.isEmpty else { return [] }
        var table = TextTable([.left, .left, .right, .left])
        for pair in summary.largestPairs {
            let days = pair.delay.map {
                "median \(NumberText.decimal($0.medianDays)) days to close, \(NumberText.decimal($0.usualDays)) is usual"
            }
            table.add([pair.assigned, "→ \(pair.expected)", NumberText.count(pair.requests), days ?? ""])
        }
        return ["Assigned → expected, the most frequent:"] + table.lines()
    }
}
