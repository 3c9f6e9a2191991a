package import Wording

/// What is wrong with the settings of a survey of closures.
package enum ClosureSettingError: AdvisingError, Hashable {
    /// Minutes within which a request was closed fast.
    case fast(minutes: Int)
    /// Days within which a report came back.
    case within(days: Double)
    /// Days between a request and the windows that it is compared with.
    case apart(days: Double)
    /// Metres within which requests are neighbours.
    case radius(metres: Double)

    package func text(in terms: CallerTerms) -> String {
        switch self {
        case .fast(let minutes):
            "\(terms[.fast]) \(minutes): 1 to \(ClosureSettings.fastMinutes.upperBound) minutes"
        case .within(let days): "\(terms[.within]) \(days): more than 1 and at most 366 days"
        case .apart(let days): "\(terms[.apart]) \(days): 0 to 3660 days"
        case .radius(let metres): "\(terms[.radius]) \(metres): more than 0 and at most 1000 metres"
        }
    }
}
