import DelimitedText

extension RequestTable {
    /// Which of the files that facts were made of the table was read from, or begins with, from 0: the first one without facts. `nil`
    /// where its rows may stand on other lines than theirs.
    package var fileOfFacts: Int? {
        guard !intake.known.isRearranged else { return nil }
        guard let facts, !facts.areOfThisFile else { return 0 }
        if facts.files.count > 1 { return facts.files.firstIndex(of: intake.sourceName) }
        return facts.rows == count ? 0 : nil
    }
}
