import ServiceRequests

/// What a part has to be that holds all requests of some categories.
enum CategoryPart {
    /// - Throws: ``PartSumsError`` where it cannot be put together with others to what one run over all gives.
    static func check(_ table: RequestTable, facts path: String?) throws(PartSumsError) {
        guard let facts = table.facts, let path else { throw .noFacts }
        guard facts.places != nil else { throw .factsWithoutPlaces(path: path) }
        guard table.intake.columns[.id] != nil || table.intake.header.isEmpty else {
            throw .noIDs(source: table.intake.sourceName)
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
}
