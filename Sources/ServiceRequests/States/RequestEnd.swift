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

extension RequestEnd {
    /// How a request ended that is closed by its status.
    ///
    /// - Parameter closing: `nil` where none was recorded.
    package init(closing: Timestamp?, opened: Timestamp, clock: CityClock, before end: Timestamp) {
        guard let closing else {
            self = .closedWithoutDate
            return
        }
        let (moment, opening) = (closing.secondsSince1970, opened.secondsSince1970)
        if moment < 0 || moment >= end.secondsSince1970 {
            self = .open
        } else if moment >= opening {
            self = .closed(closing)
        } else {
            let hasDay = clock.isDayOnly(closing) || clock.isDayOnly(opened)
            let isSameDay = hasDay && clock.date(at: closing) == clock.date(at: opened)
            self =
                isSameDay || Self.mayBeAfter(closing, opened, clock) ? .closed(opened) : .closedBeforeOpened
        }
    }

    /// Whether a closing that seems to be before the opening may be after it, since clocks were set between them: an hour that there is
    /// twice is read as one of both, and one that there never was as a later one.
    private static func mayBeAfter(_ closing: Timestamp, _ opened: Timestamp, _ clock: CityClock) -> Bool {
        let hour: Int64 = 3600
        guard opened.secondsSince1970 - closing.secondsSince1970 <= hour else { return false }
        func isTwice(_ moment: Timestamp) -> Bool {
            let wall = clock.wallSeconds(at: moment)
            return [-hour, hour].contains {
                clock.wallSeconds(at: Timestamp(secondsSince1970: moment.secondsSince1970 + $0)) == wall
            }
        }
        return isTwice(closing) || isTwice(opened) || clock.followsGap(opened)
    }
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
        return RequestEnd(closing: closed[row], opened: opened, clock: clock, before: end)
    }

    /// Whether a request has a closing before 1970, which stands for none.
    package func isClosedBefore1970(at row: Int) -> Bool {
        closed[row].map { $0.secondsSince1970 < 0 } ?? false
    }
}
