import Chronology
import ServiceRequests

extension CityFacts {
    /// Takes up what the table itself tells: how its files are written, its days, statuses and repeated ids.
    mutating func take(_ table: RequestTable, clock: CityClock) {
        let intake = table.intake
        rows = table.count
        days = Days(of: table, clock: clock) ?? days
        take(intake)
        repeatedIDs = table.repeatedIDs
        let tally = StatusTally(table)
        func texts(_ state: RequestState?) -> [String] { tally.entries(state).compactMap(\.status).sorted() }
        statuses = Statuses(
            open: texts(.open), closed: texts(.closed), ignored: texts(.ignored), unknown: texts(nil))
    }
}

extension CityFacts.Days {
    /// Returns the days of a table's requests; `nil` where none has a date of opening.
    init?(of table: RequestTable, clock: CityClock) {
        guard let last = LastDay(of: table, clock: clock),
            let first = FirstDay(of: table.opened.seconds, clock: clock)
        else { return nil }
        self.init(
            first: clock.date(at: Timestamp(secondsSince1970: first.opening)).description,
            last: last.day.description, usual: last.usual?.description)
    }
}
