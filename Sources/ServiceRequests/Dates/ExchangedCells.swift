import Chronology

/// Dates that a spreadsheet read with day and month exchanged when the file was opened in it: those that its own order can read became
/// dates, and those that it cannot, with a day above 12, stayed texts.
package struct ExchangedCells: Codable, Sendable, Equatable {
    /// How many dates of each column, by its field's name, were put right.
    package var mended: [String: Int] = [:]
    /// How many may be exchanged and were left as they are, since they are too few to tell.
    package var doubtful: [String: Int] = [:]

    package var isEmpty: Bool { mended.isEmpty && doubtful.isEmpty }

    /// The columns, by their fields' names, in which such dates were put right.
    package var columns: [String] { mended.keys.sorted() }

    /// What two parts of a file count.
    func joined(with other: Self?) -> Self {
        guard let other else { return self }
        return Self(
            mended: mended.merging(other.mended, uniquingKeysWith: +),
            doubtful: doubtful.merging(other.doubtful, uniquingKeysWith: +))
    }

    /// One sentence for each column.
    package var sentences: [String] {
        mended.sorted { $0.key < $1.key }.map { field, count in
            "\(field): put right in \(count) \(count == 1 ? "date" : "dates"): day and month, which a spreadsheet had exchanged; none"
                + " of these has a day above 12, and all that stayed text have one"
        }
            + doubtful.sorted { $0.key < $1.key }.map { field, count in
                "not certain: whether a spreadsheet exchanged day and month of \(count) dates of \(field), of which none has a day above"
                    + " 12 where all that stayed text have one; export the file again without saving it from a spreadsheet"
            }
    }
}

/// What the dates of one column say of a spreadsheet that exchanged some. Evidence of parts adds up to that of the whole.
struct CellEvidence: Sendable {
    enum Verdict { case none, doubtful, certain }

    /// A date that is none of numbers has a day above 12, or one of numbers has not: no spreadsheet parted them.
    private(set) var isRuledOut = false
    /// Dates that are none of numbers.
    private(set) var cells = 0
    /// Dates of numbers.
    private var texts = 0
    /// The months of the dates of numbers, and how often each of the others occurs, as read and with day and month exchanged.
    private var textMonths: ClosedRange<Int>?
    private var months: (asRead: [Int: Int], exchanged: [Int: Int]) = ([:], [:])

    private static let lastMonth = 12
    /// So many of each are no chance: of twenty days all are 12 and less once in a hundred million times.
    private static let many = 20
    private static let few = 5

    /// - Parameter isCell: Whether the date is none of numbers.
    mutating func look(at date: (year: Int, month: Int, day: Int), isCell: Bool) {
        guard isCell == (date.day <= Self.lastMonth) else { return isRuledOut = true }
        let month = date.year * 12 + date.month
        guard isCell else {
            texts += 1
            let range = textMonths ?? month...month
            textMonths = min(range.lowerBound, month)...max(range.upperBound, month)
            return
        }
        cells += 1
        months.asRead[month, default: 0] += 1
        months.exchanged[date.year * 12 + date.day, default: 0] += 1
    }

    static func += (one: inout Self, other: Self) {
        one.isRuledOut = one.isRuledOut || other.isRuledOut
        one.cells += other.cells
        one.texts += other.texts
        one.months.asRead.merge(other.months.asRead, uniquingKeysWith: +)
        one.months.exchanged.merge(other.months.exchanged, uniquingKeysWith: +)
        guard let range = other.textMonths else { return }
        let own = one.textMonths ?? range
        one.textMonths =
            min(own.lowerBound, range.lowerBound)...max(own.upperBound, range.upperBound)
    }

    var verdict: Verdict {
        guard isConsistent, cells >= Self.few, texts >= Self.few else { return .none }
        return cells >= Self.many && texts >= Self.many ? .certain : .doubtful
    }

    /// Whether there are a few dates of both kinds and none says that no spreadsheet parted them. That is enough where it parted those of
    /// another column of the file.
    var isConsistent: Bool {
        guard !isRuledOut, cells > 0, texts > 0, cells + texts >= Self.few, let textMonths else {
            return false
        }
        // A file that was written anew in the middle of a month parts its days too, and lies in that month as it is read.
        let near = (textMonths.lowerBound - 1)...(textMonths.upperBound + 1)
        func outside(_ months: [Int: Int]) -> Int {
            months.reduce(0) { near.contains($1.key) ? $0 : $0 + $1.value }
        }
        return outside(months.exchanged) <= outside(months.asRead)
    }

    /// Whether some columns have together enough dates of both kinds for a doubt.
    static func areDoubtful(_ columns: [Self]) -> Bool {
        columns.reduce(0) { $0 + $1.cells } >= few && columns.reduce(0) { $0 + $1.texts } >= few
    }
}

extension DateOrderSettlement {
    /// What the dates of each of ``IntakePlan/dates`` say of a spreadsheet that exchanged some.
    func cellEvidence(
        in table: RequestTable, readers: [RequestField: DateColumnReader], clock: CityClock
    ) -> [CellEvidence] {
        let numeric = NumericDates(table, readers: readers, rowsOfOtherKind: rowsOfOtherKind)
        return IntakePlan.dates.enumerated().map { column, field in
            var evidence = CellEvidence()
            guard let reader = readers[field], reader.mayHoldCells else { return evidence }
            for (row, moment) in table[keyPath: Self.columns[column]].seconds.enumerated()
            where moment != TimestampColumn.missing {
                let date = clock.date(at: Timestamp(secondsSince1970: moment))
                evidence.look(
                    at: (date.year, date.month, date.day), isCell: !numeric.isNumeric(row, column))
                if evidence.isRuledOut { break }
            }
            return evidence
        }
    }

    /// Puts right what a spreadsheet exchanged, as all of the city's requests showed or else as these do.
    func mendCells(
        _ table: inout RequestTable, readers: [RequestField: DateColumnReader], known: [String]?,
        clock: CityClock
    ) -> ExchangedCells {
        let found = cellEvidence(in: table, readers: readers, clock: clock)
        var cells = ExchangedCells(found)
        guard let known else {
            mend(&table, cells.columns, readers: readers, clock: clock)
            return cells
        }
        // Rows alone may say what the whole does not.
        cells.doubtful = cells.doubtful.filter { !known.contains($0.key) }
        cells.mended = mend(&table, known, readers: readers, clock: clock)
        return cells
    }

    /// Exchanges day and month of all dates of some columns that are none of numbers, and counts them.
    @discardableResult
    private func mend(
        _ table: inout RequestTable, _ fields: [String], readers: [RequestField: DateColumnReader],
        clock: CityClock
    ) -> [String: Int] {
        guard !fields.isEmpty else { return [:] }
        let numeric = NumericDates(table, readers: readers, rowsOfOtherKind: rowsOfOtherKind)
        var counts: [String: Int] = [:]
        for (column, field) in IntakePlan.dates.enumerated() where fields.contains(field.rawValue) {
            let path = Self.columns[column]
            for row in table[keyPath: path].seconds.indices where !numeric.isNumeric(row, column) {
                guard let moment = Self.exchanged(table[keyPath: path].seconds[row], clock) else { continue }
                table[keyPath: path].seconds[row] = moment
                counts[field.rawValue, default: 0] += 1
            }
        }
        return counts
    }
}

extension ExchangedCells {
    /// - Parameter evidence: That of each of ``IntakePlan/dates``.
    init(_ evidence: [CellEvidence]) {
        // The columns of a file went through one spreadsheet.
        let isCertain = evidence.contains { $0.verdict == .certain }
        let consistent = evidence.filter(\.isConsistent)
        let isDoubtful = !isCertain && CellEvidence.areDoubtful(consistent)
        for (field, found) in zip(IntakePlan.dates, evidence) where found.isConsistent {
            if isCertain { mended[field.rawValue] = found.cells }
            if isDoubtful { doubtful[field.rawValue] = found.cells }
        }
    }
}
