import Wording

/// Names categories, and finds those that somebody asks for.
package enum CategoryNames {
    /// What requests without a category are called.
    package static let blank = "No category"

    /// Returns the names as the requests have them, whatever the case of their letters; `nil` where none is asked for.
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
        var chosen: Set<String> = []
        for name in names {
            guard
                let exact = known.first(where: { $0 == name })
                    ?? known.first(where: { $0.lowercased() == name.lowercased() })
            else {
                throw UnknownCategory(
                    name: name, source: source, nearest: Spelling.nearest(to: name, among: known.sorted()))
            }
            chosen.insert(exact)
        }
        return chosen
    }
}

/// A category was asked for that no request has.
package struct UnknownCategory: Error, Hashable, CustomStringConvertible {
    package let name: String
    package let source: String
    /// The category whose name is nearest.
    package let nearest: String

    package var description: String {
        "--category \(name): no request of \(source) has it; did you mean “\(nearest)”?"
    }
}
