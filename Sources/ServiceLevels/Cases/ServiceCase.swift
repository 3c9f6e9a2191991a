package import Boundaries
import Chronology
package import ServiceRequests

/// One request as far as its time goes, seen at the end of one day.
package struct ServiceCase: Sendable, BitwiseCopyable {
    /// How the request ended, as far as the file tells.
    package enum End: UInt8, Sendable, BitwiseCopyable {
        case open
        /// Closed at a known time that is not before the opening.
        case closed
        /// Closed by its status, at no known time.
        case closedWithoutDate
        /// Closed before it was opened: left out of every wait, series and share on time.
        case closedBeforeOpened
    }

    package struct Marks: OptionSet, Sendable, BitwiseCopyable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Made by the city's own staff.
        package static let staff = Marks(rawValue: 1)
        /// Of a category that comes back by its nature.
        package static let returning = Marks(rawValue: 2)
        package static let duplicate = Marks(rawValue: 4)
        package static let reopened = Marks(rawValue: 8)
        /// Its position is recorded, and no default point.
        package static let placed = Marks(rawValue: 16)
        /// It was opened on a day whose time nobody recorded.
        package static let openedByDay = Marks(rawValue: 32)
        /// The same of its closing.
        package static let closedByDay = Marks(rawValue: 64)
    }

    /// What ``closed`` holds of a request that is open.
    package static let never = Int64.max
    /// What ``due`` holds where nothing says when a request was due.
    package static let noDue = Int64.min

    package let row: Int32
    /// An index into the categories' names.
    package let category: Int32
    /// The area of the layer; `none` where there is none.
    package let area: Ordinal<Area>
    package let end: End
    package let marks: Marks
    /// By how many minutes longer it took than from ``opened`` to ``closed``, where one of them is a day without a time.
    private let minutesLonger: Int16
    /// Seconds since 1970 UTC.
    package let opened: Int64
    /// Seconds since 1970 UTC: ``never`` where it is open, the opening where it was closed at no usable time.
    package let closed: Int64
    /// The last second that is in time; ``noDue`` for none.
    package let due: Int64

    /// - Parameter secondsTaken: From its opening to its closing by ``ServiceRequests/TimeTaken``, `nil` for those between the moments.
    package init(
        row: Int, category: Int, area: Ordinal<Area> = .none, opened: Int64, closed: Int64, end: End,
        due: Int64 = noDue, marks: Marks = [], secondsTaken: Int64? = nil
    ) {
        self.row = Int32(row)
        self.category = Int32(category)
        self.area = area
        self.opened = opened
        self.closed = closed
        self.end = end
        self.due = due
        self.marks = marks
        minutesLonger = secondsTaken.map { Int16(clamping: ($0 - (closed - opened)) / 60) } ?? 0
    }

    package var isStaff: Bool { marks.contains(.staff) }
    package var isResidents: Bool { !marks.contains(.staff) }
    package var isOpen: Bool { end == .open }
    package var isClosed: Bool { end == .closed }
    /// Whether its opening or closing is a day without a time, so that nothing can be said of hours and minutes between them.
    package var isByDay: Bool { !marks.isDisjoint(with: [.openedByDay, .closedByDay]) }
    /// Whether its opening counts: that needs no closing time, but one before it makes it doubtful.
    package var isOpening: Bool { end != .closedBeforeOpened }
    /// Whether its wait is known, or goes on.
    package var counts: Bool { end == .open || end == .closed }
    package var hasDue: Bool { due != Self.noDue }
    package var isOnTime: Bool { end == .closed && closed <= due }

    /// Whether it was closed on a day whose time nobody recorded, and opened at a time: its wait ends in the middle of what was left of it.
    package var isClosedInMiddle: Bool {
        isClosed && marks.contains(.closedByDay) && !marks.contains(.openedByDay)
    }

    /// Seconds from the opening to the closing, as far as its time is known; `nil` where it has no usable closing.
    package var secondsOpen: Int64? {
        end == .closed ? closed - opened + 60 * Int64(minutesLonger) : nil
    }
}

extension ClosingCount {
    /// Counts a request that is open or closed.
    package mutating func add(_ own: ServiceCase) {
        switch own.end {
        case .open: add(.open)
        case .closed: add(.closed(Timestamp(secondsSince1970: own.closed)))
        case .closedWithoutDate: add(.closedWithoutDate)
        case .closedBeforeOpened: add(.closedBeforeOpened)
        }
    }
}
