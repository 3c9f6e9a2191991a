import Boundaries
import Chronology
import Locating
package import Records
package import RoutingAudit
import ServiceRequests
import Wording

/// Writes what to ask clerks, with what they need to answer, and room for their answers.
package struct ReviewWriter {
    private let audit: AuditWork
    private let result: AuditResult
    package let list: ReviewList

    package init(_ result: AuditResult, of audit: AuditWork) {
        self.audit = audit
        self.result = result
        list = ReviewList(
            result, of: audit.table, layers: audit.layers, decisions: audit.decisions.byFinding,
            earlier: audit.decisions.all)
    }

    private static let answers = [
        RecordColumn("decision", "to be filled in: assigned, expected, other, position or unknown"),
        RecordColumn(
            "true_area",
            "to be filled in where neither area is right, or the place is wrong and the area known"),
        RecordColumn("note", "to be filled in where there is something to say"),
        RecordColumn("question", "what is asked"),
        RecordColumn("speaks_for", .whole, "findings that the answer speaks for, with this one"),
        RecordColumn("teaches", "what the answer teaches"),
    ]

    /// The id and the layer, the columns for answers, and the other columns of findings.
    package static let columns =
        FindingColumns.own.prefix(2) + answers + FindingColumns.own.dropFirst(2)

    /// Writes a table, the most valuable questions first.
    package func write(to destination: OutputDestination, by writer: RecordWriter) throws {
        let renderer = FindingRenderer(audit: audit, writer: writer)
        let table = RecordTable(
            name: "review", title: "Review", columns: Array(Self.columns), shape: .points,
            count: list.questions.count
        ) { index in
            let question = list.questions[index]
            let finding = result.findings[question.finding]
            let record = renderer.record(of: finding)
            return TableRecord(
                values: record.values.prefix(2) + [
                    .text(nil), .text(nil), .text(nil), .text(text(of: finding)), .whole(question.speaksFor),
                    .text(text(of: question.lesson)),
                ] + record.values.dropFirst(2), geometry: record.geometry)
        }
        try writer.write(
            RecordDocument(
                title: "Questions to clerks", tables: [table], summary: summary + "\n",
                timeZone: audit.clock.timeZone), to: destination)
    }

    /// What was written, in a sentence.
    package var summary: String {
        "\(DayText.counted(list.questions.count, "question")) to clerks, the most valuable first;"
            + " \(NumberText.count(list.answered)) answered and not asked again"
    }

    private func text(of finding: Finding) -> String {
        let layer = audit.layers[finding.layer]
        let title = SentenceTitle.text(layer.title)
        let assigned = audit.table.assigned[finding.layer.index][finding.row] ?? ""
        let expected = finding.expectedCode(in: layer)
        let address = audit.table.address(at: finding.row)
        let place = address ?? "this place"
        switch (finding.verdict, expected) {
        case (.unknownArea, let expected?):
            return "Which \(title) does \(assigned) mean? \(place) lies in \(expected)."
        case (.unknownArea, nil): return "Which \(title) does \(assigned) mean?"
        case (_, _?) where finding.expected == finding.assigned:
            return
                "Is \(place) in \(title) \(assigned), as the CRM has it and where it is recorded? Its address was found elsewhere."
        case (_, let expected?):
            return
                "Is \(place) in \(title) \(assigned), as the CRM has it, or in \(expected), as its position says?"
        case (_, nil): return "Is \(place) in \(title) \(assigned)? Its position lies in none."
        }
    }

    private func text(of lesson: ReviewList.Lesson) -> String {
        switch lesson {
        case .position(_, let channel, let band):
            let bands = ReviewList.bands
            let from = band == 0 ? 0 : bands[band - 1]
            let to = band < bands.count ? bands[band] : LearntUncertainty.farthest
            return "how far positions of \(channel ?? "requests without a channel") are off:"
                + " \(NumberText.decimal(from, places: 0)) to \(NumberText.decimal(to, places: 0)) m"
        case .pair(_, let assigned, let expected) where assigned == expected:
            return "whether what is recorded in \(assigned ?? "none") lies there"
        case .pair(_, let assigned, let expected):
            return "whether \(assigned ?? "none") or \(expected ?? "none") is right"
        case .code(_, let assigned): return "what \(assigned ?? "none") means"
        }
    }
}
