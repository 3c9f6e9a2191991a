import Chronology
import ServiceRequests

extension CityFacts {
    /// Takes up what the table itself tells: how its files are written, its days, statuses and repeated ids.
    mutating func take(_ table: RequestTable, clock: CityClock) {
        let intake = table.intake
        rows = table.count
        if let last = LastDay(of: table, clock: clock) {
            let first = table.opened.seconds.lazy.filter { $0 != TimestampColumn.missing }.min()
            days = first.map {
                Days(
                    first: clock.date(at: Timestamp(secondsSince1970: $0)).description,
                    last: last.day.description, usual: last.usual?.description)
            }
        }
        take(intake)
        repeatedIDs = table.repeatedIDs
        let tally = StatusTally(table)
        func texts(_ state: RequestState?) -> [String] { tally.entries(state).compactMap(\.status).sorted() }
        statuses = Statuses(
            open: texts(.open), closed: texts(.closed), ignored: texts(.ignored), unknown: texts(nil))
    }
}
