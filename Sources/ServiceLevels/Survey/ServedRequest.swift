package import Boundaries
package import Chronology
package import PageLanguage
import Records
import ServiceRequests

/// One request as far as its service goes.
package struct ServedRequest: Sendable, BitwiseCopyable {
    private let days: Double
    private let rowNumber: Int32
    private var categoryNumber: Int32
    /// The area of the layer; `none` where there is none.
    package let area: Ordinal<Area>
    /// The day on which it was closed, counted from 1970 in 16 bits; ``JointSlowness/noDay`` where it is open.
    let closingDay: UInt16
    private let state: State
    /// Known from the day after its due day, whenever it was closed: else early closings would count and what is still open
    /// from the same days would not. `nil` where nothing says when it was due.
    package let outcome: TargetOutcome?

    /// One byte: of a million requests each takes 24.
    private enum State: UInt8, BitwiseCopyable {
        case open, closed, closedInMiddle
    }

    package init(
        row: Int, category: Int, area: Ordinal<Area>, wait: Wait, outcome: TargetOutcome?,
        closedOn day: CivilDate? = nil, isClosedInMiddle: Bool = false
    ) {
        state = wait.end == .stillOpen ? .open : isClosedInMiddle ? .closedInMiddle : .closed
        closingDay = day.map { UInt16(truncatingIfNeeded: $0.daysSince1970) } ?? JointSlowness.noDay
        rowNumber = Int32(row)
        categoryNumber = Int32(category)
        self.area = area
        days = wait.days
        self.outcome = outcome
    }

    /// Whether it was closed on a day whose time nobody recorded, and opened at a time.
    var isClosedInMiddle: Bool { state == .closedInMiddle }

    package var row: Int { Int(rowNumber) }
    /// An index into the report's categories.
    package internal(set) var category: Int {
        get { Int(categoryNumber) }
        set { categoryNumber = Int32(newValue) }
    }
    package var wait: Wait { Wait(days: days, end: state == .open ? .stillOpen : .closed) }
}

/// Why a request is not in a report.
package enum ServiceOmission: UInt8, Sendable, CaseIterable, BitwiseCopyable {
    case otherCategory, outsideDates, ignoredStatus, undated, openedLater, closedWithoutDate,
        closedBeforeOpened

    /// Whether the request is not asked for, rather than not fit to be counted.
    package var isChoice: Bool { self == .otherCategory || self == .outsideDates }

    /// A line for each reason with how many rows it holds for, in the order of the reasons.
    package static func lines(_ omitted: [(row: Int, reason: ServiceOmission)]) -> [String] {
        var counts: [ServiceOmission: Int] = [:]
        for entry in omitted { counts[entry.reason, default: 0] += 1 }
        return counts.sorted { $0.key.rawValue < $1.key.rawValue }.map {
            "  \(NumberText.count($0.value)) left out: \($0.key.text)"
        }
    }

    /// How many rows a reason holds for, as pages tell it.
    package func counted(_ count: String, _ words: PageWords) -> String {
        switch self {
        case .otherCategory: words("\(count) other categories")
        case .outsideDates: words("\(count) opened on other days")
        case .ignoredStatus: words("\(count) void, cancelled or a test by their status")
        case .undated: words("\(count) without a date of opening")
        case .openedLater: words("\(count) opened after the report's day")
        case .closedWithoutDate: words("\(count) closed without a date")
        case .closedBeforeOpened: words("\(count) closed before they were opened")
        }
    }

    /// The reason as people read it after a count.
    package var text: String { String(counted("", .english).dropFirst()) }
}

/// Reads how long a request took, as seen at the end of one day.
struct ServiceReader {
    let table: RequestTable
    let clock: CityClock
    let asOf: CivilDate
    private let end: Timestamp
    private let time: TimeTaken

    init(_ table: RequestTable, clock: CityClock, asOf: CivilDate) {
        self.table = table
        self.clock = clock
        self.asOf = asOf
        time = TimeTaken(table, clock: clock)
        end = clock.startOfDay(CivilDate(daysSince1970: asOf.daysSince1970 + 1))
    }

    struct Omitted: Error { let reason: ServiceOmission }

    /// - Parameters:
    ///   - settings: The days of opening that are asked for.
    ///   - target: The time that a request of its category may take, where the request has no due date of its own.
    func request(
        _ row: Int, category: Int, area: Ordinal<Area>, settings: ServiceLevelSettings, target: Deadline?
    ) throws(Omitted) -> ServedRequest {
        let state = table.state(at: row)
        if state == .ignored { throw Omitted(reason: .ignoredStatus) }
        guard let opened = table.opened[row] else { throw Omitted(reason: .undated) }
        let openedDay = clock.date(at: opened)
        if openedDay > asOf { throw Omitted(reason: .openedLater) }
        if let since = settings.since, openedDay < since { throw Omitted(reason: .outsideDates) }
        if let until = settings.until, openedDay > until { throw Omitted(reason: .outsideDates) }
        var wait = Wait(days: Self.days(time.secondsSeen(from: opened, before: end)), end: .stillOpen)
        var (lastDay, isInMiddle) = (asOf, false)
        switch table.end(at: row, opened: opened, clock: clock, before: end) {
        case .open: break
        case .closedWithoutDate: throw Omitted(reason: .closedWithoutDate)
        case .closedBeforeOpened: throw Omitted(reason: .closedBeforeOpened)
        case .closed(let moment):
            let closing = table.closed[row] ?? moment
            isInMiddle = time.isClosedByDay(closing) && !time.isOpenedByDay(opened)
            wait = Wait(days: Self.days(time.seconds(from: opened, to: closing)), end: .closed)
            lastDay = clock.date(at: moment)
        }
        let dueDay = DueDay.day(
            due: table.due[row].map { clock.date(at: $0) }, opened: openedDay,
            at: clock.secondOfDay(at: opened),
            target: target)
        let taken = Wait(days: Self.days(openedDay, lastDay), end: wait.end)
        return ServedRequest(
            row: row, category: category, area: area, wait: wait,
            outcome: dueDay.map {
                $0 >= asOf ? .notYetKnown : TargetOutcome(of: taken, target: Self.days(openedDay, $0))
            }, closedOn: wait.end == .closed ? lastDay : nil, isClosedInMiddle: isInMiddle)
    }

    private static func days(_ seconds: Int64) -> Double { Double(seconds) / 86_400 }

    private static func days(_ from: CivilDate, _ to: CivilDate) -> Double {
        Double(to.daysSince1970 - from.daysSince1970)
    }
}
