import Chronology
import ServiceRequests

/// A request's dates as seen at the end of one day.
struct CaseLife {
    let opened: CivilDate?
    let isOpen: Bool
    /// The day it was closed, of one that is closed.
    let closed: CivilDate?
    let daysOpen: Int?
    private let openedSecond: Int?
    let isOpenedLater: Bool
    private let asOf: CivilDate
    private let clock: CityClock

    init(ofRow row: Int, in table: RequestTable, clock: CityClock, asOf: CivilDate) {
        self.asOf = asOf
        self.clock = clock
        opened = table.opened[row].map(clock.date)
        openedSecond = table.opened[row].map(clock.secondOfDay)
        isOpenedLater = opened.map { $0 > asOf } ?? false
        let closed = table.closing(at: row).map(clock.date)
        isOpen = table.state(at: row) == .open || closed.map { $0 > asOf } ?? false
        self.closed = isOpen ? nil : closed
        daysOpen = table.daysOpen(at: row, until: asOf, clock: clock)
    }

    /// Returns why the request is not wanted, or `nil` where it is.
    func reasonToLeaveOut(_ settings: MapSettings) -> CaseSelection.LeftOut? {
        if isOpenedLater { return .openedLater }
        switch settings.status {
        case .all: break
        case .open where !isOpen: return .otherStatus
        case .closed where isOpen: return .otherStatus
        default: break
        }
        if let since = settings.since {
            guard let opened else { return .undated }
            if opened < since { return .openedBefore }
        }
        if let since = settings.closedSince {
            guard !isOpen else { return .otherStatus }
            guard let closed else { return .undated }
            if closed < since { return .closedBefore }
        }
        if let least = settings.olderThan {
            guard let daysOpen else { return .undated }
            if daysOpen <= least { return .tooYoung }
        }
        return nil
    }

    /// Returns what happened to the request since a day.
    func movement(since day: CivilDate) -> CaseMovement {
        guard !isOpenedLater else { return CaseMovement() }
        return CaseMovement(
            opened: opened.map { $0 >= day } ?? false ? 1 : 0,
            closed: closed.map { $0 >= day } ?? false ? 1 : 0
        )
    }

    /// Returns the days that an open request is past its due date or, where it has none, its category's target.
    func daysOverdue(due: Timestamp?, target: Deadline?) -> Int? {
        guard isOpen else { return nil }
        guard
            let last = DueDay.day(
                due: due.map(clock.date), opened: opened, at: openedSecond, target: target), asOf > last
        else { return nil }
        return asOf.daysSince1970 - last.daysSince1970
    }
}
