import Chronology

/// A moment as the city's clocks show it, in seconds since 1970-01-01 00:00 of those clocks.
struct WallTime: Comparable, Hashable, Sendable {
    var seconds: Int

    init(seconds: Int) { self.seconds = seconds }

    /// Creates the midnight that begins a day.
    init(_ year: Int, _ month: Int, _ day: Int) {
        seconds = (CivilDate(year: year, month: month, day: day)?.daysSince1970 ?? 0) * 86_400
    }

    static let start = WallTime(2022, 7, 1)
    /// The midnight that ends the last day of the data.
    static let end = WallTime(2025, 7, 1)
    static let newZones = WallTime(2024, 7, 1)

    var day: Int { seconds / 86_400 }
    var date: CivilDate { CivilDate(daysSince1970: day) }
    /// 0 for Sunday.
    var weekday: Int { (day + 4) % 7 }
    var secondOfDay: Int { seconds % 86_400 }

    func adding(days: Double) -> WallTime { WallTime(seconds: seconds + Int(days * 86_400)) }
    func days(until other: WallTime) -> Double { Double(other.seconds - seconds) / 86_400 }

    /// The moment as `2024-10-03 08:14:27`.
    var text: String {
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let second = secondOfDay
        return "\(date) \(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))"
    }

    static func < (left: WallTime, right: WallTime) -> Bool { left.seconds < right.seconds }
}
