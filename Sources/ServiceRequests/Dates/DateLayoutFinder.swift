import Chronology

/// Finds how a file writes its dates by looking at its first rows.
struct DateLayoutFinder {
    private var counts: [RequestField: [DateLayout: Int]] = [:]
    /// Dates whose first number can only be a day, and those whose second can.
    private(set) var evidence = (dayFirst: 0, monthFirst: 0)

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
        if asMonthFirst != nil || asDayFirst != nil {
            if asMonthFirst == nil { evidence.dayFirst += 1 }
            if asDayFirst == nil { evidence.monthFirst += 1 }
            counts[field, default: [:]][.numbers(.monthFirst), default: 0] += 1
            return
        }
        let others: [DateLayout] = [.yearFirst, .monthName, .compact, .unix, .serial]
        if let layout = others.first(where: { $0.read(text) != nil }) {
            counts[field, default: [:]][layout, default: 0] += 1
        }
    }

    /// How many dates can only be read in one of the two orders, the one of most.
    var tellingDates: Int { max(evidence.dayFirst, evidence.monthFirst) }

    /// Whether dates are written as numbers of which either may be the month.
    var isUndecided: Bool {
        evidence.dayFirst == evidence.monthFirst
            && counts.values.contains { $0[.numbers(.monthFirst)] != nil }
    }

    /// Returns which number comes first: what the city file says, else what most of the telling dates say, else what is
    /// usual where the city lies.
    func order(_ settings: DateSettings = DateSettings(), in timeZone: String) -> DateLayout.NumberOrder {
        if let order = settings.order { return DateLayout.NumberOrder(order) }
        if let known = settings.known?.order.flatMap(DateLayout.NumberOrder.init(title:)) { return known }
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
            let layouts = names.compactMap { name in DateLayout.all(order).first { $0.name == name } }
            return DateColumnReader(layouts: layouts, order: order, clock: clock, zulu: settings.zulu)
        }
        let found = (counts[field] ?? [:]).sorted {
            ($1.value, $0.key.title) < ($0.value, $1.key.title)
        }
        let layouts = found.map { layout, _ in layout.isNumeric ? .numbers(order) : layout }
        return DateColumnReader(layouts: layouts, order: order, clock: clock, zulu: settings.zulu)
    }
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
