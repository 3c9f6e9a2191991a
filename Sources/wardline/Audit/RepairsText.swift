import Records
import RoutingAudit
import WardlineKit

/// What people are told about repairs.
extension RepairsWriter {
    /// Returns what was written, and what was not, in one line for people.
    func summary(_ counts: [Repair.Confidence: Int], name: String) -> String {
        let certain = counts[.certain] ?? 0
        let others = [Repair.Confidence.likely, .doubtful].compactMap { confidence in
            counts[confidence].map { "\(NumberText.count($0)) \(confidence.rawValue)" }
        }
        let all = DayText.counted(certain, "certain repair")
        guard !others.isEmpty else { return "\(name): \(all)." }
        let rest = others.joined(separator: " and ")
        return selection == .all
            ? "\(name): \(all), \(rest)."
            : "\(name): \(all); \(rest) left out, --all-repairs writes them too."
    }
}
