package import Chronology
package import Wording

/// A day is to be shown that lies before the first that is asked for.
package struct ShownDayError: AdvisingError, Hashable {
    private let day: CivilDate
    private let first: CivilDate
    private let setting: SettingName

    /// - Parameters:
    ///   - day: The day whose state is shown; `nil` for the last of the data.
    ///   - first: The first day that is asked for; `nil` for all.
    ///   - setting: What names that.
    /// - Returns: `nil` for a day that is not before it.
    package init?(_ day: CivilDate?, before first: CivilDate?, setting: SettingName = .since) {
        guard let day, let first, day < first else { return nil }
        (self.day, self.first, self.setting) = (day, first, setting)
    }

    package func text(in terms: CallerTerms) -> String {
        "\(terms[.asOf]) \(day) is before \(terms[setting]) \(first)"
    }
}
