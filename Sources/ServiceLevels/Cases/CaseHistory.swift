package import Boundaries
package import Chronology
package import City
import Locating
package import ServiceRequests
import Wording
import WorkSharing

/// All requests of a file that count, each with its opening, closing and due time, as they are seen at the end of one day:
/// one meaning of open, closed, duplicate and staff-made for the periods of a report and for closures.
///
/// Elapsed time is told by ``ServiceRequests/TimeTaken``, how a request ended by ``ServiceRequests/RequestTable``. Where the dates due
/// are days without times, what is due that day is in time until it ends.
package struct CaseHistory: Sendable {
    package let clock: CityClock
    private let time: TimeTaken
    package let asOf: CivilDate
    /// The first second after the day that is shown.
    package let end: Int64
    /// The first second after the last day on which anything was opened: what happened later may be missing.
    package let followUpEnd: Int64
    /// The first second of the first day on which anything was opened that may be of the file's days.
    package let start: Int64
    /// What was opened years before all others, `nil` for nothing.
    package let early: EarlyOpenings?
    /// In the order of the file.
    package let cases: [ServiceCase]
    /// The categories' names, in the order of the alphabet.
    package let names: [String]
    /// Whether openings have days only, so that nothing can be said of hours.
    package let opensByDay: Bool
    package let staff: StaffRule
    package let closings: KnownClosings
    /// Rows that do not count, with the reason.
    package let omitted: [(row: Int, reason: ServiceOmission)]

    /// - Parameters:
    ///   - isWanted: Whether a row is asked for.
    ///   - isPlaced: Whether a row has a recorded position that is no default point.
    ///   - home: Returns the area that a row is counted in; `none` where there is none.
    package init(
        _ table: RequestTable, city: CityFile, clock: CityClock, asOf: CivilDate, jobs: Int = 1,
        isWanted: @escaping @Sendable (Int) -> Bool = { _ in true },
        isPlaced: @escaping @Sendable (Int) -> Bool = { _ in false },
        home: @escaping @Sendable (Int) -> Ordinal<Area> = { _ in .none }
    ) {
        self.clock = clock
        let time = TimeTaken(table, clock: clock)
        self.time = time
        self.asOf = asOf
        let end = clock.startOfDay(CivilDate(daysSince1970: asOf.daysSince1970 + 1)).secondsSince1970
        self.end = end
        staff = StaffRule(table, city: city)
        closings = KnownClosings(table, clock: clock)
        let reader = CaseReader(table, city: city, clock: clock, time: time, end: end, staff: staff)
        names = reader.names
        let slices = mapSlices(count: table.count, sliceLength: 65_536, jobs: jobs, makeWorker: { () }) {
            _, rows in
            var cases: [ServiceCase] = []
            cases.reserveCapacity(rows.count)
            var omitted: [(Int, ServiceOmission)] = []
            for row in rows where isWanted(row) {
                switch reader.read(row, area: home(row), isPlaced: isPlaced(row)) {
                case .success(let found): cases.append(found)
                case .failure(let error): omitted.append((row, error.reason))
                }
            }
            return (cases, omitted)
        }
        var cases: [ServiceCase] = []
        cases.reserveCapacity(table.count)
        var omitted: [(row: Int, reason: ServiceOmission)] = []
        for slice in slices {
            cases += slice.0
            omitted += slice.1.map { ($0.0, $0.1) }
        }
        self.cases = cases
        self.omitted = omitted
        opensByDay = !cases.isEmpty && cases.allSatisfy { $0.marks.contains(.openedByDay) }
        let last = cases.lazy.map(\.opened).max() ?? end
        guard let first = FirstDay(of: MomentSeconds(cases.lazy.map(\.opened)), clock: clock) else {
            (start, followUpEnd, early) = (end, end, nil)
            return
        }
        early = first.early
        func day(_ moment: Int64, plus days: Int) -> Int64 {
            let date = clock.date(at: Timestamp(secondsSince1970: moment))
            return clock.startOfDay(CivilDate(daysSince1970: date.daysSince1970 + days)).secondsSince1970
        }
        start = day(first.opening, plus: 0)
        followUpEnd = min(end, day(last, plus: 1))
    }

    /// Creates a history of cases that are made up.
    package init(
        _ cases: [ServiceCase], names: [String], clock: CityClock = .utc, asOf: CivilDate,
        table: RequestTable = RequestTable(), city: CityFile
    ) {
        self.cases = cases
        self.names = names
        self.clock = clock
        time = TimeTaken(clock: clock)
        self.asOf = asOf
        end = clock.startOfDay(CivilDate(daysSince1970: asOf.daysSince1970 + 1)).secondsSince1970
        followUpEnd = end
        let first = FirstDay(of: MomentSeconds(cases.lazy.map(\.opened)), clock: clock)
        start = first?.opening ?? end
        early = first?.early
        opensByDay = false
        staff = StaffRule(table, city: city)
        closings = KnownClosings()
        omitted = []
    }

    /// Whether a case is open after the day on which it was due, as maps and shares on time by the day count it: what is due on the
    /// day that is shown may still be in time. The lines of closures go by the moment.
    package func isPastDue(_ own: ServiceCase) -> Bool {
        own.isOpen && own.hasDue && own.due < clock.startOfDay(asOf).secondsSince1970
    }

    /// Returns the waits of some cases, those that count.
    package func waits(_ cases: some Sequence<ServiceCase>) -> [Wait] {
        cases.compactMap { $0.counts ? wait(of: $0) : nil }
    }

    /// Returns how long a case took, or has taken until the end.
    package func wait(of own: ServiceCase) -> Wait {
        own.secondsOpen.map { Wait(days: Double($0) / 86_400, end: .closed) }
            ?? Wait(days: Double(secondsSeen(own)) / 86_400, end: .stillOpen)
    }

    /// Returns for how many seconds since its opening it is known whether a case was closed.
    package func secondsSeen(_ own: ServiceCase) -> Int64 {
        guard own.marks.contains(.openedByDay) else { return max(0, end - own.opened) }
        return time.secondsSeen(
            from: Timestamp(secondsSince1970: own.opened), before: Timestamp(secondsSince1970: end))
    }
}

/// Reads one case from a row.
private struct CaseReader: Sendable {
    let names: [String]
    private let numbers: CategoryNumbers
    private let table: RequestTable
    private let clock: CityClock
    private let time: TimeTaken
    private let end: Int64
    private let staff: StaffRule
    private let duesByDay: Bool
    private let blank: Int
    private let returning: [Bool]
    private let targets: [Deadline?]
    private let hasTargets: Bool

    struct Omitted: Error { let reason: ServiceOmission }

    init(
        _ table: RequestTable, city: CityFile, clock: CityClock, time: TimeTaken, end: Int64,
        staff: StaffRule
    ) {
        self.table = table
        self.clock = clock
        self.time = time
        self.end = end
        self.staff = staff
        let numbers = CategoryNumbers(table.categories.values + [CategoryNames.blank])
        self.numbers = numbers
        names = numbers.names
        blank = table.categories.values.count
        let returningKeys = Set(city.returning.map(NameKey.init))
        returning = names.map { returningKeys.contains(NameKey($0)) }
        targets = names.map { city.categories[$0]?.target }
        hasTargets = targets.contains { $0 != nil }
        duesByDay = Self.hasDaysOnly(table.due, clock)
    }

    /// Whether each moment of a column is a day without a time.
    private static func hasDaysOnly(_ column: TimestampColumn, _ clock: CityClock) -> Bool {
        var some = false
        for seconds in column.seconds where seconds != TimestampColumn.missing {
            if !clock.isDayOnly(Timestamp(secondsSince1970: seconds)) { return false }
            some = true
        }
        return some
    }

    func read(_ row: Int, area: Ordinal<Area>, isPlaced: Bool) -> Result<ServiceCase, Omitted> {
        let state = table.state(at: row)
        if state == .ignored { return .failure(Omitted(reason: .ignoredStatus)) }
        guard let opening = table.opened[row] else { return .failure(Omitted(reason: .undated)) }
        let opened = opening.secondsSince1970
        if opened >= end { return .failure(Omitted(reason: .openedLater)) }
        let index = row < table.categories.indices.count ? Int(table.categories.indices[row]) : -1
        let category = numbers[index < 0 ? blank : index]
        let closing = closing(row, opening: opening)
        return .success(
            ServiceCase(
                row: row, category: category, area: area, opened: opened, closed: closing.moment,
                end: closing.end, due: due(row, opening: opening, category: category),
                marks: marks(row, opening: opening, category: category, isPlaced: isPlaced),
                secondsTaken: closing.end == .closed
                    ? table.closed[row].map { time.seconds(from: opening, to: $0) } : nil))
    }

    private func closing(_ row: Int, opening: Timestamp) -> (end: ServiceCase.End, moment: Int64) {
        let opened = opening.secondsSince1970
        return
            switch table.end(
                at: row, opened: opening, clock: clock, before: Timestamp(secondsSince1970: end))
        {
        case .open: (.open, ServiceCase.never)
        case .closed(let moment): (.closed, moment.secondsSince1970)
        case .closedWithoutDate: (.closedWithoutDate, opened)
        case .closedBeforeOpened: (.closedBeforeOpened, opened)
        }
    }

    private func day(_ moment: Int64) -> CivilDate { clock.date(at: Timestamp(secondsSince1970: moment)) }

    private func due(_ row: Int, opening: Timestamp, category: Int) -> Int64 {
        let opened = opening.secondsSince1970
        if let due = table.due[row]?.secondsSince1970 {
            if duesByDay {
                if day(due) >= day(opened) { return lastSecond(of: day(due)) }
            } else if due >= opened {
                return due
            }
        }
        guard hasTargets, let target = targets[category] else { return ServiceCase.noDue }
        // Hours are up at a moment, days at their end.
        if case .days(let days) = target, days != days.rounded(), !time.isOpenedByDay(opening) {
            return opened + Int64((days * 86_400).rounded())
        }
        return lastSecond(
            of: target.lastDay(
                from: clock.date(at: opening),
                at: time.isOpenedByDay(opening) ? nil : clock.secondOfDay(at: opening)))
    }

    private func lastSecond(of day: CivilDate) -> Int64 {
        clock.startOfDay(CivilDate(daysSince1970: day.daysSince1970 + 1)).secondsSince1970 - 1
    }

    private func marks(
        _ row: Int, opening: Timestamp, category: Int, isPlaced: Bool
    ) -> ServiceCase.Marks {
        var marks: ServiceCase.Marks = []
        if staff.isStaff(row) { marks.insert(.staff) }
        if returning[category] { marks.insert(.returning) }
        let status = table.marks(at: row)
        if status.contains(.duplicate) || table.namesParent(at: row) { marks.insert(.duplicate) }
        if status.contains(.reopened) || table.closedOnce(at: row) != nil { marks.insert(.reopened) }
        if isPlaced { marks.insert(.placed) }
        if time.isOpenedByDay(opening) { marks.insert(.openedByDay) }
        if let closing = table.closed[row], time.isClosedByDay(closing) { marks.insert(.closedByDay) }
        return marks
    }
}
