package import Chronology

/// The day until which a city's requests go: that of the last opening or closing. Maps and reports show it where no other
/// day is named.
package struct LastDay: Sendable, Equatable {
    package let day: CivilDate
    /// The day by which 999 in 1,000 dates lie, where the last one stands alone far behind it, as a mistyped year does:
    /// all ages would be wrong.
    package let usual: CivilDate?
    /// The dates that cannot be of the file's days, and are not asked for its last one; `nil` where there are none.
    package let beyond: DatesBeyond?

    /// Creates a day that no request tells.
    package init(day: CivilDate) {
        self.day = day
        usual = nil
        beyond = nil
    }

    /// Finds the day, or returns `nil` where no request has a date of opening.
    ///
    /// Where facts know of a later one, it is theirs.
    package init?(of table: RequestTable, clock: CityClock) {
        let own = Self(ofRowsOf: table, clock: clock)
        guard let days = table.facts?.days, let last = CivilDate(iso: days.last),
            own.map({ $0.day <= last }) ?? true
        else {
            guard let own else { return nil }
            self = own
            return
        }
        day = last
        beyond = nil
        usual = days.usual.flatMap { CivilDate(iso: $0) }
    }

    private init?(ofRowsOf table: RequestTable, clock: CityClock) {
        let columns = [table.opened.seconds, table.closed.seconds]
        guard let opened = columns[0].latest() else { return nil }
        let latest = columns.compactMap { $0.latest() }.max() ?? opened
        let end = PlausibleEnd(columns, latest: latest, written: table.intake.written)
        let last = end?.last ?? latest
        beyond = end.map { DatesBeyond($0, latest: latest, table, clock: clock) }
        day = clock.date(at: Timestamp(secondsSince1970: last))
        usual = Self.usual(columns, last: last).map { clock.date(at: Timestamp(secondsSince1970: $0)) }
    }

    /// How far behind the usual dates the last one has to lie to be doubted, seconds.
    private static let doubtfulGap: Int64 = 60 * 86_400

    private static func usual(_ columns: [MomentSeconds], last: Int64) -> Int64? {
        let recent = last - doubtfulGap
        let count = columns.reduce(0) { $0 + $1.count(in: TimestampColumn.missing + 1...last) }
        let alone = count / 1000
        guard count > 1000,
            columns.reduce(0, { $0 + $1.count(in: recent...last) }) <= alone
        else { return nil }
        return columns.joined().filter { $0 <= last }.sorted(by: >)[alone]
    }
}

extension RequestTable {
    /// Takes the closings after the file was written that several requests share for none, as CRMs write one far day for “not closed
    /// yet”, and returns how many there were. One alone is as likely a mistyped year.
    ///
    /// For what outlives the file: within it ``RequestEnd`` takes them for open.
    package mutating func setAsideClosingsToCome() -> Int {
        guard let end = PlausibleEnd.end(of: intake.written, openings: opened.seconds) else { return 0 }
        var rows: [Int64: [Int]] = [:]
        for (row, moment) in closed.seconds.enumerated() where moment > end {
            rows[moment, default: []].append(row)
        }
        let shared = rows.values.filter { $0.count > 1 }.joined()
        for row in shared { closed.seconds[row] = TimestampColumn.missing }
        return shared.count
    }
}

/// Dates beyond a file's plausible end, as a mistyped year gives.
package struct DatesBeyond: Sendable, Equatable {
    package let count: Int
    package let latest: CivilDate
    /// The request of the latest, `nil` where its id is not there any more.
    package let id: String?
    /// When the file was written, where the dates lie after that; `nil` where they lie years after all others.
    package let written: CivilDate?

    fileprivate init(_ end: PlausibleEnd, latest: Int64, _ table: RequestTable, clock: CityClock) {
        count = end.beyond
        self.latest = clock.date(at: Timestamp(secondsSince1970: latest))
        written = end.written.map { clock.date(at: $0) }
        let row = table.opened.seconds.firstIndex(of: latest) ?? table.closed.seconds.firstIndex(of: latest)
        id = row.flatMap { $0 < table.ids.count ? table.id(at: $0) : nil }
    }
}

/// Until when the dates of a file can go: no export tells of days after it was written, and few dates years after all others are
/// mistakes.
///
/// Closings after it was written stand for “not closed yet”, however many there are, where openings show that the file's own day
/// can be trusted.
struct PlausibleEnd {
    /// The last date that is plausible.
    let last: Int64
    /// How many are not.
    let beyond: Int
    let written: Timestamp?

    /// What an export made shortly before midnight in another zone holds.
    private static let day: Int64 = 86_400
    private static let years: Int64 = 730 * day
    /// Where more than one in so many lie beyond, something else is wrong than a few dates.
    private static let leastShareWritten = 10
    private static let leastShareApart = 1000
    /// Among fewer, years may lie between two.
    private static let fewestApart = 40

    /// Finds the end where not all dates lie before it.
    ///
    /// - Parameter columns: Openings and closings.
    init?(_ columns: [MomentSeconds], latest: Int64, written: Timestamp?) {
        let count = columns.reduce(0) { $0 + $1.count(in: TimestampColumn.missing + 1 ... .max) }
        let byFile = written.flatMap { (written) -> (last: Int64, beyond: Int)? in
            let end = written.secondsSince1970 + Self.day
            return Self.last(
                columns, until: end, latest: latest,
                allowed: Self.areOpened(columns[0], by: end)
                    ? count : max(1, count / Self.leastShareWritten))
        }
        let start = byFile?.last ?? latest
        let apart =
            count < Self.fewestApart
            ? nil
            : Self.last(
                columns, until: start - Self.years, latest: start,
                allowed: max(1, count / Self.leastShareApart))
        guard let found = apart ?? byFile else { return nil }
        last = found.last
        beyond = (apart?.beyond ?? 0) + (byFile?.beyond ?? 0)
        self.written = byFile == nil ? nil : written
    }

    /// Returns when no closing can lie any more, `nil` where nothing tells it.
    static func end(of written: Timestamp?, openings: MomentSeconds) -> Int64? {
        guard let end = written.map({ $0.secondsSince1970 + day }) else { return nil }
        return areOpened(openings, by: end) ? end : nil
    }

    /// Whether nearly all of some openings lie before a moment.
    private static func areOpened(_ openings: MomentSeconds, by end: Int64) -> Bool {
        var (before, beyond) = (0, 0)
        for opened in openings where opened != TimestampColumn.missing {
            if opened > end { beyond += 1 } else { before += 1 }
        }
        return before > 0 && beyond <= before / leastShareWritten
    }

    /// Returns the last date until a moment and how many follow it up to the latest; `nil` where none follow, more than are allowed,
    /// or all.
    private static func last(
        _ columns: [MomentSeconds], until end: Int64, latest: Int64, allowed: Int
    ) -> (last: Int64, beyond: Int)? {
        guard latest > end else { return nil }
        let beyond = columns.reduce(0) { $0 + $1.count(in: end + 1...latest) }
        guard beyond <= allowed, let rest = columns.compactMap({ $0.latest(until: end) }).max() else {
            return nil
        }
        return (rest, beyond)
    }
}
