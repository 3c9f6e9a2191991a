package import Chronology

/// How a request ended, as seen before one moment and as far as the file tells.
package enum RequestEnd: Sendable, Equatable {
    case open
    /// Closed at a known time that is not before the opening.
    case closed(Timestamp)
    /// Closed by its status, at no known time.
    case closedWithoutDate
    case closedBeforeOpened
}

extension RequestTable {
    /// Returns how a request ended: the one answer for waits, shares on time, series and closures.
    ///
    /// Closed before it was opened is told by the moment. Where the opening or the closing is a day without a time, a closing on the
    /// day of the opening is at the opening. A closing before 1970 is what some systems write for none.
    ///
    /// - Parameters:
    ///   - opened: When the request was opened.
    ///   - end: What happened from then on is not seen.
    package func end(
        at row: Int, opened: Timestamp, clock: CityClock, before end: Timestamp
    ) -> RequestEnd {
        guard state(at: row) == .closed else { return .open }
        guard let closed = closed[row] else { return .closedWithoutDate }
        let (moment, opening) = (closed.secondsSince1970, opened.secondsSince1970)
        if moment < 0 || moment >= end.secondsSince1970 { return .open }
        if moment >= opening { return .closed(closed) }
        let hasDay = clock.isDayOnly(closed) || clock.isDayOnly(opened)
        return hasDay && clock.date(at: closed) == clock.date(at: opened)
            ? .closed(opened) : .closedBeforeOpened
    }

    /// Whether a request has a closing before 1970, which stands for none.
    package func isClosedBefore1970(at row: Int) -> Bool {
        closed[row].map { $0.secondsSince1970 < 0 } ?? false
    }
}
