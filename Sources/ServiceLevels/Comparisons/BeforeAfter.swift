package import Chronology
import Foundation
import ServiceRequests
import Statistics

/// Whether a change made a category, or an area, faster than the others became in the same weeks.
///
/// Y = min(days to close, τ) of requests opened in the weeks before and after and followed τ days; d = mean after − mean before;
/// θ = d of the changed − mean d of what it is compared with (50 requests and more on each side). The interval is from placebos:
/// θ of every comparison at the day of the change and of all at earlier days two windows apart, where nothing changed, each
/// divided by how far its own varies (``PlaceboEffects``): θ ± q s, q being the least score that would be called. p = (1 + placebos at least as far from 0) / (1 + placebos).
/// Weeks or requests taken as independent call a fifth to two fifths of changes that never were.
package struct BeforeAfter: Sendable {
    package struct Settings: Codable, Sendable, Hashable {
        package var weeks = 8
        /// Days within which a request has to be followed; τ.
        package var within = 30.0
        package init() {}
    }

    /// A category or an area, as the changed one and what it is compared with.
    package struct Unit: Sendable, Hashable {
        package let name: String
        package let before: Int
        package let after: Int
        package var fewer: Int { min(before, after) }
        package let meanBefore: Double
        package let meanAfter: Double
        package var difference: Double { meanAfter - meanBefore }
    }

    package enum Verdict: String, Sendable {
        case faster, slower
        /// No more than among placebos.
        case notSeen = "not_seen"
        /// Too few placebos, requests or days.
        case tooLittle = "too_little"
    }

    package let day: CivilDate
    package let settings: Settings
    /// The changed one; `nil` where it has no request on one side.
    package let changed: Unit?
    package let comparisons: [Unit]
    /// θ, days.
    package let effect: Double?
    package let placebos: Int
    package let p: Double?
    package let interval: ClosedRange<Double>?
    /// The least effect that could have been seen, days.
    package let detectable: Double?
    /// By how many days a week the changed one drifted from the others before the change.
    package let trendBefore: Double?
    package let verdict: Verdict
    /// Whether on a side of the changed one too many closings have no usable time.
    package let lacksClosings: Bool

    /// Whether so many closings of both sides have a time that they may be compared.
    private static func isComparable(
        _ cases: some Sequence<ServiceCase>, around change: Int64, window: Int64
    ) -> Bool {
        var sides = (before: ClosingCount(), after: ClosingCount())
        for own in cases where abs(own.opened - change) <= window {
            if own.opened < change { sides.before.add(own) } else { sides.after.add(own) }
        }
        return sides.before.isComparable && sides.after.isComparable
    }

    package static let fewestPlacebos = 19
    /// On each side of what is compared with.
    package static let fewestRequests = 50
    /// On each side of what changed; of fewer only θ is told.
    package static let fewestForVerdict = 20

    /// - Parameters:
    ///   - unit: Returns the number of a case's category or area; −1 for none.
    ///   - names: Their names.
    ///   - changed: The number of the one that changed.
    ///   - against: Those it is compared with; `nil` for all others.
    package init(
        _ history: CaseHistory, on day: CivilDate, settings: Settings = Settings(),
        unit: (ServiceCase) -> Int,
        names: [String], changed: Int, against: Set<Int>? = nil
    ) {
        self.day = day
        self.settings = settings
        let table = OutcomeTable(history, settings: settings, unit: unit, count: names.count)
        let window = Int64(settings.weeks) * 7 * 86_400
        let change = history.clock.startOfDay(day).secondsSince1970
        var days = [change]
        while let last = days.last, last - 3 * window >= history.start { days.append(last - 2 * window) }
        let sides = names.indices.map { unit in days.map { table.sides(unit, at: $0, window: window) } }
        let effects = PlaceboEffects(sides, changed: changed, against: against)
        let own = names.indices.contains(changed) ? sides[changed][0] : nil
        func described(_ unit: Int) -> Unit {
            let side = sides[unit][0]
            return Unit(
                name: names[unit], before: side.before.count, after: side.after.count,
                meanBefore: side.before.mean, meanAfter: side.after.mean)
        }
        self.changed = own.flatMap { $0.before.count > 0 && $0.after.count > 0 ? described(changed) : nil }
        let others = names.indices.filter { $0 != changed && effects.isComparable($0, 0) }
        comparisons = others.map(described)
        effect = own == nil ? nil : effects.values[changed][0]?.days
        let scores = effects.scores
        placebos = scores.count
        trendBefore =
            effect == nil
            ? nil : table.trend(changed, against: others, before: change, weeks: settings.weeks)
        lacksClosings = !Self.isComparable(
            history.cases.filter { unit($0) == changed }, around: change, window: window)
        guard let found = effect, scores.count >= Self.fewestPlacebos,
            !lacksClosings,
            let own, own.fewer >= Self.fewestForVerdict,
            let spread = effects.spread(changed, at: 0)
        else {
            (p, interval, detectable, verdict) = (nil, nil, nil, .tooLittle)
            return
        }
        let score = abs(found / spread)
        let p = Double(1 + scores.count { $0 >= score }) / Double(1 + scores.count)
        let sorted = scores.sorted()
        // p is at most 0.05 where the score is larger than this, and so does the interval leave out 0.
        let quantile = sorted[sorted.count - (sorted.count + 1) / 20]
        self.p = p
        interval = found - quantile * spread...found + quantile * spread
        detectable = quantile * spread
        verdict = p > 0.05 ? .notSeen : found < 0 ? .faster : .slower
    }
}
