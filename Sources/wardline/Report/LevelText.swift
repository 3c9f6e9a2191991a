import ServiceLevels

/// Writes the numbers of service levels as people read them; `–` for what is not known.
enum LevelText {
    static func days(_ days: Double?) -> String { days.map { "\(NumberText.decimal($0)) d" } ?? "–" }

    static func percent(_ share: Double) -> String { "\(NumberText.decimal(100 * share)) %" }

    static func share(_ tally: TargetTally) -> String {
        NumberText.share(tally.onTime, of: tally.known)
    }

    static func ratio(_ value: Double?) -> String { value.map(hundredths) ?? "–" }

    /// Returns a number with two decimals.
    static func hundredths(_ value: Double) -> String {
        let hundredths = Int((abs(value) * 100).rounded())
        let digits = hundredths % 100 < 10 ? "0\(hundredths % 100)" : "\(hundredths % 100)"
        return "\(value < 0 && hundredths > 0 ? "-" : "")\(hundredths / 100).\(digits)"
    }
}
