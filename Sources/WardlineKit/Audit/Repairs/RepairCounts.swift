import Records
package import RoutingAudit
package import Wording

/// How many repairs there are of each confidence, and how many cannot be loaded back.
package struct RepairCounts: Sendable, Equatable {
    package internal(set) var byConfidence: [Repair.Confidence: Int] = [:]
    /// Those of requests whose ids a spreadsheet rewrote.
    package internal(set) var rewrittenIDs = 0
    /// Those of records whose key is blank, or that other records have too.
    package internal(set) var sharedKeys = 0
    /// Those whose new position is not written, since no address point gives it or the file has no columns of degrees.
    package internal(set) var positionsLeftOut = 0
    /// Those whose recorded position stays, since the new one would settle a doubt in another layer.
    package internal(set) var doubtfulPositions = 0

    /// Whether the ids are the numbers of the file's lines, since it has none.
    package internal(set) var areLineNumbers = false

    /// Returns what was written, and what was not, for people.
    package func text(selection: RepairsWriter.Selection, name: String, in terms: CallerTerms) -> String {
        let likely = byConfidence[.likely] ?? 0
        let isLikelyWritten = selection == .certainAndLikely
        let leftOut = [
            (
                isLikelyWritten ? 0 : likely,
                "likely left out" + terms.hint(.allRepairs) { ", \($0) writes them too" }
            ),
            (byConfidence[.doubtful] ?? 0, "doubtful left out: somebody has to ask or look"),
            (rewrittenIDs, "left out, whose ids a spreadsheet rewrote"),
            (sharedKeys, "left out, whose key is blank or another record's too"),
            (
                doubtfulPositions,
                "without their new position, which would settle a doubt in another layer that somebody has to settle"
            ),
        ]
        let written =
            "\(name): \(DayText.counted(byConfidence[.certain] ?? 0, "certain repair"))"
            + (isLikelyWritten && likely > 0 ? ", \(NumberText.count(likely)) likely" : "")
        return leftOut.reduce(into: written) { text, part in
            if part.0 > 0 { text += "; \(NumberText.count(part.0)) \(part.1)" }
        } + "." + (areLineNumbers ? Self.lineNumbers(terms) : "")
    }
}

extension RepairCounts {
    private static func lineNumbers(_ terms: CallerTerms) -> String {
        " request_id is the number of the line in the file, which has no ids: no CRM finds a record by it"
            + terms.hint(.for) {
                "; \($0) LOADER\(terms.with(.key, "COLUMN")) writes repairs by a column that does"
            }
            + "."
    }
}

extension LoadableRepairs {
    /// Returns what was written, and what was not, for people.
    package func text(selection: RepairsWriter.Selection, name: String, in terms: CallerTerms) -> String {
        let records =
            " \(DayText.counted(rowCount, "record")) by \(keyColumn)"
            + (columns.isEmpty ? "" : ", columns \(columns.joined(separator: ", "))") + "."
        let positions =
            counts.positionsLeftOut == 0
            ? ""
            : "\n\(DayText.counted(counts.positionsLeftOut, "new position")) left out, which no address point gives"
                + terms.hint(.positions) { "; \($0) writes them where the file has columns of degrees" } + "."
        return counts.text(selection: selection, name: name, in: terms) + records + positions
    }
}
