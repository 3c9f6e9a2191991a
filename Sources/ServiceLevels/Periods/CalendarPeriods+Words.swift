package import Chronology
package import PageLanguage

extension CalendarPeriods {
    /// Returns what a period is called in a language: `2018T1` in Spanish for `2018Q1`.
    package func name(_ number: Int, in words: PageWords) -> String {
        let name = name(number)
        switch kind {
        case .month: return name
        case .quarter: return words("\(String(name.dropLast(2)))Q\(String(name.suffix(1)))")
        case .year: return firstMonth == 1 ? name : words("FY\(String(name.dropFirst(2)))")
        }
    }

    /// Returns what a period is called in a sentence: `July 2016`, where tables have `2016-07`.
    package func title(_ number: Int, in words: PageWords) -> String {
        guard kind == .month else { return name(number, in: words) }
        let day = firstDay(number)
        return words("\(words.month(day.month)) \(String(day.year))", context: "month and year")
    }
}

extension PeriodSpan {
    package func name(_ index: Int, in words: PageWords) -> String {
        periods.name(numbers.lowerBound + index, in: words)
    }

    package func title(_ index: Int, in words: PageWords) -> String {
        periods.title(numbers.lowerBound + index, in: words)
    }

    /// When fiscal years begin, and the months of the last one; `nil` where the periods are no such years.
    package func fiscalYears(_ words: PageWords) -> String? {
        guard periods.kind == .year, periods.firstMonth != 1, let last = numbers.last else { return nil }
        let month = words.month(periods.firstMonth)
        let first = periods.firstDay(last)
        let end = CivilDate(daysSince1970: periods.firstDay(last + 1).daysSince1970 - 1)
        let name = periods.name(last, in: words)
        return words("Fiscal years begin in \(month) and are named after the year of their end.") + " "
            + words(
                "\(name): \(words.month(first.month)) \(String(first.year)) to \(words.month(end.month)) \(String(end.year))."
            )
    }

    /// That the first period is there in part only; `nil` where it is whole.
    package func lateBeginning(_ words: PageWords) -> String? {
        beginsLate(0)
            ? words(
                "\(PageWords.capitalized(title(0, in: words))) begins late: the file holds a part of it only."
            ) : nil
    }
}

extension PeriodKind {
    /// `month`, as it stands within a sentence.
    package func noun(_ words: PageWords) -> String {
        switch self {
        case .month: words("month")
        case .quarter: words("quarter")
        case .year: words("year")
        }
    }

    /// `months`.
    package func plural(_ words: PageWords) -> String {
        switch self {
        case .month: words("months")
        case .quarter: words("quarters")
        case .year: words("years")
        }
    }

    /// `Month`, above a column.
    package func heading(_ words: PageWords) -> String {
        switch self {
        case .month: words("Month")
        case .quarter: words("Quarter")
        case .year: words("Year")
        }
    }
}
