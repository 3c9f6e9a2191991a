import Chronology
package import Disclosure
import Foundation
import Locating
import Records

/// What a manager should know first of a report: at most five sentences, what got worse or stands apart first, each with a
/// figure and of how many, and last what the report cannot say.
package struct ReportSentences: Sendable {
    package let all: [String]

    private static let longest = 5

    /// - Parameters:
    ///   - times: How many times slower a kind is to be.
    package init(
        _ survey: ServiceLevelSurvey, periods: PeriodReport, slow: SlowTypes, times: Double,
        privacy: PrivateCategories
    ) {
        let writer = ReportSentenceWriter(
            survey: survey, periods: periods, slow: slow, times: times,
            cases: CaseSentences(periods.history, city: survey.city, privacy: privacy), privacy: privacy)
        let findings = [
            writer.areas, writer.onTime, writer.slowKinds, writer.backlog, writer.opened, writer.anomaly,
        ].compactMap(\.self)
        let ordered = findings.filter(\.isWorse) + findings.filter { !$0.isWorse }
        all = ordered.prefix(Self.longest - 1).map(\.text) + [writer.limits]
    }
}

private struct ReportSentenceWriter {
    /// A sentence, and whether it tells of something that got worse or stands apart.
    struct Finding {
        let text: String
        let isWorse: Bool
    }

    let survey: ServiceLevelSurvey
    let periods: PeriodReport
    let slow: SlowTypes
    let times: Double
    let cases: CaseSentences
    let privacy: PrivateCategories

    private func isSmall(_ counts: Int...) -> Bool {
        privacy.audience.hides(counts)
    }

    private func percent(_ share: Double) -> String { "\(NumberText.decimal(100 * share)) %" }

    private func points(_ value: Double) -> String {
        (value >= 0 ? "+" : "−") + NumberText.decimal(abs(100 * value))
    }

    // MARK: Areas

    var areas: Finding? {
        let apart = survey.levels.all.areas.enumerated().filter { $0.element.isShareApart }
            .sorted { ($0.element.funnel?.z ?? 0, $0.offset) < ($1.element.funnel?.z ?? 0, $1.offset) }
        guard let worst = apart.first, let funnel = worst.element.funnel else { return nil }
        let tally = worst.element.tally
        guard !isSmall(tally.onTime, tally.late) else { return nil }
        let more = apart.count > 1 ? " \(apart.count - 1) more of \(survey.layer.areaCount) stand apart." : ""
        return Finding(
            text:
                "\(survey.layer.title(worst.offset)) had \(percent(funnel.share)) on time (\(NumberText.count(tally.onTime)) of"
                + " \(NumberText.count(tally.known))), where its number and kinds of requests let \(percent(funnel.outer.lowerBound)) to"
                + " \(percent(funnel.outer.upperBound)) expect; the reason it does not show." + more,
            isWorse: funnel.z < 0)
    }

    // MARK: On time

    /// Residents' requests, where staff's are told apart.
    private var own: PeriodReport.Group? {
        periods.groups.first { $0.scope == .city && $0.kind == .residents } ?? periods.groups.first
    }

    private static let fewestDue = 30

    /// The last finished period beside the same a year before, or else the one before it.
    var onTime: Finding? {
        guard let own else { return nil }
        let levels = own.series.levels
        guard
            let last = levels.indices.last(where: {
                levels[$0].isFinished && levels[$0].due >= Self.fewestDue
            })
        else { return nil }
        let level = levels[last]
        guard !isSmall(level.onTime, level.due - level.onTime), let share = level.shareOnTime else {
            return nil
        }
        let whose = own.kind == .residents ? " of residents' requests" : ""
        let head =
            "Of what came due\(whose) in \(periods.span.name(last)) \(percent(share)) was closed in time"
            + " (\(NumberText.count(level.onTime)) of \(NumberText.count(level.due)))"
        guard let before = [last - periods.span.perYear, last - 1].first(where: { $0 >= 0 }),
            levels[before].due >= Self.fewestDue,
            !isSmall(levels[before].onTime, levels[before].due - levels[before].onTime)
        else { return Finding(text: head + ".", isWorse: share < 0.5) }
        let change = ShareChange(level, levels[before])
        let verdict =
            change.isBeyondChance
            ? "\(points(change.difference)) points (\(points(change.low)) to \(points(change.high)))"
            : "a difference of \(points(change.difference)) points (\(points(change.low)) to \(points(change.high))) that may be chance"
        return Finding(
            text: head + ", against \(percent(change.before)) in \(periods.span.name(before))"
                + " (\(NumberText.count(levels[before].onTime)) of \(NumberText.count(levels[before].due))): \(verdict).",
            isWorse: change.high < 0)
    }

    // MARK: Slow kinds, backlog, what was opened

    var slowKinds: Finding? {
        guard let text = cases.slow(slow, times: times) else { return nil }
        let kinds = slow.kinds.filter { $0.isSlower(than: times) }
        let requests = kinds.reduce(0) { $0 + $1.requests }
        let all = slow.kinds.reduce(0) { $0 + $1.requests }
        return Finding(
            text: text
                + " They are \(cases.told(requests)) of \(cases.told(all)) requests of residents in kinds with"
                + " \(SlowTypes.fewest) and more.",
            isWorse: true)
    }

    var backlog: Finding? {
        let finished = periods.city.levels.filter(\.isFinished)
        return cases.backlog(periods.city, span: periods.span, pastDue: cases.pastDue).map {
            Finding(
                text: $0, isWorse: (finished.last?.backlog ?? 0) > (finished.first?.backlog ?? 0))
        }
    }

    var opened: Finding? {
        let levels = periods.city.levels
        guard let last = levels.indices.last(where: { levels[$0].isFinished }),
            let before = levels[last].previousYear, before > 0, let ratio = levels[last].ratio,
            let low = levels[last].ratioLow, let high = levels[last].ratioHigh,
            !isSmall(levels[last].opened, before)
        else { return nil }
        func text(_ value: Double) -> String { NumberText.decimal(value, places: 2) }
        let isBeyond = low > 1 || high < 1
        return Finding(
            text:
                "\(NumberText.count(levels[last].opened)) requests were opened in \(periods.span.name(last)), \(text(ratio)) times the"
                + " \(NumberText.count(before)) of a year before (\(text(low)) to \(text(high))): "
                + (isBeyond ? "more than the usual spread." : "no more than the usual spread."),
            isWorse: low > 1)
    }

    var anomaly: Finding? {
        let flags = periods.anomalies.flags.filter {
            !privacy.isWithheld(periods.history.names[$0.category]) && !isSmall($0.count)
        }
        guard
            let most = flags.max(by: {
                (abs($0.z), $1.category, $1.period) < (abs($1.z), $0.category, $0.period)
            })
        else { return nil }
        let name = cases.title(of: periods.history.names[most.category])
        let more = flags.count > 1 ? "; \(flags.count - 1) more such" : ""
        return Finding(
            text:
                "“\(name)” was reported \(cases.told(most.count)) times in \(periods.span.name(most.period)), where"
                + " \(NumberText.decimal(most.usual, places: 0)) are usual\(more).",
            isWorse: most.z > 0)
    }

    // MARK: Limits

    var limits: String {
        var text =
            "This report does not say whether closed requests were solved; wardline closures asks that."
        let levels = periods.city.levels
        if let last = levels.indices.last, !levels[last].isFinished {
            text +=
                " \(periods.span.name(last)) is unfinished: it is shown, and compared with the same days of the year before only."
        }
        if !periods.hasAnomalies {
            text +=
                " Which \(periods.span.periods.kind.rawValue)s are out of the ordinary it does not say: that takes"
                + " \(Anomalies.fewestPeriods) finished ones, and there \(Self.there(are: periods.finished.count))."
        }
        return text
    }
}

extension ReportSentenceWriter {
    fileprivate static func there(are count: Int) -> String {
        count == 0 ? "is none" : count == 1 ? "is 1" : "are \(count)"
    }
}

/// The difference of two shares on time with its 95 % interval: d ± 1.96 √(p(1 − p) / n + q(1 − q) / m).
private struct ShareChange {
    let before: Double
    let difference: Double
    let low: Double
    let high: Double

    init(_ now: PeriodLevel, _ then: PeriodLevel) {
        let (p, q) = (now.shareOnTime ?? 0, then.shareOnTime ?? 0)
        before = q
        difference = p - q
        let variance = p * (1 - p) / Double(max(1, now.due)) + q * (1 - q) / Double(max(1, then.due))
        let width = 1.959_963_984_540_054 * variance.squareRoot()
        (low, high) = (difference - width, difference + width)
    }

    var isBeyondChance: Bool { low > 0 || high < 0 }
}
