import Records

/// Writes the numbers of service levels as people read them, with what they are of; `–` for what is not known.
package enum LevelText {
    package static func percent(_ share: Double) -> String { "\(NumberText.decimal(100 * share)) %" }

    /// A share of fewer is no percentage.
    private static let fewest = 10

    /// Returns `53.0 % of 1,180`, or `3 of 4` where so few were due that a percentage would claim more than they say.
    package static func share(_ tally: TargetTally) -> String {
        guard tally.known > 0 else { return "–" }
        let all = NumberText.count(tally.known)
        guard tally.known >= fewest else { return "\(tally.onTime) of \(all)" }
        return "\(percent(tally.onTime, of: tally.known)) of \(all)"
    }

    /// Returns a percentage that is 0 or 100 only where none or all are meant.
    private static func percent(_ part: Int, of whole: Int) -> String {
        let share = 100 * Double(part) / Double(whole)
        if part < whole, share > 99.9 { return "> 99.9 %" }
        if part > 0, share < 0.1 { return "< 0.1 %" }
        return percent(share / 100)
    }

    /// Returns `10.7 d of 97`: half of so many requests are closed within so many days.
    package static func median(_ level: ServiceLevel) -> String {
        "\(DayText.short(level.median)) of \(NumberText.count(level.requests))"
    }

    package static func ratio(_ value: Double?) -> String {
        value.map { NumberText.decimal($0, places: 2) } ?? "–"
    }
}
