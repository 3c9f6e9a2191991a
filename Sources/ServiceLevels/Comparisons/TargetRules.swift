package import Chronology

/// By which rule a city's due dates are made: so many days of the calendar, of weekdays, or of business days.
///
/// For each category the commonest number of days from opening to due by each rule, and the share of its requests that have
/// it. A rule is named where it fits 95 % of them; a city's rule is never assumed.
package struct TargetRules: Sendable {
    package enum Rule: String, Sendable, CaseIterable {
        case calendar
        case weekdays
        /// Weekdays less the holidays of the city file.
        case business
    }

    package struct Fit: Sendable, Hashable {
        package let rule: Rule
        /// The commonest number of days.
        package let days: Int
        package let matching: Int
    }

    package struct Category: Sendable {
        /// An index into the history's names.
        package let category: Int
        /// The requests with a due time.
        package let requests: Int
        /// In the order of the rules.
        package let fits: [Fit]

        package func share(_ rule: Rule) -> Double {
            Double(fits.first { $0.rule == rule }?.matching ?? 0) / Double(max(1, requests))
        }

        /// The rule that fits best, the first of equal ones, where it fits at least a share; `nil` for none.
        package func best(fitting share: Double = TargetRules.fitting) -> Fit? {
            var best: Fit?
            for fit in fits where fit.matching > best?.matching ?? 0 { best = fit }
            return best.flatMap { Double($0.matching) >= share * Double(requests) ? $0 : nil }
        }
    }

    /// The categories with enough requests that have a due time, the most first.
    package let categories: [Category]

    package static let fewest = 50
    /// The share of requests that a rule has to fit.
    package static let fitting = 0.95

    /// - Parameters:
    ///   - calendar: The city's business days; hours count only where the clock can be believed.
    ///   - due: Returns the recorded due day of a row, `nil` where there is none.
    package init(
        _ history: CaseHistory, calendar: BusinessCalendar, usesHours: Bool = false,
        due: (Int) -> CivilDate?
    ) {
        let plain = BusinessCalendar()
        let clock = history.clock
        var counts = [[[Int: Int]]](
            repeating: [[Int: Int]](repeating: [:], count: 3), count: history.names.count)
        var totals = [Int](repeating: 0, count: history.names.count)
        let weekdays = BusinessDayCounter(plain)
        let business = BusinessDayCounter(calendar)
        for own in history.cases {
            guard let end = due(Int(own.row)) else { continue }
            let moment = Timestamp(secondsSince1970: own.opened)
            let start = clock.date(at: moment)
            guard end >= start else { continue }
            let category = Int(own.category)
            totals[category] += 1
            counts[category][0][end.daysSince1970 - start.daysSince1970, default: 0] += 1
            counts[category][1][weekdays.days(from: start, to: end), default: 0] += 1
            let isOver = usesHours && clock.secondOfDay(at: moment) >= calendar.hours.upperBound
            counts[category][2][business.days(from: start, to: end, isOver: isOver), default: 0] += 1
        }
        let names = history.names
        categories = totals.indices.filter { totals[$0] >= Self.fewest }.map { category in
            Category(
                category: category, requests: totals[category],
                fits: zip(Rule.allCases, counts[category]).map { rule, days in
                    let most = days.min { ($1.value, $0.key) < ($0.value, $1.key) }
                    return Fit(rule: rule, days: most?.key ?? 0, matching: most?.value ?? 0)
                })
        }.sorted { ($1.requests, names[$0.category]) < ($0.requests, names[$1.category]) }
    }
}

/// Counts business days between two days: those from the start's day on, before the end's day.
///
/// Of a start that is no business day, or after hours, counting begins on the next; both then give the days after it.
package struct BusinessDayCounter: Sendable {
    private let calendar: BusinessCalendar
    /// For each day from 1970 on the business days before it.
    private let before: [Int32]

    private static let days = 47_847  // until 2100-12-31

    package init(_ calendar: BusinessCalendar) {
        self.calendar = calendar
        var before: [Int32] = [0]
        before.reserveCapacity(Self.days + 1)
        var count: Int32 = 0
        for day in 0..<Self.days {
            if calendar.isBusinessDay(CivilDate(daysSince1970: day)) { count += 1 }
            before.append(count)
        }
        self.before = before
    }

    /// - Parameter isOver: Whether the start came after the business hours.
    package func days(from start: CivilDate, to end: CivilDate, isOver: Bool = false) -> Int {
        func until(_ day: Int) -> Int { Int(before[min(max(day, 0), before.count - 1)]) }
        let first =
            isOver || !calendar.isBusinessDay(start)
            ? calendar.nextBusinessDay(after: start).daysSince1970 : start.daysSince1970
        return max(0, until(end.daysSince1970) - until(first))
    }
}
