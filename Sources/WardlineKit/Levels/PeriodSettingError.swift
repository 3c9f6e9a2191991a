package import Wording

/// What is wrong with what is asked of a report by periods.
package enum PeriodSettingError: AdvisingError, Hashable {
    /// The day of a change without what changed, or the other way round.
    case changeAlone
    /// How many times slower a kind is to be.
    case times(Double)
    /// Weeks before and after a change.
    case weeks(Int)
    /// Days within which a wait has to end.
    case within(days: Double)
    /// Months to foretell.
    case ahead(months: Int)

    package func text(in terms: CallerTerms) -> String {
        switch self {
        case .changeAlone:
            "\(terms[.change]) and \(terms[.of]) go together: a date, and a category or an area"
        case .times(let times): "\(terms[.times]) \(times): more than 1 and at most 100"
        case .weeks(let weeks): "\(terms[.weeks]) \(weeks): 1 to 52"
        case .within(let days): "\(terms[.within]) \(days): more than 0 and at most 366"
        case .ahead(let months): "\(terms[.ahead]) \(months): 1 to 12 months"
        }
    }
}
