/// What stands around the digits of a house number, as one word of the reference's tables: `N50W|` for `N50W16560`, `B` for
/// `12B`.
enum NumberAffix {
    private static let divider: Character = "|"

    static func word(prefix: String, suffix: String) -> String {
        prefix.isEmpty ? suffix : "\(prefix)\(divider)\(suffix)"
    }

    /// Returns what stands before the digits: `N50W` of `N50W|`, or nothing.
    static func prefix(of word: String) -> String {
        word.firstIndex(of: divider).map { String(word[..<$0]) } ?? ""
    }
    /// Whether a house has another grid than the one that is written: `N112W16560` is not `N50W16560`. Where either has none, or the
    /// line leaves the first half out, that is not known.
    static func isOtherGrid(_ known: String, written: String) -> Bool {
        !known.isEmpty && !written.isEmpty && !known.hasSuffix(written)
    }
}

extension StreetReference {
    /// What stands before the number of a house: `N50W`, or nothing.
    func prefix(of point: PointRecord) -> String {
        point.suffix == 0 ? "" : NumberAffix.prefix(of: tables.words[Int(point.suffix)])
    }

    /// What stands before the numbers of a range, or nothing.
    func prefix(of side: SideRecord) -> String {
        side.prefix == 0 ? "" : tables.words[Int(side.prefix)]
    }

    func isOnOtherGrid(_ point: PointRecord, written: String) -> Bool {
        !written.isEmpty && NumberAffix.isOtherGrid(prefix(of: point), written: written)
    }

    func isOnOtherGrid(_ side: SideRecord, written: String) -> Bool {
        !written.isEmpty && NumberAffix.isOtherGrid(prefix(of: side), written: written)
    }
}
