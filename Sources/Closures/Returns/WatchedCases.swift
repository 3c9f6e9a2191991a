import Chronology
import ServiceLevels

/// The cases that returns are looked for among, and the time in which they are watched.
///
/// Where openings are days without times, all moments are those that the wall clock shows: so many days after a closing is the same
/// day whatever clocks did between them, and what lies on the day after the last one has not been seen.
struct WatchedCases {
    let cases: [ServiceCase]
    let start: Int64
    /// The last moment that is watched.
    let end: Int64

    init(_ history: CaseHistory) {
        guard history.opensByDay else {
            (cases, start, end) = (history.cases, history.start, history.followUpEnd)
            return
        }
        let clock = history.clock
        func wall(_ seconds: Int64, isDay: Bool) -> Int64 {
            let moment = Timestamp(secondsSince1970: seconds)
            return isDay
                ? Int64(clock.date(at: moment).daysSince1970) * 86_400 : clock.wallSeconds(at: moment)
        }
        cases = history.cases.map { own in
            ServiceCase(
                row: Int(own.row), category: Int(own.category), area: own.area,
                opened: wall(own.opened, isDay: true),
                closed: own.isOpen
                    ? ServiceCase.never : wall(own.closed, isDay: own.marks.contains(.closedByDay)),
                end: own.end, marks: own.marks)
        }
        start = wall(history.start, isDay: true)
        end = wall(history.followUpEnd - 1, isDay: false)
    }
}
