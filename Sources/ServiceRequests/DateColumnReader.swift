import Chronology

/// Reads the dates of one column in the layouts that its first rows show.
struct DateColumnReader: Sendable, Equatable {
    enum Outcome: Equatable {
        case date(Int64)
        case blank, sentinel, unreadable, implausible
    }

    /// Most frequent first.
    let layouts: [DateLayout]
    /// What the first rows did not show, for the rows that follow.
    private let others: [DateLayout]
    private let clock: CityClock

    /// 1970 to 2100, seconds since 1970.
    private static let plausible: Range<Int64> = 0..<4_133_980_800

    init(layouts: [DateLayout], order: DateLayout.NumberOrder, clock: CityClock) {
        let all = DateLayout.all(order)
        self.layouts = layouts
        others = all.filter { !layouts.contains($0) }
        self.clock = clock
    }

    @inline(__always)
    func read(_ text: UnsafeBufferPointer<UInt8>) -> Outcome {
        guard !text.isEmpty else { return .blank }
        for layout in layouts {
            if let reading = layout.read(text) { return judge(reading) }
        }
        return readUnusual(text)
    }

    @inline(never)
    private func readUnusual(_ text: UnsafeBufferPointer<UInt8>) -> Outcome {
        if BlankText.isBlank(text) { return .blank }
        for layout in others {
            if let reading = layout.read(text) { return judge(reading) }
        }
        return .unreadable
    }

    @inline(__always)
    private func judge(_ reading: DateReading) -> Outcome {
        switch reading {
        case .sentinel: return .sentinel
        case .wall(let seconds):
            let moment = clock.timestamp(wallSeconds: seconds).secondsSince1970
            return Self.plausible.contains(moment) ? .date(moment) : .implausible
        case .moment(let seconds):
            return Self.plausible.contains(seconds) ? .date(seconds) : .implausible
        }
    }
}
