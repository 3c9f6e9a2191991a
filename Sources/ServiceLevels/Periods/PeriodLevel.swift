/// What happened in one month, quarter or year, of the whole city, an area, a category or both.
package struct PeriodLevel: Sendable {
    /// The number of the period.
    package let period: Int
    /// Requests opened and closed in it. What was closed at no known time counts as opened, and as closed in the same period: else
    /// the past would have fewer openings than the last period, of which more is open.
    package internal(set) var opened = 0
    package internal(set) var closed = 0
    /// Open at its end: the backlog before, plus opened, minus closed.
    package internal(set) var backlog = 0
    /// Those opened in it that were closed at no usable time: the backlog may be larger by them.
    package internal(set) var unusable = 0
    /// Days within which half of those opened in it are closed, with its 95 % interval.
    package internal(set) var median: Double?
    package internal(set) var medianLow: Double?
    package internal(set) var medianHigh: Double?
    /// The shares closed within 7 and 30 days, of the requests that were followed so long; `nil` where none was.
    package var within7: Double? { followed7 > 0 ? Double(closed7) / Double(followed7) : nil }
    package var within30: Double? { followed30 > 0 ? Double(closed30) / Double(followed30) : nil }
    /// Those of the opened that were followed so long, and those of them that were closed within it.
    package internal(set) var followed7 = 0
    package internal(set) var closed7 = 0
    package internal(set) var followed30 = 0
    package internal(set) var closed30 = 0
    /// Requests whose due time lies in it and has come, and those of them closed in time.
    package internal(set) var due = 0
    package internal(set) var onTime = 0
    /// Whether so many of them have a closing time that it may be told.
    package internal(set) var tellsOnTime = true
    /// What was opened in the same period a year before: of an unfinished one on the same days.
    package internal(set) var previousYear: Int?
    /// The ratio to it, and its 95 % interval by the usual spread.
    package internal(set) var ratio: Double?
    package internal(set) var ratioLow: Double?
    package internal(set) var ratioHigh: Double?
    /// How far the opened ones lie from what category and period let expect, in standard deviations; `nil` where it is not
    /// asked.
    package internal(set) var z: Double?
    /// What they let expect.
    package internal(set) var usual: Double?
    package internal(set) var flags: Flags = []

    package struct Flags: OptionSet, Sendable, Hashable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        /// It ends after the day that is shown: compared with the same days of the year before only.
        package static let unfinished = Flags(rawValue: 1)
        /// So short ago that many of its requests have not had the time that nine in ten take.
        package static let young = Flags(rawValue: 2)
        /// So near the beginning of the file that the backlog counts only what the file holds.
        package static let fillingUp = Flags(rawValue: 4)
        /// Far from what is usual.
        package static let anomaly = Flags(rawValue: 8)
        /// The file is a sample: repeats and counts are those of the file.
        package static let sample = Flags(rawValue: 16)
        /// Closings of the category are typed in bulk: durations are not working times.
        package static let bulk = Flags(rawValue: 32)
        /// The clock is shifted.
        package static let clock = Flags(rawValue: 64)
        /// The file begins in the midst of it: its counts are those of a part.
        package static let beginsLate = Flags(rawValue: 128)

        /// The words of the column `flags`.
        package var words: [String] {
            [
                (Flags.unfinished, "unfinished"), (.young, "young"), (.fillingUp, "filling_up"),
                (.anomaly, "anomaly"), (.sample, "sample"), (.bulk, "bulk"), (.clock, "clock"),
                (.beginsLate, "begins_late"),
            ].filter { contains($0.0) }.map(\.1)
        }
    }

    package init(period: Int) { self.period = period }

    package var shareOnTime: Double? { due > 0 && tellsOnTime ? Double(onTime) / Double(due) : nil }
    /// Whether it may be compared with others.
    package var isFinished: Bool { !flags.contains(.unfinished) }
    /// Whether the file holds all of it, so that its counts may stand beside others'.
    package var isWhole: Bool { flags.isDisjoint(with: [.unfinished, .beginsLate]) }
}
