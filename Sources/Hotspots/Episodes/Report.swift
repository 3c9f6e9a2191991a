package import Chronology

/// One report of a problem, as far as its history goes.
package struct Report: Hashable, Sendable {
    /// How far the work is.
    package enum State: Hashable, Sendable {
        case open
        /// Closed, at a moment that may not have been recorded.
        case closed(Timestamp?)
    }

    /// `nil` where the date is missing or cannot be read.
    package var opened: Timestamp?
    package var state: State
    /// What all reports that the data links have in common: the index of the request that the others repeat.
    /// `nil` where the report is linked to no other.
    package var link: Int?
    /// Whether this is the report that linked ones repeat, rather than one that repeats.
    package var isParent: Bool
    /// Whether the opening is a day without a time, and whether the closing is: neither says anything of minutes.
    package var isOpenedByDay = false
    package var isClosedByDay = false
    /// By how many seconds it was open longer than from its opening to ``end(openedAt:)``, by ``ServiceRequests/TimeTaken``.
    var secondsLonger: Int64 = 0

    package init(opened: Timestamp?, state: State, link: Int? = nil, isParent: Bool = false) {
        self.opened = opened
        self.state = state
        self.link = link
        self.isParent = isParent
    }

    /// Whether it was closed within minutes of its opening, as what a crew enters of its own work.
    var isClosedAtOnce: Bool {
        guard case .closed(let closed?) = state, let opened, !isOpenedByDay, !isClosedByDay else {
            return false
        }
        return (0...EpisodeRule.batchSeconds).contains(closed.secondsSince1970 - opened.secondsSince1970)
    }

    /// Whether it is closed and nothing says when: the closing was not recorded, or lies before the opening.
    var isClosedUnknown: Bool { state == .closed(nil) || isClosedBeforeOpened }

    package var isClosedBeforeOpened: Bool {
        guard case .closed(let closed?) = state, let opened else { return false }
        return closed < opened
    }

    /// Returns the seconds from a moment to its opening. Where that is a day, whole days are counted as such, an hour shorter or longer
    /// as they may be.
    func seconds(since end: Timestamp, openedAt opened: Timestamp) -> Int64 {
        let seconds = opened.seconds(since: end)
        guard isOpenedByDay else { return seconds }
        let days = Int64((Double(seconds) / 86_400).rounded()) * 86_400
        return abs(seconds - days) <= 3600 ? days : seconds
    }

    /// The moment when it was closed, or `nil` while it is open.
    ///
    /// A closing at no known time counts as the opening itself: nothing is claimed about how long the report was open, and the
    /// timeline takes nothing for a return that follows it.
    func end(openedAt opened: Timestamp) -> Timestamp? {
        switch state {
        case .open: nil
        case .closed(let closed): max(closed ?? opened, opened)
        }
    }
}
