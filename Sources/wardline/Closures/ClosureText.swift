import City
import Closures
import Disclosure
import Records
import ServiceLevels
import WardlineKit

/// The summary of closures for people.
struct ClosureText {
    private let work: ClosureWork

    init(_ work: ClosureWork) { self.work = work }

    private var survey: ClosureSurvey { work.survey }

    var text: String {
        var lines = [
            Terminal.bold("Closures of \(survey.city.name)") + ", \(DayText.long(survey.history.asOf))"
        ]
        lines += work.sentences.all.map { "  • \($0)" }
        lines +=
            [""] + IntakeText.lines(survey.table, for: work.privacy.audience)
            + [work.privateCounts?.line].compactMap(\.self)
        lines += ServiceOmission.lines(survey.history.omitted)
        let tables = ClosureTables(survey, privacy: work.privacy, longest: 12)
        lines += tables.remarks.map { "  \($0)" } + tables.all.flatMap(TextTable.lines)
        return TerminalText.text(ofLines: lines)
    }
}
