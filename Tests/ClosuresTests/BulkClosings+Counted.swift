import Chronology
import ServiceLevels
import ServiceRequests

@testable import Closures

/// Bulks counted another way, for figures that were counted elsewhere too.
extension BulkClosings {
    /// Counts the closings that fall into one second or minute of the wall clock, of one category or of any.
    ///
    /// Closings of one second mean a script rather than a clerk.
    static func count(
        _ history: CaseHistory, table: RequestTable, within seconds: Int64, ofOneCategory: Bool,
        settings: ClosureSettings = ClosureSettings()
    ) -> Count {
        let clock = history.clock
        var keyed = history.cases.filter { $0.isClosed && !$0.marks.contains(.closedByDay) }.map { own in
            let wall = clock.wallSeconds(at: Timestamp(secondsSince1970: own.closed))
            return (category: ofOneCategory ? own.category : 0, time: wall / seconds, row: own.row)
        }
        keyed.sort { ($0.category, $0.time, $0.row) < ($1.category, $1.time, $1.row) }
        var count = Count()
        var start = 0
        while start < keyed.count {
            var end = start + 1
            while end < keyed.count, keyed[end].category == keyed[start].category,
                keyed[end].time == keyed[start].time
            {
                end += 1
            }
            if end - start >= settings.bulkClosings {
                let addresses = Set(keyed[start..<end].map { table.addressNumber(Int($0.row)) })
                if addresses.count >= settings.bulkAddresses {
                    count.groups += 1
                    count.rows += end - start
                    count.largest = max(count.largest, end - start)
                }
            }
            start = end
        }
        return count
    }
}
