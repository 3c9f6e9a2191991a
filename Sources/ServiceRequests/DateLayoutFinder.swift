import Chronology

/// Finds how a file writes its dates by looking at its first rows.
struct DateLayoutFinder {
    private var counts: [RequestField: [DateLayout: Int]] = [:]
    /// Dates whose first number can only be a day, and those whose second can.
    private var evidence = (dayFirst: 0, monthFirst: 0)

    /// Takes up one text of a column.
    mutating func look(at text: UnsafeBufferPointer<UInt8>, in field: RequestField) {
        guard !text.isEmpty else { return }
        let asMonthFirst = DateLayout.numbers(.monthFirst).read(text)
        let asDayFirst = DateLayout.numbers(.dayFirst).read(text)
        if asMonthFirst != nil || asDayFirst != nil {
            if asMonthFirst == nil { evidence.dayFirst += 1 }
            if asDayFirst == nil { evidence.monthFirst += 1 }
            counts[field, default: [:]][.numbers(.monthFirst), default: 0] += 1
            return
        }
        let others: [DateLayout] = [.yearFirst, .monthName, .compact, .unix]
        if let layout = others.first(where: { $0.read(text) != nil }) {
            counts[field, default: [:]][layout, default: 0] += 1
        }
    }

    /// Whether dates are written as numbers of which either may be the month.
    var isUndecided: Bool {
        evidence.dayFirst == evidence.monthFirst
            && counts.values.contains { $0[.numbers(.monthFirst)] != nil }
    }

    /// Returns which number comes first: what most of the telling dates say, else what is usual where the city lies.
    func order(in timeZone: String) -> DateLayout.NumberOrder {
        if evidence.dayFirst != evidence.monthFirst {
            return evidence.dayFirst > evidence.monthFirst ? .dayFirst : .monthFirst
        }
        let isAmerican = ["America/", "US/", "Pacific/Honolulu"].contains { timeZone.hasPrefix($0) }
        return isAmerican ? .monthFirst : .dayFirst
    }

    /// Returns what reads a column.
    func reader(for field: RequestField, clock: CityClock) -> DateColumnReader {
        let order = order(in: clock.timeZone)
        let found = (counts[field] ?? [:]).sorted {
            ($1.value, $0.key.title) < ($0.value, $1.key.title)
        }
        let layouts = found.map { layout, _ -> DateLayout in
            if case .numbers = layout { return .numbers(order) }
            return layout
        }
        return DateColumnReader(layouts: layouts, order: order, clock: clock)
    }
}
