package import Chronology

/// How the texts of a column read as dates, for looking at columns before it is known what they mean.
package struct DateSample: Sendable {
    /// Seconds since 1970 for each text, `nil` where it is no date; times without a zone are those of the clock.
    package let moments: [Int64?]
    /// Whether the dates are bare numbers, as ids and counts may be too: `20240113`, seconds since 1970, a spreadsheet's days.
    package let areBareNumbers: Bool

    package init(_ texts: [String], clock: CityClock) {
        var finder = DateLayoutFinder()
        for var text in texts { text.withUTF8 { finder.look(at: $0, in: .opened) } }
        let reader = finder.reader(for: .opened, clock: clock)
        moments = texts.map { text in
            var text = text
            return text.withUTF8 { bytes -> Int64? in
                switch reader.read(bytes) {
                case .date(let moment), .dateOfOtherKind(let moment): moment
                case .unreadable(let exchanged): exchanged
                case .blank, .sentinel, .implausible: nil
                }
            }
        }
        areBareNumbers = reader.layouts.first.map { [.compact, .unix, .serial].contains($0) } ?? false
    }

    /// Fewer times of day tell nothing of the clock that they were written by.
    private static let fewestTimes = 50

    /// Whether the times of day are those of a clock of twelve hours that lost its AM and PM: none in the first hour of the day or after
    /// that of noon, and one in ten before six.
    func lostHalvesOfDay(clock: CityClock) -> Bool {
        let times = moments.compactMap(\.self)
            .map { clock.wallSeconds(at: Timestamp(secondsSince1970: $0)) }
            .map { ($0 % 86_400 + 86_400) % 86_400 }.filter { $0 != 0 }
        let hours = times.map { $0 / 3_600 }
        return hours.count >= Self.fewestTimes && hours.allSatisfy { (1...12).contains($0) }
            && hours.contains(12) && hours.count { $0 < 6 } * 10 >= hours.count
    }

    /// How many of the texts are dates.
    package var count: Int { moments.count { $0 != nil } }
}
