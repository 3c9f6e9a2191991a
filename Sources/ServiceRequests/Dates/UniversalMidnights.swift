import Chronology
import City

/// What the moments of a column of dates say of days that were written as midnights of UTC: JavaScript writes a day as
/// `2024-03-01T00:00:00.000Z`, and ArcGIS as the milliseconds until then. Read as moments they would be the evening before in America.
///
/// Evidence of parts adds up to that of the whole.
struct UniversalMidnights: Sendable {
    enum Verdict { case none, doubtful, days }

    /// All dates.
    private var dates = 0
    /// Midnights of UTC that are none of the city.
    private var midnights = 0
    /// Dates that are midnights of neither.
    private var others = 0
    /// The whole hours of UTC among them, by the hour.
    private var hours = [Int](repeating: 0, count: 24)

    private static let secondsOfDay: Int64 = 86_400
    /// By chance one moment in 1,440 is the first minute of a day.
    private static let fewest = 5
    /// So many times among others are no chance, nor habit of a clock that shows hours.
    private static let (many, rarest, mostPerHour) = (10, 50, 4)

    init() {}

    init(_ moments: MomentSeconds, clock: CityClock) {
        guard moments.contains(where: { Self.isMidnight($0) }) else {
            dates = moments.count { $0 != TimestampColumn.missing }
            others = dates
            return
        }
        for moment in moments where moment != TimestampColumn.missing {
            dates += 1
            if clock.isDayOnly(Timestamp(secondsSince1970: moment)) { continue }
            if Self.isMidnight(moment) {
                midnights += 1
            } else {
                others += 1
                if moment % 3_600 == 0 { hours[Self.hour(moment)] += 1 }
            }
        }
    }

    static func += (one: inout Self, other: Self) {
        one.dates += other.dates
        one.midnights += other.midnights
        one.others += other.others
        for hour in one.hours.indices { one.hours[hour] += other.hours[hour] }
    }

    static func isMidnight(_ moment: Int64) -> Bool {
        moment % secondsOfDay == 0 && moment != TimestampColumn.missing
    }

    private static func hour(_ moment: Int64) -> Int {
        Int((moment % secondsOfDay + secondsOfDay) % secondsOfDay / 3_600)
    }

    var verdict: Verdict {
        if others == 0 { return midnights >= Self.fewest ? .days : .none }
        let usual = hours.max() ?? 0
        return midnights >= Self.many && midnights * Self.rarest >= dates
            && midnights > usual * Self.mostPerHour ? .doubtful : .none
    }
}

/// The columns, by their fields' names, that hold days written as midnights of UTC.
package struct MidnightColumns: Sendable, Equatable {
    /// Those that were read as days.
    package internal(set) var days: [String] = []
    /// Those of which some dates are such midnights, and others times.
    package internal(set) var doubtful: [String] = []

    /// - Parameter evidence: That of each of ``IntakePlan/dates``.
    init(_ evidence: [UniversalMidnights]) {
        for (field, found) in zip(IntakePlan.dates, evidence) {
            switch found.verdict {
            case .none: break
            case .doubtful: doubtful.append(field.rawValue)
            case .days: days.append(field.rawValue)
            }
        }
    }

    /// One sentence for those of a kind.
    var remarks: [String] {
        var remarks: [String] = []
        if !days.isEmpty {
            remarks.append(
                "\(days.joined(separator: ", ")): all times are midnights of UTC, as programs write days, and were read as days;"
                    + " zulu: utc in the city file takes them for times")
        }
        if !doubtful.isEmpty {
            remarks.append(
                "not certain: whether the times of \(doubtful.joined(separator: ", ")) that are midnights of UTC are days, as programs"
                    + " write them; they were read as times, which may lie on another day")
        }
        return remarks
    }
}

extension RequestTable {
    /// What the dates of each of ``IntakePlan/dates`` say of midnights of UTC; nothing where the city file says that they are times.
    func midnightEvidence(_ settings: DateSettings, clock: CityClock) -> [UniversalMidnights] {
        DateOrderSettlement.columns.map { path in
            settings.zulu == .utc
                ? UniversalMidnights() : UniversalMidnights(self[keyPath: path].seconds, clock: clock)
        }
    }

    /// Reads midnights of UTC as the city's days where they stand for days, as all of the city's requests showed or else as these do.
    mutating func readMidnights(_ settings: DateSettings, clock: CityClock) {
        var columns = MidnightColumns(midnightEvidence(settings, clock: clock))
        if let known = settings.known?.midnights {
            columns.days = known
            columns.doubtful = []
        }
        for (field, path) in zip(IntakePlan.dates, DateOrderSettlement.columns)
        where columns.days.contains(field.rawValue) {
            for row in self[keyPath: path].seconds.indices {
                let moment = self[keyPath: path].seconds[row]
                guard UniversalMidnights.isMidnight(moment) else { continue }
                let day = CivilDate(daysSince1970: Int(moment / 86_400))
                self[keyPath: path].seconds[row] = clock.startOfDay(day).secondsSince1970
            }
        }
        intake.midnights = columns
    }
}
