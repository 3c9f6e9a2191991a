package import Chronology
package import ServiceRequests

/// The reports of all rows, column by column, so that a history reads only what it needs.
package struct ReportColumns: Sendable {
    /// Seconds since 1970 for each row; ``missing`` where there is no date, empty where no row has one.
    package var opened = MomentSeconds()
    package var closed = MomentSeconds()
    /// Tells days without times from moments.
    package var clock = CityClock.utc
    package var time = TimeTaken(clock: .utc)
    /// The status of each row, a place in `closingStatuses`; negative for none, empty where no row has one.
    package var statuses: [Int32] = []
    /// Whether each status says that the work is over.
    package var closingStatuses: [Bool] = []
    /// Whether each status says that the work goes on: an earlier closing is then no end.
    package var openStatuses: [Bool] = []
    /// The row at the end of each row's chain of links; empty where the data link none.
    package var roots: [Int32] = []
    /// Whether other rows are linked to a row; empty where the data link none.
    package var hasChildren: [Bool] = []

    package static let missing = Int64.min

    package init() {}

    package func report(_ row: Int) -> Report {
        report(
            row, opened: row < opened.count ? opened[row] : Self.missing,
            closed: row < closed.count ? closed[row] : Self.missing)
    }

    /// Returns the report of a row whose moments have been read.
    fileprivate func report(_ row: Int, opened: Int64, closed: Int64) -> Report {
        var report = Report(opened: Self.moment(opened), state: state(row, opened: opened, closed: closed))
        let closing = Self.moment(closed)
        report.isOpenedByDay = report.opened.map(time.isOpenedByDay) ?? false
        report.isClosedByDay = closing.map(time.isClosedByDay) ?? false
        if report.isOpenedByDay || report.isClosedByDay, let opened = report.opened, let closing,
            let end = report.end(openedAt: opened), !report.isClosedUnknown
        {
            report.secondsLonger = time.seconds(from: opened, to: closing) - end.seconds(since: opened)
        }
        guard !roots.isEmpty else { return report }
        let root = Int(roots[row])
        if root != row || hasChildren[row] { report.link = root }
        report.isParent = root == row && hasChildren[row]
        return report
    }

    private func state(_ row: Int, opened: Int64, closed: Int64) -> Report.State {
        let status = row < statuses.count ? Int(statuses[row]) : -1
        if status >= 0, status < openStatuses.count, openStatuses[status] { return .open }
        guard let moment = Self.moment(closed) else {
            return status >= 0 && closingStatuses[status] ? .closed(nil) : .open
        }
        guard let opened = Self.moment(opened) else { return .closed(moment) }
        return
            switch RequestEnd(
                closing: moment, opened: opened, clock: clock,
                before: Timestamp(secondsSince1970: .max))
        {
        case .open: .open
        case .closed(let end): .closed(end)
        case .closedWithoutDate: .closed(nil)
        // Kept as it is, to be counted.
        case .closedBeforeOpened: .closed(moment)
        }
    }

    private static func moment(_ seconds: Int64) -> Timestamp? {
        seconds == missing ? nil : Timestamp(secondsSince1970: seconds)
    }
}

/// The reports of one cluster after another, in order of opening, then in that of their ids; those without a date come
/// last. Keeps its memory from one cluster to the next.
package struct OrderedReports {
    package private(set) var rows: [Int32] = []
    package private(set) var reports: [Report] = []

    private let columns: ReportColumns
    private let isBefore: @Sendable (Int, Int) -> Bool
    private var keys: [Key] = []

    /// What is read of each row at once, since a row far from the last one is slow to reach.
    private struct Key {
        var opened: Int64
        var closed: Int64
        var row: Int32
    }

    /// - Parameter isBefore: Whether one row goes before another of the same moment.
    package init(_ columns: ReportColumns, isBefore: @escaping @Sendable (Int, Int) -> Bool) {
        self.columns = columns
        self.isBefore = isBefore
    }

    /// Takes up the reports of some rows.
    package mutating func gather(_ unordered: ArraySlice<Int32>) {
        order(unordered)
        reports.removeAll(keepingCapacity: true)
        reports.reserveCapacity(keys.count)
        for key in keys {
            reports.append(columns.report(Int(key.row), opened: key.opened, closed: key.closed))
        }
    }

    /// Puts some rows in order, without their reports.
    package mutating func order(_ unordered: ArraySlice<Int32>) {
        readKeys(unordered)
        if keys.count <= Self.few {
            insertionSort()
        } else {
            // By the function alone: a method would take a copy of all this along, and of the keys too.
            keys.sort { [isBefore] in Self.goesBefore($0, $1, isBefore) }
        }
        rows.removeAll(keepingCapacity: true)
        rows.reserveCapacity(keys.count)
        for key in keys { rows.append(key.row) }
    }

    private mutating func readKeys(_ unordered: ArraySlice<Int32>) {
        let missing = ReportColumns.missing
        keys.removeAll(keepingCapacity: true)
        keys.reserveCapacity(unordered.count)
        let (opened, closed) = (columns.opened, columns.closed)
        for row in unordered {
            let index = Int(row)
            keys.append(
                Key(
                    opened: index < opened.count ? opened[index] : missing,
                    closed: index < closed.count ? closed[index] : missing, row: row))
        }
    }

    /// Up to here the plain way is the fastest.
    private static let few = 24

    private mutating func insertionSort() {
        for index in keys.indices.dropFirst() {
            let key = keys[index]
            var free = index
            while free > 0, Self.goesBefore(key, keys[free - 1], isBefore) {
                keys[free] = keys[free - 1]
                free -= 1
            }
            keys[free] = key
        }
    }

    @inline(__always)
    private static func goesBefore(
        _ one: Key, _ other: Key, _ isBefore: (Int, Int) -> Bool
    ) -> Bool {
        guard one.opened != other.opened else { return isBefore(Int(one.row), Int(other.row)) }
        // What is missing is the least number of all.
        return other.opened == ReportColumns.missing
            || one.opened != ReportColumns.missing && one.opened < other.opened
    }
}
