import Boundaries
import Chronology
package import Disclosure
import Foundation
import Locating
package import PageLanguage
import Statistics

/// What a manager should know first of a report: at most five sentences, what got worse or stands apart first, each with a
/// figure and of how many, and last what the report cannot say.
package struct ReportSentences: Sendable {
    package let all: [String]

    private static let longest = 5

    /// - Parameters:
    ///   - times: How many times slower a kind is to be.
    package init(
        _ survey: ServiceLevelSurvey, periods: PeriodReport, slow: SlowTypes, times: Double,
        privacy: PrivateCategories, words: PageWords = .english
    ) {
        let writer = ReportSentenceWriter(
            survey: survey, periods: periods, slow: slow, times: times,
            cases: CaseSentences(periods.history, city: survey.city, privacy: privacy, words: words),
            privacy: privacy, words: words, hidden: periods.hidden(from: privacy.audience))
        let findings = writer.gap.map { [$0, writer.openNow].compactMap(\.self) } ?? writer.findings
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
    let words: PageWords
    let hidden: HiddenPeriods

    private func isSmall(_ counts: Int...) -> Bool {
        privacy.audience.hides(counts)
    }

    private var city: ToldSeries { told(0) }
    private func told(_ group: Int) -> ToldSeries {
        ToldSeries(periods, group: group, hidden: hidden, audience: privacy.audience)
    }

    private func points(_ value: Double) -> String { words.signed(100 * value) }

    private func name(_ index: Int) -> String { periods.span.title(index, in: words) }

    /// Everything that there is to tell, in the order in which it is told.
    var findings: [Finding] {
        [areas, onTime, slowKinds, backlog, opened, anomaly].compactMap(\.self)
    }

    // MARK: What cannot be told

    /// What nothing can be said of, where the file does not tell when requests were closed.
    var gap: Finding? { cases.gap.map { Finding(text: $0, isWorse: true) } }

    /// What is open, without how it came to that.
    var openNow: Finding? {
        cases.backlog(city, span: periods.span, pastDue: cases.pastDue).map {
            Finding(text: $0, isWorse: false)
        }
    }

    // MARK: Areas

    var areas: Finding? {
        let levels = survey.levels.all.areas
        func z(_ area: Ordinal<Area>) -> Double { levels[area].funnel?.z ?? 0 }
        let hidden = (survey.levels.judged.first ?? survey.levels.all).hiddenAreas(from: privacy.audience)
        let apart = levels.ordinals.filter { levels[$0].isShareApart && !hidden.contains($0) }
            .sorted { (z($0), $0) < (z($1), $1) }
        guard let worst = apart.first, let funnel = levels[worst].funnel else { return nil }
        let tally = levels[worst].tally
        let all = words.count(survey.layer.areaCount)
        let more =
            switch apart.count {
            case 1: ""
            case 2: " " + words("1 more of \(all) stands apart.")
            default: " " + words("\(words.count(apart.count - 1)) more of \(all) stand apart.")
            }
        // The limits of the table behind it.
        let (low, high) = (funnel.inner.lowerBound, funnel.inner.upperBound)
        return Finding(
            text: words(
                """
                \(survey.layer.title(worst, in: words)) had \(words.percent(funnel.share)) on time \
                (\(words.count(tally.onTime)) of \(words.count(tally.known))), where its number and kinds of requests let \
                \(words.percent(low)) to \(words.percent(high)) expect (95 %); the reason it does not show.
                """) + more,
            isWorse: funnel.z < 0)
    }

    // MARK: On time

    /// Residents' requests, where staff's are told apart.
    private var own: Int? {
        periods.groups.firstIndex { $0.scope == .city && $0.kind == .residents }
            ?? periods.groups.indices.first
    }

    /// The last finished period beside the same a year before, or else the one before it: of residents' requests, and of all where
    /// residents' share may not be told in one of the two. Without such a period what is on time of all that was due.
    var onTime: Finding? {
        let shares = [own, 0].compactMap(\.self).compactMap {
            OnTimePeriods(told($0), of: periods.groups[$0].kind, perYear: periods.span.perYear)
        }
        guard let shown = shares.first(where: \.tellsBoth) ?? shares.first(where: \.tellsLast) else {
            return onTimeOfAll
        }
        return onTime(shown)
    }

    /// Of all that was due, whenever that was.
    private var onTimeOfAll: Finding? {
        let tally = survey.levels.all.city.tally
        guard tally.known > 0, !isSmall(tally.onTime, tally.late) else { return nil }
        let (percent, onTime, due) = (
            words.share(tally.onTime, of: tally.known), words.count(tally.onTime), words.count(tally.known)
        )
        return Finding(
            text: words("Of all that was due \(percent) was on time (\(onTime) of \(due))."),
            isWorse: 2 * tally.onTime < tally.known)
    }

    private func onTime(_ shown: OnTimePeriods) -> Finding? {
        let levels = shown.told.series.levels
        let level = levels[shown.last]
        guard let share = level.shareOnTime else { return nil }
        let isResidents = shown.kind == .residents
        let (period, percent) = (name(shown.last), words.percent(share))
        let (onTime, due) = (words.count(level.onTime), words.count(level.due))
        guard let before = shown.before, shown.tellsBoth else {
            return Finding(
                text: isResidents
                    ? words(
                        """
                        Of what came due of residents' requests in \(period) \(percent) was closed in time (\(onTime) of \
                        \(due)).
                        """)
                    : words(
                        "Of what came due in \(period) \(percent) was closed in time (\(onTime) of \(due))."),
                isWorse: share < 0.5)
        }
        let change = ShareChange(level, levels[before])
        let (then, thenPercent) = (name(before), words.percent(change.before))
        let (thenOnTime, thenDue) = (words.count(levels[before].onTime), words.count(levels[before].due))
        let (difference, low, high) = (points(change.difference), points(change.low), points(change.high))
        let text =
            switch (isResidents, change.isBeyondChance) {
            case (true, true):
                words(
                    """
                    Of what came due of residents' requests in \(period) \(percent) was closed in time (\(onTime) of \(due)), \
                    against \(thenPercent) in \(then) (\(thenOnTime) of \(thenDue)): \(difference) points (\(low) to \(high)).
                    """)
            case (true, false):
                words(
                    """
                    Of what came due of residents' requests in \(period) \(percent) was closed in time (\(onTime) of \(due)), \
                    against \(thenPercent) in \(then) (\(thenOnTime) of \(thenDue)): a difference of \(difference) points \
                    (\(low) to \(high)) that may be chance.
                    """)
            case (false, true):
                words(
                    """
                    Of what came due in \(period) \(percent) was closed in time (\(onTime) of \(due)), against \(thenPercent) \
                    in \(then) (\(thenOnTime) of \(thenDue)): \(difference) points (\(low) to \(high)).
                    """)
            case (false, false):
                words(
                    """
                    Of what came due in \(period) \(percent) was closed in time (\(onTime) of \(due)), against \(thenPercent) \
                    in \(then) (\(thenOnTime) of \(thenDue)): a difference of \(difference) points (\(low) to \(high)) that \
                    may be chance.
                    """)
            }
        return Finding(text: text, isWorse: change.high < 0)
    }

    // MARK: Slow kinds, backlog, what was opened

    var slowKinds: Finding? {
        guard let text = cases.slow(slow, times: times) else { return nil }
        let kinds = slow.kinds.filter { $0.isSlower(than: times) }
        let requests = kinds.reduce(0) { $0 + $1.requests }
        let all = slow.kinds.reduce(0) { $0 + $1.requests }
        return Finding(
            text: text + " "
                + words(
                    """
                    They are \(cases.told(requests)) of \(cases.told(all)) requests of residents in kinds with \
                    \(words.count(SlowTypes.fewest)) and more.
                    """),
            isWorse: true)
    }

    var backlog: Finding? {
        cases.backlog(city, span: periods.span, pastDue: cases.pastDue).map {
            Finding(text: $0, isWorse: cases.hasGrown(city, span: periods.span))
        }
    }

    var opened: Finding? {
        let levels = periods.city.levels
        guard let last = levels.indices.last(where: { levels[$0].isFinished }),
            let before = levels[last].previousYear, before > 0, let ratio = levels[last].ratio,
            let low = levels[last].ratioLow, let high = levels[last].ratioHigh,
            city.tells(.yearBefore, at: last)
        else { return nil }
        let (opened, then) = (words.count(levels[last].opened), words.count(before))
        let (times, least, most) = (
            words.decimal(ratio, places: 2), words.decimal(low, places: 2), words.decimal(high, places: 2)
        )
        let isBeyond = low > 1 || high < 1
        return Finding(
            text: isBeyond
                ? words(
                    """
                    \(opened) requests were opened in \(name(last)), \(times) times the \(then) of a year before (\(least) to \
                    \(most)): more than the usual spread.
                    """)
                : words(
                    """
                    \(opened) requests were opened in \(name(last)), \(times) times the \(then) of a year before (\(least) to \
                    \(most)): no more than the usual spread.
                    """),
            isWorse: low > 1)
    }

    var anomaly: Finding? {
        let flags = periods.toldAnomalies(hidden).filter {
            !privacy.isWithheld(periods.history.names[$0.category]) && !isSmall($0.count)
        }
        guard
            let most = flags.max(by: {
                (abs($0.z), $1.category, $1.period) < (abs($1.z), $0.category, $0.period)
            })
        else { return nil }
        let title = cases.title(of: periods.history.names[most.category])
        let period = name(most.period)
        let (count, usual) = (cases.told(most.count), words.decimal(most.usual, places: 0))
        return Finding(
            text: flags.count > 1
                ? words(
                    """
                    “\(title)” was reported \(count) times in \(period), where \(usual) are usual; \
                    \(words.count(flags.count - 1)) more such.
                    """)
                : words("“\(title)” was reported \(count) times in \(period), where \(usual) are usual."),
            isWorse: most.z > 0)
    }

    // MARK: Limits

    var limits: String {
        var sentences = [
            words(
                "This report does not say whether closed requests were solved; a report on closures does.")
        ]
        guard cases.gap == nil else { return sentences[0] }
        let levels = periods.city.levels
        if let late = periods.span.lateBeginning(words) { sentences.append(late) }
        if let last = levels.indices.last, !levels[last].isFinished {
            sentences.append(
                words(
                    "\(PageWords.capitalized(name(last))) is unfinished: it is shown, and compared with the same days of the year before only."
                ))
        }
        if !periods.hasAnomalies { sentences.append(withoutAnomalies) }
        return sentences.joined(separator: " ")
    }

    private var withoutAnomalies: String {
        let unit = periods.span.periods.kind.plural(words)
        let needed = words.count(Anomalies.fewestPeriods)
        return switch periods.finished.count {
        case 0:
            words(
                """
                Which \(unit) are out of the ordinary it does not say: that takes \(needed) finished ones, and there is \
                none.
                """)
        case 1:
            words(
                """
                Which \(unit) are out of the ordinary it does not say: that takes \(needed) finished ones, and there is 1.
                """)
        default:
            words(
                """
                Which \(unit) are out of the ordinary it does not say: that takes \(needed) finished ones, and there are \
                \(words.count(periods.finished.count)).
                """)
        }
    }
}

/// The last finished period of a series in which enough was due, and the one that it is set beside.
private struct OnTimePeriods {
    let told: ToldSeries
    let kind: PeriodReport.Kind
    let last: Int
    /// `nil` where there is none, or not enough was due in it.
    let before: Int?

    private static let fewestDue = 30

    /// `nil` where in no finished period enough was due.
    init?(_ told: ToldSeries, of kind: PeriodReport.Kind, perYear: Int) {
        let levels = told.series.levels
        func isEnough(_ index: Int) -> Bool { levels[index].due >= Self.fewestDue }
        guard let last = levels.indices.last(where: { levels[$0].isFinished && isEnough($0) }) else {
            return nil
        }
        (self.told, self.kind, self.last) = (told, kind, last)
        before = [last - perYear, last - 1].first { $0 >= 0 }.flatMap {
            levels[$0].isWhole && isEnough($0) ? $0 : nil
        }
    }

    var tellsLast: Bool { told.tells(.onTime, at: last) }
    /// Whether nothing that is compared is hidden.
    var tellsBoth: Bool { tellsLast && before.map { told.tells(.onTime, at: $0) } ?? true }
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
        let width = NormalDeviate.of95Percent * variance.squareRoot()
        (low, high) = (difference - width, difference + width)
    }

    var isBeyondChance: Bool { low > 0 || high < 0 }
}
