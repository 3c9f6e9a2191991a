import Records
package import Workspace

/// What an import did, for people.
package enum ImportText {
    /// Returns what became of a file's requests, and how many the CRM deleted.
    ///
    /// - Parameter requests: How many the file has.
    package static func lines(_ counts: ImportCounts, requests: Int) -> [String] {
        let parts = [
            (counts.inserted, "new"), (counts.updated, "rewritten since"), (counts.unchanged, "as they were"),
            (counts.older, "of which a later state is kept"),
            (counts.withoutWholeID, "left out, whose ids a spreadsheet rewrote"),
        ].filter { $0.0 > 0 }.map { "\(NumberText.count($0.0)) \($0.1)" }
        let all = DayText.counted(requests, "request")
        var lines = [([all] + (parts.isEmpty ? [] : [parts.joined(separator: ", ")])).joined(separator: ": ")]
        if counts.ofOthersIDs > 0 {
            let count = counts.ofOthersIDs
            lines.append(
                "  \(NumberText.count(count)) of the new \(count == 1 ? "has the id" : "have ids") of a request of another category"
                    + " or time of opening, which stays")
        }
        if counts.respelt > 0 {
            let count = counts.respelt
            lines.append(
                "  \(NumberText.count(count)) of them \(count == 1 ? "is kept under its id" : "are kept under their ids") in another"
                    + " spelling, such as without zeros in front, which \(count == 1 ? "stays" : "stay")")
        }
        if counts.deleted > 0 {
            lines.append("\(DayText.counted(counts.deleted, "request")) deleted by the CRM since")
        }
        if counts.settlesDates {
            lines.append("The order of dates that earlier imports took is now settled, as it was taken")
        }
        return lines
    }

    /// Returns why none of the requests that a file of all lacks is marked as deleted; `nil` where it lacks none, or they are.
    package static func lacking(_ counts: ImportCounts, in source: String) -> String? {
        guard counts.lacking > 0 else { return nil }
        let rows = counts.rowsOfNobody
        let reason =
            rows > 0
            ? "\(NumberText.count(rows)) of its rows could not be read or \(rows == 1 ? "has" : "have") no whole id, and may be"
                + " \(counts.lacking == 1 ? "it" : "theirs")"
            : "it says itself that it does not hold all rows"
        return
            "\(DayText.counted(counts.lacking, "request")) of the days of \(source) \(counts.lacking == 1 ? "is" : "are") not among"
            + " those read of it, and none is marked as deleted: \(reason)"
    }
}
