/// What is wrong with what is asked of a report by periods, to stand after the `--` of the command's option.
package enum PeriodSettingError: Error, Sendable, Hashable, CustomStringConvertible {
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

    package var description: String {
        switch self {
        case .changeAlone: "change DATE and --of CATEGORY or AREA go together"
        case .times(let times): "times \(times): more than 1 and at most 100"
        case .weeks(let weeks): "weeks \(weeks): 1 to 52"
        case .within(let days): "within \(days): more than 0 and at most 366"
        case .ahead(let months): "ahead \(months): 1 to 12 months"
        }
    }
}
