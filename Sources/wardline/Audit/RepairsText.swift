import Records
import RoutingAudit
import WardlineKit

/// What people are told about repairs.
extension RepairsWriter {
    /// Returns what was written, and what was not, in one line for people.
    func summary(_ counts: RepairCounts, name: String) -> String {
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
        return text + "."
    }
}
