package import Wording

/// Names categories, and finds those that somebody asks for.
package enum CategoryNames {
    /// What requests without a category are called.
    package static let blank = "No category"

    /// Returns the names as the requests have them, in all their spellings; `nil` where none is asked for.
    ///
    /// - Parameters:
    ///   - names: What was asked for; none for all.
    ///   - known: The categories that the requests have.
    ///   - source: The file they come from, for the message.
    /// - Throws: ``UnknownCategory`` for a category that no request has.
    package static func chosen(
        _ names: [String], among known: [String], source: String
    ) throws(UnknownCategory) -> Set<String>? {
        guard !names.isEmpty else { return nil }
        let keys = known.map { NameKey($0) }
        var chosen: Set<String> = []
        for name in names {
            let key = NameKey(name)
            let spellings = zip(known, keys).filter { $0.1 == key }.map(\.0)
            guard !spellings.isEmpty else {
                throw UnknownCategory(
                    name: name, source: source, nearest: Spelling.nearest(to: name, among: known.sorted()))
            }
            chosen.formUnion(spellings)
        }
        return chosen
    }
}

/// A category was asked for that no request has.
package struct UnknownCategory: AdvisingError, Hashable {
    package let name: String
    package let source: String
    /// The category whose name is nearest.
    package let nearest: String

    package func text(in terms: CallerTerms) -> String {
        "\(terms[.category]) \(name): no request of \(source) has it; did you mean “\(nearest)”?"
    }
}

/// Names of categories, in groups of those that are one name, whatever the case, accents and blanks they are written with.
package struct CategorySpellings: Sendable {
    /// For each name its group.
    package let groupOfName: [Int]
    /// What each group is called: the name that comes most often, of several the first by their bytes.
    package let names: [String]
    private let groups: [NameKey: Int]

    /// - Parameter counts: How many requests have each name; none where they count alike.
    package init(_ names: [String], counts: [Int] = []) {
        var groups: [NameKey: Int] = [:]
        var titles: [(name: String, count: Int)] = []
        groupOfName = names.enumerated().map { index, name in
            let key = NameKey(name)
            let own = (name: name, count: counts.isEmpty ? 0 : counts[index])
            guard let group = groups[key] else {
                groups[key] = titles.count
                titles.append(own)
                return titles.count - 1
            }
            let title = titles[group]
            if own.count > title.count
                || own.count == title.count && own.name.utf8.lexicographicallyPrecedes(title.name.utf8)
            {
                titles[group] = own
            }
            return group
        }
        self.names = titles.map(\.name)
        self.groups = groups
    }

    /// Returns the group of a name, however it is spelled.
    package func group(named name: String) -> Int? { groups[NameKey(name)] }
}
