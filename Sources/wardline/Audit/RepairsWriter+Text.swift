import Records
import RoutingAudit
import WardlineKit

/// What people are told about repairs.
extension RepairsWriter {
    /// Returns what was written, and what was not, in one line for people.
    func summary(_ counts: RepairCounts, name: String) -> String {
        Self.summary(counts, selection: selection, name: name)
    }

    fileprivate static func summary(_ counts: RepairCounts, selection: Selection, name: String) -> String {
        let certain = counts.byConfidence[.certain] ?? 0
        let likely = counts.byConfidence[.likely] ?? 0
        let doubtful = counts.byConfidence[.doubtful] ?? 0
        var text = "\(name): \(DayText.counted(certain, "certain repair"))"
        if selection == .certainAndLikely, likely > 0 {
            text += ", \(NumberText.count(likely)) likely"
        } else if likely > 0 {
            text += "; \(NumberText.count(likely)) likely left out, --all-repairs writes them too"
        }
        if doubtful > 0 {
            text += "; \(NumberText.count(doubtful)) doubtful left out: somebody has to ask or look"
        }
        if counts.rewrittenIDs > 0 {
            text += "; \(NumberText.count(counts.rewrittenIDs)) left out, whose ids a spreadsheet rewrote"
        }
        if counts.sharedKeys > 0 {
            text +=
                "; \(NumberText.count(counts.sharedKeys)) left out, whose key is blank or another record's too"
        }
        return text + "."
    }
}

extension LoadableRepairs {
    /// Returns what was written, and what was not, for people.
    func summary(selection: RepairsWriter.Selection, name: String) -> String {
        var lines = [
            RepairsWriter.summary(counts, selection: selection, name: name)
                + " \(DayText.counted(rowCount, "record")) by \(keyColumn)"
                + (columns.isEmpty ? "" : ", columns \(columns.joined(separator: ", "))") + "."
        ]
        if counts.positionsLeftOut > 0 {
            lines.append(
                "\(DayText.counted(counts.positionsLeftOut, "new position")) left out, which no address point gives;"
                    + " --positions writes them where the file has columns of degrees.")
        }
        return lines.joined(separator: "\n")
    }
}

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
            ([
                Terminal.bold("Repairs of \(repairsName) in \(exportName)"),
                "\(DayText.counted(all, "field")) repaired:",
            ] + table.lines()).joined(separator: "\n") + "\n"
    }
}
