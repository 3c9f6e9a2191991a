import Chronology
package import Disclosure
import Foundation
import Records
import ServiceLevels

/// What a manager should know first: at most five sentences, the worst first, each with a figure and of how many, and last
/// what the file cannot say.
package struct ClosureSentences: Sendable {
    package let all: [String]

    private static let longest = 5

    /// - Parameters:
    ///   - categories: Which categories may be named.
    package init(_ survey: ClosureSurvey, list: CallBackList, categories: PrivateCategories) {
        let writer = SentenceWriter(survey: survey, list: list, privacy: categories)
        let findings = [
            writer.onTime, writer.cameBack, writer.fast, writer.duplicates, writer.bulk, writer.backlog,
            writer.years,
        ].compactMap(\.self)
        all = Array(findings.prefix(Self.longest - 1)) + [writer.limits]
    }
}

private struct SentenceWriter {
    let survey: ClosureSurvey
    let list: CallBackList
    let privacy: PrivateCategories

    private var history: CaseHistory { survey.history }

    private func count(_ value: Int) -> String { cases.told(value) }
    private func told(_ value: Int) -> String { cases.told(value) }

    private func share(_ part: Int, _ whole: Int) -> String { NumberText.share(part, of: whole) }

    // MARK: On time

    var onTime: String? {
        let lines = survey.onTime.lines
        let (official, own) = (lines[0], lines[3])
        guard own.all > 0, official.all > 0 else { return nil }
        let staff = history.cases.count { $0.isStaff }
        var reasons: [String] = []
        if staff > 0 {
            let typed = 2 * survey.fast.staff.fast > survey.fast.staff.closed
            reasons.append(
                "\(count(staff)) entries by staff\(typed ? ", most closed as they were typed," : "") lift the official share"
            )
        }
        if survey.onTime.openPastDue > 0 {
            reasons.append("\(count(survey.onTime.openPastDue)) open cases past due are missing from it")
        }
        let whose = staff > 0 ? "residents' requests" : "requests that have come due"
        let head =
            "\(share(own.onTime, own.all)) of \(whose) were on time (\(count(own.onTime)) of \(count(own.all)))"
        guard !reasons.isEmpty, share(own.onTime, own.all) != share(official.onTime, official.all) else {
            return head + "."
        }
        return head + ", not \(share(official.onTime, official.all)): " + reasons.joined(separator: ", and ")
            + "."
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
        let days = NumberText.decimal(survey.settings.returnDays, places: 0)
        let more = found.count > 1 ? ", and \(found.count - 1) more kinds" : ""
        return
            "Of closed “\(survey.name(worst.category))”\(more) \(share(excess.watchedCameBack, excess.watched)) came back within"
            + " \(days) days (\(count(excess.watchedCameBack)) of \(count(excess.watched))),"
            + " and \(NumberText.decimal(100 * excess.expected)) % would have anyway: which cases those are it does not show."
            + listed(.cameBack)
    }

    var fast: String? {
        let fast = survey.fast.fastForTheirKind
        guard !fast.isEmpty else { return nil }
        let minutes = survey.settings.fastSeconds / 60
        var text =
            "\(count(fast.count)) residents' requests that usually take a day or more were closed within \(minutes) minutes"
        if let most = cases.largestGroup(fast) {
            text += ", \(count(most.count)) of them about \(most.name)"
        }
        // Whom to call first is said only where the list names somebody.
        let isListed = list.entries.contains { $0.reasons.contains(.fastForItsKind) }
        return text + (isListed ? ": call back first." : ".") + listed(.fastForItsKind)
    }

    var duplicates: String? {
        let beside = survey.duplicates.count { $0.isClosedBesideOpen(history) }
        guard beside > 0 else { return nil }
        return
            "\(count(beside)) of \(count(survey.duplicates.count)) duplicates were closed while their original is still open:"
            + " whoever reported them heard of a solution that is none." + listed(.duplicateOfOpen)
    }

    var bulk: String? {
        let typed = survey.bulk.typedIn.filter { !privacy.isWithheld(survey.name($0.category)) }
        guard let most = typed.first else { return nil }
        return
            "\(count(survey.bulk.found.rows)) closings fall into \(count(survey.bulk.found.groups)) minutes of five and more"
            + " (\(NumberText.decimal(survey.bulk.rowsByChance)) by chance), most of “\(survey.name(most.category))”"
            + " (\(share(most.inBulk, most.closings))): their times are those of typing, not of the work."
    }

    /// How many of a reason the call-back list holds.
    private func listed(_ reason: CallBackReason) -> String {
        let listed = list.entries.count { $0.reasons.contains(reason) }
        return listed == 0
            ? " The call-back list, of those closed since \(list.since), has none of them."
            : " The call-back list has \(told(listed)) of them, closed since \(list.since)."
    }

    // MARK: Backlog and years

    private var cases: CaseSentences { CaseSentences(history, city: survey.city, privacy: privacy) }

    var backlog: String? {
        cases.backlog(survey.quarters, span: survey.quarterSpan, pastDue: survey.onTime.openPastDue)
    }

    var years: String? {
        let parts = [
            cases.yearsOnTime(survey.residentYears, span: survey.yearSpan), cases.slow(survey.slowTypes),
        ].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    // MARK: Limits

    var limits: String {
        var cannot: [String] = []
        var facts: [String] = []
        if survey.sample.isSample {
            let oneIn = survey.sample.isSampleByNumbers ? survey.sample.oneIn.map(Self.rounded) : nil
            facts.append(
                oneIn.map { "is about 1 in \(NumberText.count($0)) of the city's requests" }
                    ?? "is a sample: \(count(survey.sample.duplicates - survey.sample.duplicatesWithOriginal)) of"
                    + " \(count(survey.sample.duplicates)) duplicates have no original in it")
            cannot += ["repeats", "duplicates"]
        }
        if let clockFact {
            facts.append((facts.isEmpty ? "has a clock that " : "its clock ") + clockFact)
            cannot.append("working hours")
        } else if !survey.clock.hasHours {
            facts.append("has days without times")
            cannot.append("working hours")
        } else if survey.clock.isEven {
            facts.append("has openings spread over all hours alike")
            cannot.append("working hours")
        }
        guard !facts.isEmpty else {
            return
                "This file cannot say who was satisfied: a case that was closed and not reported again may be unsolved all the"
                + " same."
        }
        return
            "This file \(Self.list(facts, word: "and")): it says nothing about \(Self.list(cannot, word: "or"))."
    }

    private var clockFact: String? {
        guard let shift = survey.clock.shift else { return nil }
        let (low, high) = (shift.hours.lowerBound, shift.hours.upperBound)
        let isEarly = high > 0
        let hours = [low, high].map { abs($0) }.sorted()
        let text = hours[0] == hours[1] ? "\(hours[0])" : "\(hours[0])–\(hours[1])"
        let until = "\(Self.month(shift.last.month)) \(shift.last.year)"
        let since = "\(Self.month(shift.first.month)) \(shift.first.year)"
        let span =
            shift.isFirst && shift.isLast
            ? ""
            : shift.isFirst
                ? " until \(until)" : shift.isLast ? " from \(since)" : " from \(since) to \(until)"
        return "runs \(text) h \(isEarly ? "early" : "late")\(span)"
    }

    /// Two digits, the second a 0 or a 5: `466` is 450.
    private static func rounded(_ value: Double) -> Int {
        guard value >= 10 else { return max(1, Int(value.rounded())) }
        let unit = pow(10, log10(value).rounded(.down) - 1) * 5
        return Int((value / unit).rounded() * unit)
    }

    private static func list(_ words: [String], word: String) -> String {
        words.count < 2
            ? words.joined() : words.dropLast().joined(separator: ", ") + " \(word) " + (words.last ?? "")
    }

    private static func month(_ number: Int) -> String {
        DayText.months[min(max(number, 1), 12) - 1]
    }
}
