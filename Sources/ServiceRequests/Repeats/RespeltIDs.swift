/// Finds the ids of a list in another that has them in another spelling, as after a spreadsheet saved one of the two: see `IDSpelling`.
///
/// An id counts as another's spelling only where no other id of either list may be meant.
package struct RespeltIDs {
    private let wanted: Set<String>
    private var byPlain: [[UInt8]: [String]] = [:]
    /// The wanted ids that the other list has as they are.
    private var present: Set<String> = []
    /// The ids of the other list alone, by what they have in common with a wanted one.
    private var others: [[UInt8]: Set<String>] = [:]

    package init(_ wanted: Set<String>) {
        self.wanted = wanted
        for id in wanted { byPlain[IDSpelling.plain(id.utf8), default: []].append(id) }
    }

    /// Takes up an id of the other list.
    ///
    /// - Returns: Whether it may be a wanted one in another spelling.
    @discardableResult package mutating func look(at id: String) -> Bool {
        if wanted.contains(id) {
            present.insert(id)
            return false
        }
        let plain = IDSpelling.plain(id.utf8)
        guard byPlain[plain] != nil else { return false }
        others[plain, default: []].insert(id)
        return true
    }

    /// The wanted ids by those of the other list that are the same.
    package var wantedByOther: [String: String] {
        var pairs: [String: String] = [:]
        for (plain, ids) in others {
            guard let other = ids.first, ids.count == 1, let own = byPlain[plain], own.count == 1,
                !present.contains(own[0])
            else { continue }
            pairs[other] = own[0]
        }
        return pairs
    }

    /// How people are told of such ids.
    ///
    /// - Parameter what: What they are of: `findings of last.csv`.
    package static func note(_ count: Int, of what: String) -> String? {
        guard count > 0 else { return nil }
        return
            "\(count) \(count == 1 ? "id" : "ids") of \(what) \(count == 1 ? "stands" : "stand") here in another spelling, such as"
            + " without zeros in front, and \(count == 1 ? "is" : "are") taken for the same"
    }
}
