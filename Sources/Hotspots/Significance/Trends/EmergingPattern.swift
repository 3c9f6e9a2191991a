/// How a place has been a hot (or cold) spot over the slices of a study's time.
///
/// The eight kinds and their 90 % are those of Esri's Emerging Hot Spot Analysis. Its documentation leaves room where
/// two fit; here the first that fits, in the order of the cases, is taken.
package enum EmergingKind: String, Sendable, CaseIterable {
    /// Significant in the last slice and never before.
    case new
    /// Significant in at least 90 % of the slices, the last included, and rising: its z-values have a significant
    /// Mann-Kendall trend away from 0.
    case intensifying
    /// The same with a significant trend towards 0.
    case diminishing
    /// The same with no significant trend.
    case persistent
    /// Significant in the last two or more slices without a gap, never before, and in fewer than 90 %.
    case consecutive
    /// Significant in the last slice and, on and off, before, in fewer than 90 %; once or more also significant on
    /// the other side.
    case oscillating
    /// The same, never significant on the other side.
    case sporadic
    /// Not significant in the last slice, but in at least 90 % of the slices.
    case historical
}

/// What a place's history amounts to.
package enum EmergingPattern: Hashable, Sendable, CustomStringConvertible {
    case hot(EmergingKind)
    case cold(EmergingKind)
    /// None of the eight kinds.
    case none

    package var description: String {
        switch self {
        case .hot(let kind): "\(kind.rawValue) hot spot"
        case .cold(let kind): "\(kind.rawValue) cold spot"
        case .none: "none"
        }
    }

    /// Classifies a history.
    ///
    /// - Parameters:
    ///   - spots: Whether the place stood out in each slice, the earliest first.
    ///   - trend: The trend of its z-values.
    package init(spots: [Spot], trend: Trend.Direction) {
        if let kind = EmergingPattern.kind(hotting: spots, trend) {
            self = .hot(kind)
        } else if let kind = EmergingPattern.kind(hotting: spots.map(\.opposite), trend.opposite) {
            self = .cold(kind)
        } else {
            self = .none
        }
    }

    private static func kind(hotting spots: [Spot], _ trend: Trend.Direction) -> EmergingKind? {
        let hot = spots.count { $0 == .hot }
        let mostly = hot * 10 >= spots.count * 9
        guard spots.last == .hot else { return mostly && hot > 0 ? .historical : nil }
        if hot == 1 { return .new }
        if mostly { return lasting(trend) }
        if spots.suffix(hot).allSatisfy({ $0 == .hot }) { return .consecutive }
        return spots.contains(.cold) ? .oscillating : .sporadic
    }

    private static func lasting(_ trend: Trend.Direction) -> EmergingKind {
        switch trend {
        case .rising: .intensifying
        case .steady: .persistent
        case .falling: .diminishing
        }
    }
}
