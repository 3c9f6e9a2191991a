import ServiceRequests

/// What a part has to be that holds all requests of some categories.
enum CategoryPart {
    /// - Throws: ``WardlineError`` where it cannot be put together with others to what one run over all gives.
    static func check(_ table: RequestTable, facts path: String?) throws(WardlineError) {
        guard let facts = table.facts, let path else {
            throw error(
                "a part of some categories is put together by what all of them tell; make it with wardline facts REQUESTS"
                    + " -o facts.json, and name it with --facts")
        }
        guard facts.places != nil else {
            throw error(
                "\(path) does not know of places what a part has to; wardline facts makes it anew")
        }
        guard table.intake.columns[.id] != nil || table.intake.header.isEmpty else {
            throw error(
                "\(table.intake.sourceName) has no ids, and a part of some categories does not have the file's lines, which"
                    + " would stand for them; number the rows before they are split")
        }
    }

    /// Refuses parts that share a category.
    static func check(_ parts: [RequestSums], names: [String]) throws(SumsError) {
        var known: [String?: String] = [:]
        for (part, name) in zip(parts, names) {
            for category in part.presentCategories {
                if let other = known[category] {
                    throw .sharedCategory(category, parts: [other, name])
                }
                known[category] = name
            }
        }
    }

    private static func error(_ description: String) -> WardlineError {
        WardlineError(part: .question, description: "--sums: \(description)")
    }
}
