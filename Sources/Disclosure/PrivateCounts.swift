import Wording

/// How many requests the private categories have in a whole file: all that is ever published of them.
///
/// Never by area, day or choice: from counts of parts, or of two days, single cases could be told.
package struct PrivateCounts: Sendable, Equatable {
    /// The categories as pages call them with their bands, those that no request has among them; of one title all together.
    package let bands: [(name: String, band: CountBand)]

    /// Counts all requests of a file, whatever was asked for.
    ///
    /// - Parameter counts: Every category of the file with the number of its requests.
    /// - Returns: `nil` where nothing is withheld: for an internal audience, or where the city has no private category.
    package init?(_ categories: PrivateCategories, counts: some Sequence<(String, Int)>) {
        guard categories.audience == .public, !categories.names.isEmpty else { return nil }
        var byKey: [NameKey: Int] = [:]
        for (name, count) in counts { byKey[NameKey(name), default: 0] += count }
        let called = Dictionary(grouping: zip(categories.names, categories.titles)) { NameKey($0.1) }
        bands = called.values.map { same in
            (same[0].1, CountBand(same.reduce(0) { $0 + (byKey[NameKey($1.0)] ?? 0) }))
        }.sorted { $0.0 < $1.0 }
    }

    /// `Wellness Check 11 to 49, Encampment fewer than 11`.
    package var text: String { bands.map { "\($0.name) \($0.band.text)" }.joined(separator: ", ") }

    /// What summaries tell of the private categories.
    package var line: String { "  Private, in no figure; in the whole file: \(text)" }

    package static func == (one: Self, other: Self) -> Bool { one.text == other.text }
}
