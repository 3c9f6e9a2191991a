/// The lengths of time that figures are told by.
package enum PeriodKind: String, Codable, Sendable, CaseIterable {
    case month, quarter, year

    fileprivate var months: Int {
        switch self {
        case .month: 1
        case .quarter: 3
        case .year: 12
        }
    }
}

/// Months, quarters or years that follow each other, numbered from the one that holds 1970-01-01.
///
/// Years may be fiscal: one that begins in July is named after the year in which it ends, as `FY2018`. Months and quarters
/// are those of the calendar.
package struct CalendarPeriods: Sendable, Hashable {
    package let kind: PeriodKind
    /// The first month of a year, 1 to 12.
    package let firstMonth: Int

    package init(_ kind: PeriodKind, fiscalYearMonth: Int = 1) {
        self.kind = kind
        firstMonth = kind == .year ? min(max(fiscalYearMonth, 1), 12) : 1
    }

    /// Returns the number of the period that holds a day.
    package func number(of day: CivilDate) -> Int {
        let months = 12 * (day.year - 1970) + day.month - firstMonth
        return months >= 0 ? months / kind.months : -((-months + kind.months - 1) / kind.months)
    }

    /// Returns the first day of a period.
    package func firstDay(_ number: Int) -> CivilDate {
        let months = number * kind.months + firstMonth - 1
        let years = months >= 0 ? months / 12 : -((-months + 11) / 12)
        return CivilDate(year: 1970 + years, month: months - 12 * years + 1, day: 1)
            ?? CivilDate(daysSince1970: 0)
    }

    /// Returns the number of the period a year before.
    package func yearBefore(_ number: Int) -> Int { number - 12 / kind.months }

    /// Returns what a period is called: `2018-03`, `2018Q1`, `2018` or, of a fiscal year, `FY2018`.
    package func name(_ number: Int) -> String {
        let first = firstDay(number)
        return switch kind {
        case .month: String(first.description.prefix(7))
        case .quarter: "\(first.year)Q\((first.month + 2) / 3)"
        case .year: firstMonth == 1 ? "\(first.year)" : "FY\(first.year + 1)"
        }
    }
}
