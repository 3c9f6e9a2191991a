import Records
import ServiceLevels

/// Writes the numbers of service levels as people read them; `–` for what is not known.
enum LevelText {
    static func percent(_ share: Double) -> String { "\(NumberText.decimal(100 * share)) %" }

    static func share(_ tally: TargetTally) -> String {
        NumberText.share(tally.onTime, of: tally.known)
    }

    static func ratio(_ value: Double?) -> String {
        value.map { NumberText.decimal($0, places: 2) } ?? "–"
    }
}
