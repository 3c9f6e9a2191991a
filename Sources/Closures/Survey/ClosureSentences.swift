import Chronology
package import Disclosure
import Foundation
package import PageLanguage
import ServiceLevels

/// What a manager should know first: at most five sentences, the worst first, each with a figure and of how many, and last
/// what the file cannot say.
package struct ClosureSentences: Sendable {
    package let all: [String]

    private static let longest = 5

    /// - Parameters:
    ///   - categories: Which categories may be named.
    package init(
        _ survey: ClosureSurvey, list: CallBackList, categories: PrivateCategories,
        words: PageWords = .english
    ) {
        let writer = SentenceWriter(survey: survey, list: list, privacy: categories, words: words)
        let findings =
            (writer.gap.map { [$0, writer.backlog] }
            ?? [
                writer.onTime, writer.cameBack, writer.fast, writer.duplicates, writer.bulk, writer.backlog,
                writer.years,
            ]).compactMap(\.self)
        all = Array(findings.prefix(Self.longest - 1)) + [writer.limits]
    }
}

private struct SentenceWriter {
    let survey: ClosureSurvey
    let list: CallBackList
    let privacy: PrivateCategories
    let words: PageWords

    private var history: CaseHistory { survey.history }

    private func told(_ value: Int) -> String { cases.told(value) }

    private func share(_ part: Int, _ whole: Int) -> String { words.share(part, of: whole) }

    /// What nothing can be said of, where the file does not tell when requests were closed.
    var gap: String? { cases.gap }

    // MARK: On time

    var onTime: String? {
        let lines = survey.onTime.lines
        let (official, own) = (lines[0], lines[3])
        guard own.all > 0, official.all > 0 else { return nil }
        let staff = history.cases.count { $0.isStaff }
        let isTyped = 2 * survey.fast.staff.fast > survey.fast.staff.closed
        let openPastDue = survey.onTime.openPastDue
        let (honest, cityShare) = (share(own.onTime, own.all), share(official.onTime, official.all))
        let (onTime, all, entries, open) = (told(own.onTime), told(own.all), told(staff), told(openPastDue))
        guard honest != cityShare else {
            return staff > 0
                ? words("\(honest) of residents' requests were on time (\(onTime) of \(all)).")
                : words("\(honest) of requests that have come due were on time (\(onTime) of \(all)).")
        }
        switch (staff > 0, isTyped, openPastDue > 0) {
        case (true, true, true):
            return words(
                """
                \(honest) of residents' requests were on time (\(onTime) of \(all)), not \(cityShare): \(entries) entries by \
                staff, most closed as they were typed, lift the official share, and \(open) open cases past due are missing from \
                it.
                """)
        case (true, true, false):
            return words(
                """
                \(honest) of residents' requests were on time (\(onTime) of \(all)), not \(cityShare): \(entries) entries by \
                staff, most closed as they were typed, lift the official share.
                """)
        case (true, false, true):
            return words(
                """
                \(honest) of residents' requests were on time (\(onTime) of \(all)), not \(cityShare): \(entries) entries by \
                staff lift the official share, and \(open) open cases past due are missing from it.
                """)
        case (true, false, false):
            return words(
                """
                \(honest) of residents' requests were on time (\(onTime) of \(all)), not \(cityShare): \(entries) entries by \
                staff lift the official share.
                """)
        case (false, _, true):
            return words(
                """
                \(honest) of requests that have come due were on time (\(onTime) of \(all)), not \(cityShare): \(open) open cases \
                past due are missing from it.
                """)
        case (false, _, false):
            return words("\(honest) of requests that have come due were on time (\(onTime) of \(all)).")
        }
    }

    // MARK: Came back, fast, duplicates, bulk

    var cameBack: String? {
        let found = survey.returns.categories.filter {
            $0.standsOut && !privacy.isWithheld(survey.name($0.category))
        }.sorted {
            ($1.excess.excess, survey.name($0.category)) < ($0.excess.excess, survey.name($1.category))
        }
        guard let worst = found.first else { return nil }
        let excess = worst.excess
        let name = words.word(survey.name(worst.category))
        let days = words.decimal(survey.settings.returnDays, places: 0)
        let (returned, all) = (told(excess.watchedCameBack), told(excess.watched))
        let back = share(excess.watchedCameBack, excess.watched)
        let anyway = words.percent(excess.expected)
        let text =
            found.count > 1
            ? words(
                """
                Of closed “\(name)”, and \(words.count(found.count - 1)) more kinds \(back) came back within \(days) days \
                (\(returned) of \(all)), and \(anyway) would have anyway: which cases those are it does not show.
                """)
            : words(
                """
                Of closed “\(name)” \(back) came back within \(days) days (\(returned) of \(all)), and \(anyway) would have \
                anyway: which cases those are it does not show.
                """)
        return text + listed(.cameBack)
    }

    var fast: String? {
        let fast = survey.fast.fastForTheirKind
        guard !fast.isEmpty else { return nil }
        let (all, minutes) = (told(fast.count), "\(survey.settings.fastSeconds / 60)")
        // Whom to call first is said only where the list names somebody.
        let isListed = list.entries.contains { $0.reasons.contains(.fastForItsKind) }
        let most = cases.largestGroup(fast).map { (name: $0.name, count: told($0.count)) }
        let text =
            switch (most, isListed) {
            case (let most?, true):
                words(
                    """
                    \(all) residents' requests that usually take a day or more were closed within \(minutes) minutes, \
                    \(most.count) of them about \(most.name): call back first.
                    """)
            case (let most?, false):
                words(
                    """
                    \(all) residents' requests that usually take a day or more were closed within \(minutes) minutes, \
                    \(most.count) of them about \(most.name).
                    """)
            case (nil, true):
                words(
                    """
                    \(all) residents' requests that usually take a day or more were closed within \(minutes) minutes: call back \
                    first.
                    """)
            case (nil, false):
                words(
                    """
                    \(all) residents' requests that usually take a day or more were closed within \(minutes) minutes.
                    """)
            }
        return text + listed(.fastForItsKind)
    }

    var duplicates: String? {
        let beside = survey.duplicates.count { $0.isClosedBesideOpen(history) }
        guard beside > 0 else { return nil }
        return words(
            """
            \(told(beside)) of \(told(survey.duplicates.count)) duplicates were closed while their original is still open: \
            whoever reported them heard of a solution that is none.
            """) + listed(.duplicateOfOpen)
    }

    var bulk: String? {
        let typed = survey.bulk.typedIn.filter { !privacy.isWithheld(survey.name($0.category)) }
        guard let most = typed.first else { return nil }
        let name = words.word(survey.name(most.category))
        return words(
            """
            \(told(survey.bulk.found.rows)) closings fall into \(told(survey.bulk.found.groups)) minutes of five and more \
            (\(words.decimal(survey.bulk.rowsByChance)) by chance), most of “\(name)” (\(share(most.inBulk, most.closings))): \
            their times are those of typing, not of the work.
            """)
    }

    /// How many of a reason the call-back list holds, as a sentence that follows another.
    private func listed(_ reason: CallBackReason) -> String {
        let listed = list.entries.count { $0.reasons.contains(reason) }
        let since = "\(list.since)"
        return " "
            + (listed == 0
                ? words("The call-back list, of those closed since \(since), has none of them.")
                : words("The call-back list has \(told(listed)) of them, closed since \(since)."))
    }

    // MARK: Backlog and years

    private var cases: CaseSentences {
        CaseSentences(history, city: survey.city, privacy: privacy, words: words)
    }

    var backlog: String? {
        cases.backlog(
            ToldSeries(survey.quarters, span: survey.quarterSpan, audience: privacy.audience),
            span: survey.quarterSpan, pastDue: survey.onTime.openPastDue)
    }

    var years: String? {
        let parts = [
            cases.yearsOnTime(
                ToldSeries(survey.residentYears, span: survey.yearSpan, audience: privacy.audience),
                span: survey.yearSpan),
            cases.slow(survey.slowTypes),
        ].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    // MARK: Limits

    var limits: String {
        let sample = sampleFact
        let clock = clockFact(isFirst: sample == nil)
        let cannot =
            switch (sample != nil, clock != nil, survey.fast.knowsNoMinutes) {
            case (true, true, true):
                words("repeats, duplicates, working hours or cases closed within minutes")
            case (true, true, false): words("repeats, duplicates or working hours")
            case (true, false, _): words("repeats or duplicates")
            case (false, _, true): words("working hours or cases closed within minutes")
            case (false, _, false): words("working hours")
            }
        switch (sample, clock) {
        case (nil, nil):
            return words(
                """
                This file cannot say who was satisfied: a case that was closed and not reported again may be unsolved all the \
                same.
                """)
        case (let fact?, nil), (nil, let fact?):
            return words("This file \(fact): it says nothing about \(cannot).")
        case (let sample?, let clock?):
            return words("This file \(sample) and \(clock): it says nothing about \(cannot).")
        }
    }

    private var sampleFact: String? {
        guard survey.sample.isSample else { return nil }
        if survey.sample.isSampleByNumbers, let oneIn = survey.sample.oneIn {
            return words("is about 1 in \(words.count(Self.rounded(oneIn))) of the city's requests")
        }
        let (lost, all) = (
            survey.sample.duplicates - survey.sample.duplicatesWithOriginal, survey.sample.duplicates
        )
        return words("is a sample: \(told(lost)) of \(told(all)) duplicates have no original in it")
    }

    /// - Parameter isFirst: Whether nothing is said of the file before.
    private func clockFact(isFirst: Bool) -> String? {
        if let shift { return isFirst ? words("has a clock that \(shift)") : words("its clock \(shift)") }
        if !survey.clock.hasHours || survey.fast.knowsNoMinutes { return words("has days without times") }
        return survey.clock.isEven ? words("has openings spread over all hours alike") : nil
    }

    private var shift: String? {
        guard let shift = survey.clock.shift else { return nil }
        let hours = [shift.hours.lowerBound, shift.hours.upperBound].map { abs($0) }.sorted()
        let text = hours[0] == hours[1] ? "\(hours[0])" : "\(hours[0])–\(hours[1])"
        let (since, sinceYear) = (words.month(shift.first.month), String(shift.first.year))
        let (until, untilYear) = (words.month(shift.last.month), String(shift.last.year))
        let isEarly = shift.hours.upperBound > 0
        switch (shift.isFirst, shift.isLast) {
        case (true, true): return isEarly ? words("runs \(text) h early") : words("runs \(text) h late")
        case (true, false):
            return isEarly
                ? words("runs \(text) h early until \(until) \(untilYear)")
                : words("runs \(text) h late until \(until) \(untilYear)")
        case (false, true):
            return isEarly
                ? words("runs \(text) h early from \(since) \(sinceYear)")
                : words("runs \(text) h late from \(since) \(sinceYear)")
        case (false, false):
            return isEarly
                ? words("runs \(text) h early from \(since) \(sinceYear) to \(until) \(untilYear)")
                : words("runs \(text) h late from \(since) \(sinceYear) to \(until) \(untilYear)")
        }
    }

    /// Two digits, the second a 0 or a 5: `466` is 450.
    private static func rounded(_ value: Double) -> Int {
        guard value >= 10 else { return max(1, Int(value.rounded())) }
        let unit = pow(10, log10(value).rounded(.down) - 1) * 5
        return Int((value / unit).rounded() * unit)
    }
}
