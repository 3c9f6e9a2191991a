import City
import Closures
import Disclosure
import Records
import ServiceLevels
import WardlineKit

/// The summary of closures for people.
struct ClosureText {
    private let work: ClosureWork
    private let longest = 12

    init(_ work: ClosureWork) { self.work = work }

    private var survey: ClosureSurvey { work.survey }

    var text: String {
        var lines = [
            Terminal.bold("Closures of \(survey.city.name)") + ", \(DayText.long(survey.history.asOf))"
        ]
        lines += work.sentences.all.map { "  • \($0)" }
        lines += [""] + IntakeText.lines(survey.table) + [work.privateCounts?.line].compactMap(\.self)
        for (reason, rows) in Dictionary(grouping: survey.history.omitted, by: \.reason).sorted(by: {
            $0.key.rawValue < $1.key.rawValue
        }) {
            lines.append("  \(NumberText.count(rows.count)) left out: \(reason.text)")
        }
        lines += ClosureTables(survey, privacy: work.privacy, longest: longest).remarks
        lines += ClosureTables(survey, privacy: work.privacy, longest: longest).all.flatMap(TextTable.lines)
        return lines.joined(separator: "\n") + "\n"
    }
}
