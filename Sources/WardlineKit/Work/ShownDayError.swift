package import Chronology

/// A day is to be shown that lies before the first that is asked for; to stand after the `--` of the command's option.
package struct ShownDayError: Error, Sendable, Hashable, CustomStringConvertible {
    private let day: CivilDate
    private let first: CivilDate
    private let option: String

    /// - Parameters:
    ///   - day: The day whose state is shown; `nil` for the last of the data.
    ///   - first: The first day that is asked for; `nil` for all.
    ///   - option: What that is called.
    /// - Returns: `nil` for a day that is not before it.
    package init?(_ day: CivilDate?, before first: CivilDate?, option: String = "since") {
        guard let day, let first, day < first else { return nil }
        (self.day, self.first, self.option) = (day, first, option)
    }

    package var description: String { "as-of \(day) is before --\(option) \(first)" }
}
