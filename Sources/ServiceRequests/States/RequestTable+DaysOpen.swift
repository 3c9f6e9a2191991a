package import Chronology

extension RequestTable {
    /// Returns on how many days later than it was opened a request was closed or, while it is open, the day until which is
    /// looked: 0 on the same day.
    ///
    /// A closing after that day has not happened yet.
    /// - Returns: `nil` where there is no time of opening, for a closed request without a time of closing, and for one that
    ///   is ignored.
    package func daysOpen(at row: Int, until day: CivilDate, clock: CityClock) -> Int? {
        guard let opened = opened[row] else { return nil }
        let end: CivilDate
        switch state(at: row) {
        case .open: end = day
        case .closed:
            guard let closed = closed[row] else { return nil }
            end = min(clock.date(at: closed), day)
        case .ignored: return nil
        }
        return max(0, end.daysSince1970 - clock.date(at: opened).daysSince1970)
    }
}
