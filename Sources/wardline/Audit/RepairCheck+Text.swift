import Records
import WardlineKit

extension RepairCheck {
    /// Returns how many of the repaired fields have which value, for people.
    var summary: String {
        var table = TextTable([.left, .right])
        for state in State.allCases {
            let words =
                switch state {
                case .loaded: "have the new value"
                case .old: "have the old value still"
                case .other: "have a value that is neither"
                case .missing: "of records that the export has not"
                }
            table.add([words, NumberText.count(counts[state] ?? 0)])
        }
        let all = counts.values.reduce(0, +)
        return
            TerminalText.text(
                ofLines: [
                    Terminal.bold("Repairs of \(repairsName) in \(exportName)"),
                    "\(DayText.counted(all, "field")) repaired:",
                ] + table.lines() + notes)
    }
}
