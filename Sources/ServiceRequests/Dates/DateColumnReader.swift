import Chronology
import City

/// Reads the dates of one column in the layouts that its first rows show.
struct DateColumnReader: Sendable, Equatable {
    enum Outcome: Equatable {
        case date(Int64)
        /// A date that is written as numbers where the column's first one is not, or the other way round.
        case dateOfOtherKind(Int64)
        case blank, sentinel, implausible
        /// No date; with the moment that it is if day and month are exchanged, where it then is one.
        case unreadable(exchanged: Int64?)
    }

    /// Most frequent first.
    let layouts: [DateLayout]
    /// Which number of a date of numbers comes first.
    let order: DateLayout.NumberOrder
    /// What the first rows did not show, for the rows that follow.
    private let others: [DateLayout]
    private let clock: CityClock
    private let zulu: CityFile.ZuluTime
    /// Whether nothing in the rows changes the order.
    private let isOrderKnown: Bool

    /// Whether the column's dates are written as numbers of which either may be the month.
    var isNumeric: Bool { layouts.first?.isNumeric ?? false }

    /// Whether dates that a spreadsheet made may stand beside those of numbers, and no others do.
    var mayHoldCells: Bool { layouts.allSatisfy { $0.isNumeric || $0 == .yearFirst || $0.isSerial } }

    /// 1970 to 2100, seconds since 1970.
    private static let plausible: Range<Int64> = 0..<4_133_980_800

    init(
        layouts: [DateLayout], order: DateLayout.NumberOrder, clock: CityClock, settings: DateSettings
    ) {
        self.layouts = layouts
        self.order = order
        // A column has one order of the three, and what does not fit it is no date.
        let isDayNext = layouts.contains(.yearDayMonth)
        let isYearBeforeName = layouts.contains(.yearBeforeName)
        others = DateLayout.all(order).map(settings.counted)
            .filter {
                !layouts.contains($0) && !(isDayNext && $0 == .yearFirst)
                    && !(isYearBeforeName && $0 == .monthName)
            }
        self.clock = clock
        zulu = settings.zulu ?? .utc
        isOrderKnown = settings.knownOrder != nil
    }

    @inline(__always)
    func read(_ text: UnsafeBufferPointer<UInt8>) -> Outcome {
        guard !text.isEmpty else { return .blank }
        if let first = layouts.first, let reading = first.read(text) { return judge(reading) }
        return readUnusual(text)
    }

    @inline(never)
    private func readUnusual(_ text: UnsafeBufferPointer<UInt8>) -> Outcome {
        if BlankText.isBlank(text) { return .blank }
        if let outcome = readByOthers(text) { return outcome }
        guard let plain = DateText.plain(text) else { return .unreadable(exchanged: exchanged(text)) }
        return plain.withUnsafeBufferPointer { plain in
            if let reading = layouts.first?.read(plain) { return judge(reading) }
            return readByOthers(plain) ?? .unreadable(exchanged: exchanged(plain))
        }
    }

    private func readByOthers(_ text: UnsafeBufferPointer<UInt8>) -> Outcome? {
        for layout in layouts.dropFirst() + others {
            guard let reading = layout.read(text) else { continue }
            let outcome = judge(reading)
            if layout.isNumeric != isNumeric, case .date(let moment) = outcome {
                return .dateOfOtherKind(moment)
            }
            return outcome
        }
        return nil
    }

    /// Returns what a date of numbers is with day and month exchanged, where that cannot be told from its moment: in a wall time
    /// that a change of the clock leaves out it stands for another one. `nil` too where nothing will be exchanged.
    func exchangedAfterGap(_ text: UnsafeBufferPointer<UInt8>, moment: Int64) -> Int64? {
        guard !isOrderKnown, clock.followsGap(Timestamp(secondsSince1970: moment)) else { return nil }
        return exchanged(text)
    }

    private func exchanged(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
        guard let reading = DateLayout.numbers(order.other).read(text),
            case .date(let moment) = judge(reading)
        else {
            return nil
        }
        return moment
    }

    @inline(__always)
    private func judge(_ reading: DateReading) -> Outcome {
        switch reading {
        case .wall(let seconds): return plausible(clock.timestamp(wallSeconds: seconds).secondsSince1970)
        default: return judgeZoned(reading)
        }
    }

    @inline(never)
    private func judgeZoned(_ reading: DateReading) -> Outcome {
        switch reading {
        case .sentinel: return .sentinel
        case .wall(let seconds): return plausible(clock.timestamp(wallSeconds: seconds).secondsSince1970)
        case .moment(let seconds): return plausible(seconds)
        case .zulu(let seconds):
            return plausible(
                zulu == .utc ? seconds : clock.timestamp(wallSeconds: seconds).secondsSince1970)
        case .zoned(let wall, let zone):
            guard let moment = ZoneAbbreviations.moment(wall: wall, zone: zone, clock: clock) else {
                return .unreadable(exchanged: nil)
            }
            return plausible(moment)
        }
    }

    @inline(__always)
    private func plausible(_ moment: Int64) -> Outcome {
        Self.plausible.contains(moment) ? .date(moment) : .implausible
    }
}
