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
        var moments: [Int64?] = []
        var cells: [Int] = []
        for (row, text) in texts.enumerated() {
            var text = text
            let outcome = text.withUTF8 { reader.read($0) }
            switch outcome {
            case .date(let moment):
                moments.append(moment)
                if !reader.isNumeric { cells.append(row) }
            case .dateOfOtherKind(let moment):
                moments.append(moment)
                if reader.isNumeric { cells.append(row) }
            case .unreadable(let exchanged): moments.append(exchanged)
            case .blank, .sentinel, .implausible: moments.append(nil)
            }
        }
        if reader.mayHoldCells { Self.mend(&moments, cells: cells, clock: clock) }
        self.moments = moments
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

    /// Puts right day and month of the dates that a spreadsheet exchanged, by the rule that holds when all requests are read.
    ///
    /// - Parameter cells: The rows whose dates are none of numbers.
    private static func mend(_ moments: inout [Int64?], cells: [Int], clock: CityClock) {
        let areCells = Set(cells)
        var evidence = CellEvidence()
        for (row, moment) in moments.enumerated() {
            guard let moment else { continue }
            let date = clock.date(at: Timestamp(secondsSince1970: moment))
            evidence.look(at: (date.year, date.month, date.day), isCell: areCells.contains(row))
            if evidence.isRuledOut { return }
        }
        guard evidence.verdict == .certain else { return }
        for row in cells {
            moments[row] = moments[row].flatMap { DateOrderSettlement.exchanged($0, clock) ?? $0 }
        }
    }

    /// How many of the texts are dates.
    package var count: Int { moments.count { $0 != nil } }
}
