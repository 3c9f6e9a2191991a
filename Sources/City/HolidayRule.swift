import Chronology
import Foundation

/// By which rule a holiday comes back each year: `FREQ=YEARLY;BYMONTH=11;BYDAY=4TH` (RFC 5545, 3.3.10).
///
/// What is not yearly, and parts that holidays do not need, are no rules: they are refused rather than passed over.
struct HolidayRule: Equatable {
    /// A day of the week; the first of a month is 1, the last −1, each of them 0.
    private struct Weekday: Equatable {
        let ordinal: Int
        /// Monday 1 to Sunday 7.
        let day: Int
    }

    private var interval = 1
    private var count: Int?
    private var until: CivilDate?
    private var months: [Int] = []
    private var monthDays: [Int] = []
    private var weekdays: [Weekday] = []

    /// Days are counted until then.
    private static let lastYear = 2100

    /// - Parameter text: What stands behind `RRULE:`.
    /// - Returns: `nil` for a rule that cannot be kept.
    init?(_ text: some StringProtocol) {
        var isYearly = false
        for part in text.uppercased().split(separator: ";") {
            let pair = part.split(separator: "=", maxSplits: 1).map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            guard pair.count == 2 else { return nil }
            let values = pair[1].split(separator: ",").map(String.init)
            switch pair[0] {
            case "FREQ": isYearly = pair[1] == "YEARLY"
            case "WKST": continue
            case "INTERVAL":
                guard let number = Int(pair[1]), number > 0 else { return nil }
                interval = number
            case "COUNT":
                guard let number = Int(pair[1]), number > 0 else { return nil }
                count = number
            case "UNTIL":
                guard let day = CivilDate(compact: pair[1]) else { return nil }
                until = day
            case "BYMONTH":
                guard let numbers = Self.numbers(values, 1...12) else { return nil }
                months = numbers
            case "BYMONTHDAY":
                guard let numbers = Self.numbers(values, -31...31) else { return nil }
                monthDays = numbers
            case "BYDAY":
                let days = values.compactMap(Self.weekday)
                guard days.count == values.count else { return nil }
                weekdays = days
            default: return nil
            }
        }
        guard isYearly, count == nil || until == nil else { return nil }
    }

    private static func numbers(_ texts: [String], _ range: ClosedRange<Int>) -> [Int]? {
        let numbers = texts.compactMap(Int.init).filter { range.contains($0) && $0 != 0 }
        return numbers.count == texts.count && !numbers.isEmpty ? numbers : nil
    }

    /// Returns the day of `MO`, `4TH` or `-1MO`.
    private static func weekday(_ text: String) -> Weekday? {
        guard let index = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].firstIndex(of: String(text.suffix(2)))
        else {
            return nil
        }
        let number = text.dropLast(2)
        guard !number.isEmpty else { return Weekday(ordinal: 0, day: index + 1) }
        guard let ordinal = Int(number), ordinal != 0, abs(ordinal) <= 53 else { return nil }
        return Weekday(ordinal: ordinal, day: index + 1)
    }

    /// Returns the days on which a holiday begins that began on a day, that one among them, until the year 2100.
    func days(from start: CivilDate) -> [CivilDate] {
        var days = [start]
        for year in stride(from: start.year, through: max(start.year, Self.lastYear), by: interval) {
            for day in self.days(of: year, like: start) where day > start {
                if let until, day > until { return days }
                if let count, days.count >= count { return days }
                days.append(day)
            }
        }
        return days
    }

    private func days(of year: Int, like start: CivilDate) -> [CivilDate] {
        if !weekdays.isEmpty, months.isEmpty, monthDays.isEmpty {
            return matching(
                Self.span(CivilDate(year: year, month: 1, day: 1), CivilDate(year: year, month: 12, day: 31)))
        }
        let isOfAllMonths = months.isEmpty && !monthDays.isEmpty
        let chosen = months.isEmpty ? (isOfAllMonths ? Array(1...12) : [start.month]) : months.sorted()
        return Set(chosen).sorted().flatMap { month -> [CivilDate] in
            guard let first = CivilDate(year: year, month: month, day: 1) else { return [] }
            let next = CivilDate(year: month == 12 ? year + 1 : year, month: month % 12 + 1, day: 1)
            let length = (next?.daysSince1970 ?? 0) - first.daysSince1970
            let all = Self.span(first, CivilDate(year: year, month: month, day: length))
            let ofWeek = weekdays.isEmpty ? all : matching(all)
            guard weekdays.isEmpty || !monthDays.isEmpty else { return ofWeek }
            let wanted = monthDays.isEmpty ? [start.day] : monthDays
            return ofWeek.filter { wanted.contains($0.day) || wanted.contains($0.day - length - 1) }
        }
    }

    /// Returns the days of a month, or a year, that are one of the days of the week.
    private func matching(_ all: [CivilDate]) -> [CivilDate] {
        var chosen: Set<CivilDate> = []
        for weekday in weekdays {
            let same = all.filter { $0.weekday == weekday.day }
            switch weekday.ordinal {
            case 0: chosen.formUnion(same)
            case 1...: chosen.formUnion(same.dropFirst(weekday.ordinal - 1).prefix(1))
            default: chosen.formUnion(same.dropLast(-weekday.ordinal - 1).suffix(1))
            }
        }
        return chosen.sorted()
    }

    private static func span(_ first: CivilDate?, _ last: CivilDate?) -> [CivilDate] {
        guard let first, let last, first <= last else { return [] }
        return (first.daysSince1970...last.daysSince1970).map { CivilDate(daysSince1970: $0) }
    }
}

extension CivilDate {
    /// Creates a date from `20240704`, or `20240704T120000Z`.
    init?(compact text: some StringProtocol) {
        let digits = Array(text.prefix(8))
        guard digits.count == 8, let year = Int(String(digits[0..<4])),
            let month = Int(String(digits[4..<6])),
            let day = Int(String(digits[6..<8]))
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}
