import Disclosure
import Foundation
import PageLanguage

/// The last sentence: what the file cannot say.
struct ClosureLimits {
    let survey: ClosureSurvey
    let privacy: PrivateCategories
    let words: PageWords

    var text: String {
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
        guard
            let told = survey.told(to: privacy.audience).texts(lost, of: all, in: words)
        else { return words("is a sample: most of its duplicates have no original in it") }
        return words("is a sample: \(told.part) of \(told.whole) duplicates have no original in it")
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
