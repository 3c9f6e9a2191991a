import Chronology
import City

/// Finds how a file writes its dates by looking at its first rows.
struct DateLayoutFinder {
    private var counts: [RequestField: [DateLayout: Int]] = [:]
    /// Dates whose first number can only be a day, and those whose second can.
    private(set) var evidence = (dayFirst: 0, monthFirst: 0)
    /// The same of each column by what stands between the numbers.
    private var parted: [RequestField: [UInt8: (dayFirst: Int, monthFirst: Int)]] = [:]
    private var years = YearPlaces()
    /// The same of dates whose month has a name.
    private var namedYears = YearPlaces()
    /// Columns with a date whose second number behind the year can only be a day.
    private var monthNext: Set<RequestField> = []

    /// Takes up one text of a column.
    mutating func look(at text: UnsafeBufferPointer<UInt8>, in field: RequestField) {
        guard !text.isEmpty else { return }
        if let plain = DateText.plain(text) {
            plain.withUnsafeBufferPointer { look(atPlain: $0, in: field) }
        } else {
            look(atPlain: text, in: field)
        }
    }

    private mutating func look(atPlain text: UnsafeBufferPointer<UInt8>, in field: RequestField) {
        let asMonthFirst = DateLayout.numbers(.monthFirst).read(text)
        let asDayFirst = DateLayout.numbers(.dayFirst).read(text)
        let isYearFirst = years.look(at: text)
        if asMonthFirst != nil || asDayFirst != nil || isYearFirst {
            let isDayFirst = asMonthFirst == nil && asDayFirst != nil
            let isMonthFirst = asDayFirst == nil && asMonthFirst != nil
            evidence.dayFirst += isDayFirst ? 1 : 0
            evidence.monthFirst += isMonthFirst ? 1 : 0
            if let sign = DateLayout.separator(of: text) {
                let known = parted[field]?[sign] ?? (0, 0)
                parted[field, default: [:]][sign] = (
                    known.dayFirst + (isDayFirst ? 1 : 0), known.monthFirst + (isMonthFirst ? 1 : 0)
                )
            }
            counts[field, default: [:]][.numbers(.monthFirst), default: 0] += 1
            return
        }
        let others: [DateLayout] = [
            .yearFirst, .monthName, .yearBeforeName, .compact, .unix, .serial, .yearDayMonth,
        ]
        if let layout = others.first(where: { $0.read(text) != nil }) {
            if layout == .monthName || layout == .yearBeforeName { namedYears.look(atNamed: text) }
            counts[field, default: [:]][layout, default: 0] += 1
            if layout == .yearFirst, !monthNext.contains(field), DateLayout.yearDayMonth.read(text) == nil {
                monthNext.insert(field)
            }
        }
    }

    /// The signs between the numbers of dates that are written with another one than the rest and, as these, in an order of their own, which
    /// a few dates of each show and none denies: they come from two systems, whichever column they stand in.
    private func partedSigns(beside order: DateLayout.NumberOrder) -> [UInt8] {
        func counts(_ sign: UInt8) -> (own: Int, other: Int) {
            parted.values.compactMap { $0[sign] }.reduce((0, 0)) { sum, found in
                let (own, other) =
                    order == .dayFirst
                    ? (found.dayFirst, found.monthFirst) : (found.monthFirst, found.dayFirst)
                return (sum.0 + own, sum.1 + other)
            }
        }
        let others = DateLayout.separators.filter {
            counts($0).own == 0 && counts($0).other >= Self.fewTelling
        }
        let own = DateLayout.separators.filter { !others.contains($0) }
        return own.contains { counts($0).own >= Self.fewTelling } && own.allSatisfy { counts($0).other == 0 }
            ? others : []
    }

    /// The layouts of a column's dates with such a sign.
    private func partedLayouts(
        _ field: RequestField, beside order: DateLayout.NumberOrder, _ settings: DateSettings
    ) -> [DateLayout] {
        guard settings.knownOrder == nil, order != .yearFirst, let found = parted[field] else {
            return []
        }
        return partedSigns(beside: order).filter { found[$0] != nil }
            .map { .partedNumbers(order.other, separator: $0) }
    }

    /// Fewer dates that can be read in one order alone may be mistyped.
    private static let fewTelling = 3

    /// How many dates can only be read in one of the two orders, the one of most; none where the year may be first.
    var tellingDates: Int { years.place == .last ? max(evidence.dayFirst, evidence.monthFirst) : 0 }

    /// Where the dates of three numbers of two digits have their year.
    var yearPlace: YearPlaces.Place { years.place }

    /// How many dates show that the year is first.
    var yearFirstDates: Int { years.count }

    /// Returns which number comes first: what the city file says, else what most of the telling dates say, else what is
    /// usual where the city lies.
    func order(_ settings: DateSettings = DateSettings(), in timeZone: String) -> DateLayout.NumberOrder {
        if let known = settings.knownOrder { return known }
        if years.place == .first { return .yearFirst }
        if evidence.dayFirst != evidence.monthFirst {
            return evidence.dayFirst > evidence.monthFirst ? .dayFirst : .monthFirst
        }
        return UsualDateOrder.order(in: timeZone)
    }

    /// Returns what reads a column.
    func reader(for field: RequestField, clock: CityClock, settings: DateSettings = DateSettings())
        -> DateColumnReader
    {
        let order = order(settings, in: clock.timeZone)
        if let names = settings.known?.form[field.rawValue] {
            let layouts = names.compactMap { DateLayout.named($0, order: order) }.map(settings.counted)
            return DateColumnReader(layouts: layouts, order: order, clock: clock, settings: settings)
        }
        let found = settledYears(field, settings).sorted {
            ($1.value, $0.key.title) < ($0.value, $1.key.title)
        }
        let layouts = found.map { layout, _ in layout.isNumeric ? .numbers(order) : settings.counted(layout) }
        // First, since the others read them too.
        return DateColumnReader(
            layouts: partedLayouts(field, beside: order, settings) + layouts, order: order, clock: clock,
            settings: settings)
    }

    /// How often a column has each layout. Behind a year comes the day where some dates can be read only so, and none only with the
    /// month there; before a month's name comes the year where the city file or the numbers say so.
    private func settledYears(_ field: RequestField, _ settings: DateSettings) -> [DateLayout: Int] {
        var counts = counts[field] ?? [:]
        if settings.order.map({ $0 == .yearFirst }) ?? namedYears.isYearBeforeName {
            let named = counts.removeValue(forKey: .monthName).map { $0 + (counts[.yearBeforeName] ?? 0) }
            counts[.yearBeforeName] = named ?? counts[.yearBeforeName]
        } else {
            counts[.yearBeforeName] = nil
        }
        guard let telling = counts[.yearDayMonth] else { return counts }
        if monthNext.contains(field) || telling < Self.manyDays {
            counts[.yearDayMonth] = nil
        } else {
            counts[.yearDayMonth] = telling + (counts.removeValue(forKey: .yearFirst) ?? 0)
        }
        return counts
    }

    /// Fewer days that can be no month may be mistyped.
    private static let manyDays = 3
}

/// Weighs whether dates of three numbers of two digits begin or end with the year: `23-11-20`, `20-11-23`. Years are few, and days
/// are many.
struct YearPlaces {
    enum Place: Equatable { case first, last, open }

    /// Dates of two digits each, that may be read with the year first.
    private(set) var count = 0
    /// Dates that may not.
    private var others = 0
    private var firsts = Set<Int>()
    private var lasts = Set<Int>()

    /// Takes up a text, and returns whether it may be a date with the year first.
    mutating func look(at text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let parts = Self.parts(text) else {
            if DateLayout.numbers(.dayFirst).read(text) != nil
                || DateLayout.numbers(.monthFirst).read(text) != nil
            {
                others += 1
            }
            return false
        }
        guard DateLayout.numbers(.yearFirst).read(text) != nil else {
            others += 1
            return false
        }
        count += 1
        firsts.insert(parts.first)
        lasts.insert(parts.last)
        return true
    }

    /// Takes up a date whose month has a name. One with four digits of the year says nothing of the others.
    mutating func look(atNamed text: UnsafeBufferPointer<UInt8>) {
        guard let parts = DateLayout.numbersAroundName(text) else { return }
        guard DateLayout.yearBeforeName.read(text) != nil else {
            others += 1
            return
        }
        count += 1
        firsts.insert(parts.first)
        lasts.insert(parts.last)
    }

    /// Whether of two digits on both sides of a month's name the first are the year's: hardly any file has more years than days.
    var isYearBeforeName: Bool { count > others && place != .last && firsts.count < lasts.count }

    /// Returns the outer two of three numbers of which they have two digits.
    private static func parts(_ text: UnsafeBufferPointer<UInt8>) -> (first: Int, last: Int)? {
        guard var cursor = TextCursor(text), let first = cursor.digits(), first.count == 2 else { return nil }
        let separator = cursor.next
        guard cursor.pass(separator), cursor.digits() != nil, cursor.pass(separator),
            let last = cursor.digits(), last.count == 2
        else { return nil }
        return (first.value, last.value)
    }

    /// Where the year is. Three times as many days as years are called for, or twenty dates of one year.
    var place: Place {
        // A date that has no such reading shows how all are written.
        guard count > others else { return .last }
        if firsts.count * 3 <= lasts.count, lasts.count > 3 || count >= Self.many { return .first }
        if firsts.count == 1, lasts.count > 1, count >= Self.many { return .first }
        if lasts.count * 2 <= firsts.count { return .last }
        return .open
    }

    private static let many = 20
}

/// The order of day and month that is usual in a country: month first in the United States, day first elsewhere.
enum UsualDateOrder {
    static func order(in timeZone: String) -> DateLayout.NumberOrder {
        let isAmerican =
            americanZones.contains(timeZone)
            || ["US/", "America/Indiana/", "America/Kentucky/", "America/North_Dakota/"].contains {
                timeZone.hasPrefix($0)
            }
        return isAmerican ? .monthFirst : .dayFirst
    }

    private static let americanZones: Set<String> = [
        "America/New_York", "America/Detroit", "America/Chicago", "America/Menominee", "America/Denver",
        "America/Boise",
        "America/Phoenix", "America/Los_Angeles", "America/Anchorage", "America/Juneau", "America/Sitka",
        "America/Metlakatla", "America/Yakutat", "America/Nome", "America/Adak", "America/Atka",
        "America/Indianapolis",
        "America/Fort_Wayne", "America/Louisville", "America/Knox_IN", "America/Shiprock", "Pacific/Honolulu",
        "Pacific/Johnston", "Pacific/Guam", "EST5EDT", "CST6CDT", "MST7MDT", "PST8PDT",
    ]
}
