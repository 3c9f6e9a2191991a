package import Chronology

/// The day until which a city's requests go: that of the last opening or closing. Maps and reports show it where no other
/// day is named.
package struct LastDay: Sendable, Equatable {
    package let day: CivilDate
    /// The day by which 999 in 1,000 dates lie, where the last one stands alone far behind it, as a mistyped year does:
    /// all ages would be wrong.
    package let usual: CivilDate?

    /// Creates a day that no request tells.
    package init(day: CivilDate) {
        self.day = day
        usual = nil
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
        usual = days.usual.flatMap { CivilDate(iso: $0) }
    }

    private init?(ofRowsOf table: RequestTable, clock: CityClock) {
        let columns = [table.opened.seconds, table.closed.seconds]
        guard let opened = columns[0].max(), opened != TimestampColumn.missing else { return nil }
        let last = columns.compactMap { $0.max() }.max() ?? opened
        day = clock.date(at: Timestamp(secondsSince1970: last))
        usual = Self.usual(columns, last: last).map { clock.date(at: Timestamp(secondsSince1970: $0)) }
    }

    /// How far behind the usual dates the last one has to lie to be doubted, seconds.
    private static let doubtfulGap: Int64 = 60 * 86_400

    private static func usual(_ columns: [MomentSeconds], last: Int64) -> Int64? {
        let recent = last - doubtfulGap
        let count = columns.reduce(0) { $0 + $1.count { $0 != TimestampColumn.missing } }
        let alone = count / 1000
        guard count > 1000, columns.reduce(0, { $0 + $1.count { $0 >= recent } }) <= alone else { return nil }
        return columns.joined().sorted(by: >)[alone]
    }
}
