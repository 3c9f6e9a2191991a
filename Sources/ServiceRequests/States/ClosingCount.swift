/// How many of some requests are open and closed, and how many of the closed have no closing time that can be: what may be told of
/// them. The one rule for a city, an area, a category, a period and a place.
///
/// Closed requests without a time are in no wait and no share on time, and the open ones stay. So what is left looks more open, slower and
/// later than it is, the more the more are open: by as much as the open weigh more among the rest.
package struct ClosingCount: Sendable, Equatable, BitwiseCopyable {
    package private(set) var open = 0
    package private(set) var closed = 0
    /// Those of the closed that have no closing time, or one before their opening.
    package private(set) var unusable = 0

    package init() {}

    package init(open: Int, closed: Int, unusable: Int) {
        (self.open, self.closed, self.unusable) = (open, closed, unusable)
    }

    package mutating func add(_ end: RequestEnd) {
        switch end {
        case .open: open += 1
        case .closed: closed += 1
        case .closedWithoutDate, .closedBeforeOpened:
            closed += 1
            unusable += 1
        }
    }

    package static func += (one: inout Self, other: Self) {
        one.open += other.open
        one.closed += other.closed
        one.unusable += other.unusable
    }

    /// So few never hide anything of many.
    private static let fewest = 5
    private static let oneIn = 20
    /// By such a part of all the open may weigh more in what is told, and in what is compared.
    private static let mostTold = 0.05
    private static let mostCompared = 0.02

    /// Whether how many were closed by a day, what was open then and what came back cannot be told: not where more than one in twenty
    /// has no time.
    package var lacksMany: Bool { unusable >= Self.fewest && unusable * Self.oneIn > closed }

    /// Whether waits, and what was on time, may be told.
    package var tellsWaits: Bool { isMost && isNear(Self.mostTold) }

    /// Whether they may be set beside those of others, so that somebody is named.
    package var isComparable: Bool { isMost && isNear(Self.mostCompared) }

    private var isMost: Bool { unusable * 2 <= closed }

    private func isNear(_ most: Double) -> Bool {
        guard unusable >= Self.fewest else { return true }
        let (all, seen) = (open + closed, open + closed - unusable)
        return Double(open) / Double(seen) - Double(open) / Double(all) <= most
    }
}
