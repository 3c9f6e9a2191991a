import Chronology
import City
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

    private func count(_ value: Int) -> String { told(value) }

    /// A count as the audience may see it.
    private func told(_ value: Int) -> String {
        privacy.audience == .public && value > 0 && value < CountBand.threshold
            ? CountBand.few.text : NumberText.count(value)
    }

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
        if let most = largestGroup(fast) {
            text += ", \(count(most.count)) of them about \(most.name)"
        }
        return text + ": call back first." + listed(.fastForItsKind)
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
        return
            " The call-back list has \(listed == 0 ? "none" : told(listed)) of them, closed since \(list.since)."
    }

    // MARK: Backlog

    var backlog: String? {
        let open = history.cases.indices.filter { history.cases[$0].isOpen }.map { Int32($0) }
        guard !open.isEmpty else { return nil }
        let year: Int64 = 365 * 86_400
        let old = open.count { history.end - history.cases[Int($0)].opened > year }
        var parts = ["\(count(open.count)) are open"]
        if survey.onTime.openPastDue > 0 { parts.append("\(count(survey.onTime.openPastDue)) past due") }
        if old > 0 { parts.append("\(count(old)) older than a year") }
        var text = parts.joined(separator: ", ")
        if let most = largestGroup(open) { text += "; \(count(most.count)) of them are \(most.name)" }
        text += "."
        let quarters = survey.quarters.levels.filter(\.isFinished)
        if let first = quarters.first, let last = quarters.last, quarters.count > 1 {
            let names = [first, last].map { survey.quarterSpan.periods.name($0.period) }
            let verb =
                last.backlog > first.backlog ? "grew" : last.backlog < first.backlog ? "shrank" : "went"
            text +=
                " The backlog \(verb) from \(count(first.backlog)) (\(names[0])) to \(count(last.backlog)) (\(names[1]))."
        }
        return text
    }

    /// The commonest group of the city file, or category, of some cases.
    private func largestGroup(_ indices: [Int32]) -> (name: String, count: Int)? {
        var counts: [String: Int] = [:]
        for index in indices {
            let name = survey.name(Int(history.cases[Int(index)].category))
            if privacy.isWithheld(name) { continue }
            counts[survey.city.categories[name]?.group ?? shown(name), default: 0] += 1
        }
        guard let most = counts.min(by: { ($1.value, $0.key) < ($0.value, $1.key) }), counts.count > 1 else {
            return nil
        }
        return (most.key, most.value)
    }

    private func shown(_ category: String) -> String { survey.city.categories[category]?.title ?? category }

    // MARK: Years

    var years: String? {
        let due = survey.residentYears.levels.filter { $0.isFinished && $0.due > 0 }
        var text = ""
        if due.count > 1 {
            let parts = due.enumerated().map { index, level in
                let share = NumberText.decimal(100 * Double(level.onTime) / Double(level.due))
                let name = survey.yearSpan.periods.name(level.period)
                if index == 0 { return "\(share) % (\(name))" }
                return index == due.count - 1 ? "\(share) % (\(name))" : share
            }
            text = "On time by due year, residents: \(parts.joined(separator: ", "))."
        }
        if let slow { text += (text.isEmpty ? "" : " ") + slow }
        return text.isEmpty ? nil : text
    }

    private var slow: String? {
        let slow = survey.slowTypes.kinds.filter {
            $0.isSlower(than: 3) && !privacy.isWithheld(survey.name($0.category))
        }
        guard !slow.isEmpty, let city = survey.slowTypes.cityMedian else { return nil }
        let names = slow.prefix(3).map { kind in
            let open = Double(kind.open) / Double(kind.requests)
            return shown(survey.name(kind.category))
                + (open >= 0.5 ? " (\(NumberText.wholeShare(kind.open, of: kind.requests)) open)" : "")
        }
        let rest = slow.count > 3 ? " and \(slow.count - 3) more kinds" : ""
        let list =
            rest.isEmpty && names.count > 1
            ? names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
            : names.joined(separator: ", ") + rest
        return "\(list) take far more than 3× the usual \(DayText.short(city))."
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
            facts.append(clockFact)
            cannot.append("working hours")
        } else if !survey.clock.hasHours {
            facts.append("has days without times")
            cannot.append("working hours")
        }
        guard !facts.isEmpty else {
            return
                "This file cannot say who was satisfied: a case that was closed and not reported again may be unsolved all the"
                + " same."
        }
        return
            "This file \(facts.joined(separator: " and ")): it says nothing about \(Self.list(cannot, word: "or"))."
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
        return "its clock runs \(text) h \(isEarly ? "early" : "late")\(span)"
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
