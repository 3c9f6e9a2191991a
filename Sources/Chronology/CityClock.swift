import Foundation

/// A city's wall clock: turns local times into moments and back by a table of its changes of offset.
///
/// The table spans 1970 to 2100. A wall time that a change in spring leaves out is read with the offset before the
/// change; one that a change in autumn repeats is the earlier of the two.
package struct CityClock: Sendable, Equatable {
    /// The zone's name in the time zone database, such as `America/New_York`.
    package let timeZone: String

    /// The moments at which each offset begins, seconds since 1970 UTC. The first reaches back without end.
    private var starts: [Int64]
    /// The same on the wall clock: the later of the two readings of each change.
    private var wallStarts: [Int64]
    private var offsets: [Int64]
    /// For each stretch of 2^21 s of wall time from 1970, the offset in force where it begins.
    private var hints: [UInt16]

    private static let stretch: Int64 = 21
    private static let end: Int64 = 4_102_444_800

    /// Creates the clock of a zone, or returns `nil` for a name that the time zone database does not have.
    package init?(timeZone name: String) {
        guard let zone = Self.zone(named: name) else { return nil }
        var starts: [Int64] = [.min]
        var offsets = [Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: 0)))]
        var moment = Date(timeIntervalSince1970: 0)
        while let next = zone.nextDaylightSavingTimeTransition(after: moment), next > moment,
            next.timeIntervalSince1970 < Double(Self.end)
        {
            moment = next
            let offset = Int64(zone.secondsFromGMT(for: next))
            if offset == offsets[offsets.count - 1] { continue }
            starts.append(Int64(next.timeIntervalSince1970.rounded()))
            offsets.append(offset)
        }
        self.init(timeZone: name, starts: starts, offsets: offsets)
    }

    private init(timeZone: String, starts: [Int64], offsets: [Int64]) {
        self.timeZone = timeZone
        self.starts = starts
        self.offsets = offsets
        wallStarts = starts.indices.map { index in
            index == 0 ? .min : starts[index] + max(offsets[index], offsets[index - 1])
        }
        hints = []
        var index = 0
        for stretch in 0...(Self.end >> Self.stretch) {
            while index + 1 < wallStarts.count, wallStarts[index + 1] <= stretch << Self.stretch {
                index += 1
            }
            hints.append(UInt16(index))
        }
    }

    /// The clock of Greenwich, without summer time.
    package static let utc = CityClock(timeZone: "UTC", starts: [.min], offsets: [0])

    /// Returns the moment at which the wall clock shows a time.
    ///
    /// - Parameter wallSeconds: The wall time as seconds since 1970-01-01 00:00:00 on the wall clock.
    package func timestamp(wallSeconds: Int64) -> Timestamp {
        let stretch = Int(min(max(wallSeconds >> Self.stretch, 0), Int64(hints.count - 1)))
        var index = Int(hints[stretch])
        while index + 1 < wallStarts.count, wallStarts[index + 1] <= wallSeconds { index += 1 }
        return Timestamp(secondsSince1970: wallSeconds - offsets[index])
    }

    /// Whether a moment lies within as long after a change in spring as that leaves out of the wall clock: then a wall time that
    /// there never was may have been read as it.
    package func followsGap(_ moment: Timestamp) -> Bool {
        let seconds = moment.secondsSince1970
        var index = Int(hints[Int(min(max(seconds >> Self.stretch, 0), Int64(hints.count - 1)))])
        while index + 1 < starts.count, starts[index + 1] <= seconds { index += 1 }
        guard index > 0, starts[index] <= seconds else { return false }
        return seconds - starts[index] < offsets[index] - offsets[index - 1]
    }

    /// Returns what the wall clock shows at a moment, as seconds since 1970-01-01 00:00:00 on the wall clock.
    package func wallSeconds(at moment: Timestamp) -> Int64 {
        moment.secondsSince1970 + offset(at: moment)
    }

    /// Returns the day that the city's calendar shows at a moment.
    package func date(at moment: Timestamp) -> CivilDate {
        CivilDate(daysSince1970: Self.day(of: wallSeconds(at: moment)))
    }

    /// The day on the wall clock, counted from 1970-01-01.
    private static func day(of wallSeconds: Int64) -> Int {
        Int((Double(wallSeconds) / 86_400).rounded(.down))
    }

    /// Returns the seconds that the wall clock shows at a moment since its midnight.
    package func secondOfDay(at moment: Timestamp) -> Int {
        let wall = wallSeconds(at: moment)
        return Int(wall) - Self.day(of: wall) * 86_400
    }

    /// Whether a moment is the first second of a day, which in records of requests is a day without a time: by chance one moment
    /// in 86,400 is.
    package func isDayOnly(_ moment: Timestamp) -> Bool {
        // All zones of today are off by quarters of an hour, so that most moments need no look at the zone.
        (moment.secondsSince1970 % 900 == 0 || moment.secondsSince1970 < 0)
            && startOfDay(date(at: moment)) == moment
    }

    /// Returns the moment at which a day begins in the city.
    package func startOfDay(_ date: CivilDate) -> Timestamp {
        timestamp(wallSeconds: Int64(date.daysSince1970) * 86_400)
    }

    /// Returns a moment as ISO 8601 in local time with its offset: `2024-07-01T09:30:00-04:00`.
    package func text(at moment: Timestamp) -> String {
        var bytes: [UInt8] = []
        append(moment, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends what ``text(at:)`` returns.
    package func append(_ moment: Timestamp, to bytes: inout [UInt8]) {
        let offset = offset(at: moment)
        let wall = moment.secondsSince1970 + offset
        let day = Self.day(of: wall)
        let date = CivilDate(daysSince1970: day)
        let isUsualYear = (0...9999).contains(date.year)
        if !isUsualYear { bytes.append(contentsOf: date.description.utf8) }
        // Its bytes are made beside the others and appended at once.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 25) { text in
            var length = 0
            func add(_ byte: UInt8) {
                text[length] = byte
                length += 1
            }
            func two(_ value: Int) {
                add(UInt8(truncatingIfNeeded: value / 10 % 10) + 48)
                add(UInt8(truncatingIfNeeded: value % 10) + 48)
            }
            if isUsualYear {
                two(date.year / 100)
                two(date.year % 100)
                add(UInt8(ascii: "-"))
                two(date.month)
                add(UInt8(ascii: "-"))
                two(date.day)
            }
            add(UInt8(ascii: "T"))
            let second = Int(wall) - day * 86_400
            two(second / 3600)
            add(UInt8(ascii: ":"))
            two(second / 60 % 60)
            add(UInt8(ascii: ":"))
            two(second % 60)
            add(UInt8(ascii: offset < 0 ? "-" : "+"))
            let minutes = Int(abs(offset)) / 60
            two(minutes / 60)
            add(UInt8(ascii: ":"))
            two(minutes % 60)
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[..<length]))
        }
    }

    /// Whether the zone has, or had since 1970, an offset from Greenwich, seconds east.
    package func hasOffset(_ seconds: Int64) -> Bool { offsets.contains(seconds) }

    private func offset(at moment: Timestamp) -> Int64 {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= moment.secondsSince1970 { low = middle } else { high = middle }
        }
        return offsets[low]
    }

    /// Foundation also takes abbreviations such as `EST`, which do not name a index and hide summer time.
    private static func zone(named name: String) -> TimeZone? {
        guard name.contains("/") || name == "UTC" || name == "GMT" else { return nil }
        return TimeZone(identifier: name)
    }
}
