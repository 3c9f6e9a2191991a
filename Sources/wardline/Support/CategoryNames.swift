import Wording

/// Names categories, and finds those that `--category` names.
enum CategoryNames {
    /// What requests without a category are called.
    static let blank = "No category"

    /// Returns the names as the requests have them, whatever the case of their letters; `nil` where none is asked for.
    ///
    /// - Throws: ``Failure`` for a category that no request has.
    static func chosen(_ names: [String], among known: [String], source: String) throws -> Set<String>? {
        guard !names.isEmpty else { return nil }
        return Set(
            try names.map { name in
                guard
                    let exact = known.first(where: { $0 == name })
                        ?? known.first(where: { $0.lowercased() == name.lowercased() })
                else {
                    let nearest = Spelling.nearest(to: name, among: known.sorted())
                    throw Failure(
                        "--category \(name): no request of \(source) has it; did you mean “\(nearest)”?")
                }
                return exact
            })
    }
}
