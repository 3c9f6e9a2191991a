package import City
import Locating
package import Records
import Wording
package import Workspace

/// Clerks' answers on their way into a workspace.
package struct DecideWork {
    package let counts: DecideCounts
    /// Rows without a decision.
    package let blank: Int
    /// Rows that were not taken, with the reasons, in the order of their lines.
    package let refused: [(line: Int, requestID: String, reason: String)]
    private let decisions: ClerkDecisions
    private let city: CityFile
    private let terms: CallerTerms

    package init(
        _ answers: String, into workspace: String, city: CityFile, options: WorkOptions
    ) throws {
        let kept = try Workspace(opening: workspace, of: city.kept)
        let areas = AreaNames(try LayerLoader(city: city, jobs: options.jobs).layers(), city: city)
        let file = try AnswerFile(answers, city: city, areas: areas)
        counts = try kept.decide(
            file.answers, program: WardlineVersion.current, street: StreetTitleWords.of,
            area: { areas.code($1, inLayer: $0) })
        blank = file.blank
        let ids = Dictionary(
            file.answers.map { ($0.line, $0.requestID) }, uniquingKeysWith: { first, _ in first })
        refused =
            (file.refused.map { ($0.line, $0.requestID, "\($0.reason)") }
            + counts.refused.map { ($0.line, ids[$0.line] ?? "", $0.reason.text(in: options.terms)) })
            .sorted { $0.line < $1.line }
        decisions = try ClerkDecisions(keptIn: workspace)
        self.city = city
        terms = options.terms
    }

    /// What became of the answers, and what is learnt, for people.
    package var lines: [String] {
        let parts = [
            (counts.taken, "taken"), (counts.unchanged, "as they were"), (blank, "without a decision"),
            (refused.count, "refused"),
        ].filter { $0.0 > 0 }.map { "\(NumberText.count($0.0)) \($0.1)" }
        let all = counts.taken + counts.unchanged + blank + refused.count
        var lines = [
            DayText.counted(all, "row") + (parts.isEmpty ? "" : ": " + parts.joined(separator: ", "))
        ]
        if counts.respelt > 0 {
            let isOne = counts.respelt == 1
            lines.append(
                "  \(NumberText.count(counts.respelt)) \(isOne ? "is" : "are") of \(isOne ? "a request" : "requests") whose"
                    + " \(isOne ? "id is" : "ids are") kept in another spelling, such as with zeros in front")
        }
        lines += refused.prefix(Self.shown).map { "  line \($0.line): \($0.reason)" }
        if refused.count > Self.shown {
            lines.append(
                "  and \(NumberText.count(refused.count - Self.shown)) more"
                    + terms.hint(.rejects) { "; \($0) lists them" })
        }
        return lines + DecisionStory(decisions, city: city).lines
    }

    /// Whether there are answers, and none of them could be taken.
    package var allAreRefused: Bool { !refused.isEmpty && counts.taken + counts.unchanged == 0 }

    private static let shown = 10

    /// The rows that were not taken, as ``RejectList`` has its columns.
    package var rejects: RecordDocument {
        let table = RecordTable(
            name: "rejects", title: "Rejects", columns: RejectList.columns, count: refused.count
        ) { index in
            TableRecord(values: [
                .whole(refused[index].line), .text(refused[index].requestID), .text("refused"),
                .text(refused[index].reason),
            ])
        }
        return RecordDocument(title: "Rejects of answers", tables: [table])
    }
}
