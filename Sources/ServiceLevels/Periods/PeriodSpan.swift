import Algorithms
package import Chronology

/// The periods from the first opening of a file that may be of its days to the day that is shown.
package struct PeriodSpan: Sendable {
    package let periods: CalendarPeriods
    /// The numbers of the periods.
    package let numbers: Range<Int>
    /// The first second of each, and the end of the last.
    package let starts: [Int64]
    /// The first second after the day that is shown.
    package let end: Int64
    /// The first second of the first day on which anything was opened.
    private let fileStart: Int64
    let clock: CityClock
    let asOf: CivilDate

    package init(_ history: CaseHistory, by kind: PeriodKind, fiscalYearMonth: Int = 1) {
        let periods = CalendarPeriods(kind, fiscalYearMonth: fiscalYearMonth)
        self.periods = periods
        clock = history.clock
        asOf = history.asOf
        end = history.end
        fileStart = history.start
        let first = periods.number(
            of: history.clock.date(at: Timestamp(secondsSince1970: history.start)))
        let last = max(first, periods.number(of: history.asOf))
        numbers = first..<last + 1
        let clock = history.clock
        starts = (first...last + 1).map { clock.startOfDay(periods.firstDay($0)).secondsSince1970 }
    }

    /// Returns the index of the period that holds a moment; −1 before the first, the count after the last.
    package func index(of moment: Int64) -> Int {
        starts.partitioningIndex { $0 > moment } - 1
    }

    /// Returns the index of the period in which an opening or a closing counts: what lies before all periods, as a mistyped date does,
    /// counts in the first, so that the periods add up to the whole.
    package func countedIndex(of moment: Int64) -> Int { max(0, index(of: moment)) }

    /// Whether a period ends after the day that is shown.
    package func isUnfinished(_ index: Int) -> Bool { starts[index + 1] > end }

    /// Whether the file begins so late in a period that more than a tenth of its days are missing.
    package func beginsLate(_ index: Int) -> Bool {
        let length = starts[index + 1] - starts[index]
        return (fileStart - starts[index]) * 10 > length
    }

    package func name(_ index: Int) -> String { periods.name(numbers.lowerBound + index) }

    /// The periods in a year.
    package var perYear: Int { numbers.lowerBound - periods.yearBefore(numbers.lowerBound) }

    /// Returns the moment at which as many days of the period a year before are over as of an unfinished one.
    func sameDaysAYearBefore(_ index: Int) -> Int64? {
        let before = index - perYear
        guard before >= 0 else { return nil }
        guard isUnfinished(index) else { return starts[before + 1] }
        let day =
            CivilDate(year: asOf.year - 1, month: asOf.month, day: asOf.day)
            ?? CivilDate(year: asOf.year - 1, month: asOf.month, day: 28)
        guard let day else { return nil }
        return clock.startOfDay(CivilDate(daysSince1970: day.daysSince1970 + 1)).secondsSince1970
    }
}
