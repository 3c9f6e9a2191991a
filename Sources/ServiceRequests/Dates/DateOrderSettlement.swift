import Chronology

/// Settles by the whole file which number of its dates is the day, where its first rows left that open or later ones
/// contradict them, and exchanges day and month where they were read the wrong way round.
struct DateOrderSettlement {
    /// What a date is with day and month exchanged.
    struct Contrary: Sendable {
        let row: UInt32
        /// An index into ``IntakePlan/dates``.
        let column: UInt8
        let moment: Int64

        /// Returns the same for rows that stand so many rows farther down.
        func moved(by rows: Int) -> Self {
            Self(row: UInt32(truncatingIfNeeded: rows) &+ row, column: column, moment: moment)
        }
    }

    /// Rows whose dates are written as numbers where those of the column's first row are not, or the other way round, for
    /// each of ``IntakePlan/dates``.
    var rowsOfOtherKind: [[UInt32]] = IntakePlan.dates.map { _ in [] }
    /// Dates that can only be read with day and month exchanged.
    var contrary: [Contrary] = []
    /// Dates whose moments do not tell what they are with day and month exchanged.
    var afterGaps: [Contrary] = []

    static var columns: [WritableKeyPath<RequestTable, TimestampColumn>] {
        [\.opened, \.closed, \.due, \.updated]
    }
    fileprivate static let lastMonth = 12

    /// - Parameters:
    ///   - shown: What the first rows show of the order.
    ///   - fileDay: When the file was last written, seconds since 1970.
    /// - Returns: The order that holds; `nil` for a file without dates of numbers.
    func settle(
        _ table: inout RequestTable, readers: [RequestField: DateColumnReader], settings: DateSettings,
        shown: DateLayoutFinder, fileDay: Int64, clock: CityClock
    ) -> SettledDateOrder? {
        let known = settings.known?.exchanged
        guard let order = readers.values.first?.order, hasNumericDates(readers) || known?.isEmpty == false
        else { return nil }
        let numeric = NumericDates(table, readers: readers, rowsOfOtherKind: rowsOfOtherKind)
        let decision = Self.decide(
            order, settings: settings, shown: shown, contrary: contrary.count, clock: clock,
            support: { numeric.support(clock) },
            inversions: { inversions(table, numeric, fileDay: fileDay, clock: clock) })
        let all = Set(Self.columns.indices)
        let taken = decision.isExchanged ? all : []
        let exchanged = columnsToExchange(
            table, numeric, decision.order, taken: taken, fileDay: fileDay, clock: clock)
        var settled = settled(decision.order, numeric, exchanged: exchanged, taken: taken, clock: clock)
        if !exchanged.isEmpty { exchange(&table, numeric, columns: exchanged, clock: clock) }
        let cells = mendCells(&table, readers: readers, known: known, clock: clock)
        if !cells.isEmpty { settled.cells = cells }
        return settled
    }

    /// Returns the columns in which day and month are to be exchanged: in each as its own dates say, and in one of which none says
    /// anything as in the others, unless that closes requests before they are opened.
    private func columnsToExchange(
        _ table: RequestTable, _ numeric: NumericDates, _ order: SettledDateOrder, taken: Set<Int>,
        fileDay: Int64, clock: CityClock
    ) -> Set<Int> {
        switch order.basis {
        case .dates, .sequence, .usual, .earlierFiles: break
        case .cityFile, .facts, .deniedFacts, .imports, .years, .openYear: return taken
        }
        var exchanged = taken
        var silent: [Int] = []
        var isTold = false
        for column in Self.columns.indices where numeric.hasNumbers(column) {
            let against = contrary.count { Int($0.column) == column }
            let isSupported = numeric.hasSupport(column, clock)
            isTold = isTold || against > 0 || isSupported
            if against == 0, !isSupported { silent.append(column) }
            if against > 0, !isSupported || against > numeric.support(column, clock) {
                exchanged.insert(column)
            }
            if isSupported, against == 0 || against < numeric.support(column, clock) {
                exchanged.remove(column)
            }
        }
        for column in silent where column < 2 && isTold {
            let other = exchanged.symmetricDifference([column])
            let found = inversions(
                table, numeric, exchanging: (exchanged, other), fileDay: fileDay, clock: clock)
            if found.0 > found.1 + 1 { exchanged = other }
        }
        return exchanged
    }

    /// Returns what is told of the order where some columns are read otherwise than was decided for all.
    private func settled(
        _ order: SettledDateOrder, _ numeric: NumericDates, exchanged: Set<Int>, taken: Set<Int>,
        clock: CityClock
    ) -> SettledDateOrder {
        let apart = exchanged.symmetricDifference(taken).filter(numeric.hasNumbers).sorted()
        guard !apart.isEmpty else { return order }
        let contrary = Self.columns.indices.reduce(0) { sum, column in
            sum
                + (exchanged.contains(column)
                    ? numeric.support(column, clock) : self.contrary.count { Int($0.column) == column })
        }
        let telling = Self.columns.indices.reduce(0) { sum, column in
            sum
                + (exchanged.contains(column)
                    ? self.contrary.count { Int($0.column) == column } : numeric.support(column, clock))
        }
        return SettledDateOrder(
            order: order.order, basis: .dates(telling), contrary: contrary,
            apart: apart.map { IntakePlan.dates[$0].rawValue })
    }

    /// What became of the order that was taken at first.
    struct Decision {
        let order: SettledDateOrder
        /// Whether day and month are to be exchanged.
        let isExchanged: Bool
    }

    /// Decides which order holds.
    ///
    /// - Parameters:
    ///   - shown: What the first rows show of the order.
    ///   - contrary: How many dates can only be read in the other order.
    ///   - support: Counts those that can only be read in this one.
    ///   - inversions: Counts what each order puts in an impossible sequence.
    static func decide(
        _ order: DateLayout.NumberOrder, settings: DateSettings, shown: DateLayoutFinder, contrary: Int,
        clock: CityClock, support: () -> Int, inversions: () -> (asRead: Int, exchanged: Int)
    ) -> Decision {
        func settled(_ basis: SettledDateOrder.Basis, contrary: Int) -> Decision {
            Decision(
                order: SettledDateOrder(order: order.title, basis: basis, contrary: contrary),
                isExchanged: false)
        }
        func exchanged(_ basis: SettledDateOrder.Basis, contrary: Int) -> Decision {
            Decision(
                order: SettledDateOrder(order: order.other.title, basis: basis, contrary: contrary),
                isExchanged: true)
        }
        if settings.order != nil { return settled(.cityFile, contrary: contrary) }
        if let known = settings.known, known.order != nil {
            // An order that nothing settled gives way to dates that have one reading, of which all requests had none.
            if known.yields, order != .yearFirst {
                if contrary == 0, shown.tellingDates > 0 {
                    return settled(.dates(shown.tellingDates), contrary: 0)
                }
                let inFavour = contrary > 0 ? support() : 0
                if contrary > inFavour { return exchanged(.dates(contrary), contrary: inFavour) }
                if inFavour > contrary { return settled(.dates(inFavour), contrary: contrary) }
            }
            // What all requests showed holds for a part of them, but not in silence where most of its own dates deny it.
            let isDenied = contrary > Self.fewMistakes && contrary > support()
            return settled(isDenied ? .deniedFacts : .facts(certain: known.certain), contrary: contrary)
        }
        switch shown.yearPlace {
        case .first: return settled(.years(shown.yearFirstDates), contrary: contrary)
        case .open: return settled(.openYear, contrary: contrary)
        case .last: break
        }
        if contrary == 0, shown.tellingDates > 0 { return settled(.dates(shown.tellingDates), contrary: 0) }
        let inFavour = support()
        if contrary > inFavour { return exchanged(.dates(contrary), contrary: inFavour) }
        if inFavour > contrary { return settled(.dates(inFavour), contrary: contrary) }
        // As many dates say the one as the other, or none says anything.
        let found = inversions()
        if found.exchanged < found.asRead {
            return exchanged(.sequence(found.asRead - found.exchanged), contrary: inFavour)
        }
        if found.asRead < found.exchanged {
            return settled(.sequence(found.exchanged - found.asRead), contrary: contrary)
        }
        if settings.earlierOrder == order.title { return settled(.earlierFiles, contrary: contrary) }
        if settings.earlierOrder == order.other.title { return exchanged(.earlierFiles, contrary: inFavour) }
        return settled(.usual(timeZone: clock.timeZone), contrary: contrary)
    }

    /// So many dates in the other order may be mistyped.
    static let fewMistakes = 10

    /// What the dates of some rows say for and against the order that was taken.
    func evidence(
        in table: RequestTable, readers: [RequestField: DateColumnReader], fileDay: Int64, clock: CityClock
    ) -> (support: Int, asRead: Int, exchanged: Int) {
        let numeric = NumericDates(table, readers: readers, rowsOfOtherKind: rowsOfOtherKind)
        let found = inversions(table, numeric, fileDay: fileDay, clock: clock)
        return (numeric.support(clock), found.asRead, found.exchanged)
    }

    func hasNumericDates(_ readers: [RequestField: DateColumnReader]) -> Bool {
        if !contrary.isEmpty { return true }
        return IntakePlan.dates.enumerated().contains { index, field in
            readers[field].map { $0.isNumeric || !rowsOfOtherKind[index].isEmpty } ?? false
        }
    }

    /// Counts the requests that are closed before they are opened, and the dates after the file's own day.
    private func inversions(
        _ table: RequestTable, _ numeric: NumericDates, fileDay: Int64, clock: CityClock
    ) -> (asRead: Int, exchanged: Int) {
        inversions(table, numeric, exchanging: ([], [0, 1]), fileDay: fileDay, clock: clock)
    }

    /// Counts the same with day and month exchanged in the ones or the others of the columns.
    private func inversions(
        _ table: RequestTable, _ numeric: NumericDates, exchanging columns: (Set<Int>, Set<Int>),
        fileDay: Int64, clock: CityClock
    ) -> (asRead: Int, exchanged: Int) {
        func moment(_ seconds: Int64, row: Int, column: Int, exchanging: Set<Int>) -> Int64 {
            guard exchanging.contains(column), numeric.isNumeric(row, column) else { return seconds }
            return Self.exchanged(seconds, clock) ?? TimestampColumn.missing
        }
        let missing = TimestampColumn.missing
        var (asRead, exchanged) = (0, 0)
        // What an export made shortly before midnight in another zone holds.
        let latest = fileDay + 86_400
        for row in 0..<table.count {
            let (written, end) = (table.opened.seconds[row], table.closed.seconds[row])
            func read(_ exchanging: Set<Int>) -> (opened: Int64, closed: Int64) {
                (
                    moment(written, row: row, column: 0, exchanging: exchanging),
                    moment(end, row: row, column: 1, exchanging: exchanging)
                )
            }
            let ((opened, closed), (otherOpened, otherClosed)) = (read(columns.0), read(columns.1))
            if written != missing {
                if opened > latest { asRead += 1 }
                if otherOpened > latest { exchanged += 1 }
            }
            guard opened != missing, closed != missing, otherOpened != missing, otherClosed != missing else {
                continue
            }
            // Days are compared: a closing without a time lies before an opening of its day.
            if Self.day(opened, clock) > Self.day(closed, clock) { asRead += 1 }
            if Self.day(otherOpened, clock) > Self.day(otherClosed, clock) { exchanged += 1 }
        }
        return (asRead, exchanged)
    }

    private static func day(_ moment: Int64, _ clock: CityClock) -> Int {
        clock.date(at: Timestamp(secondsSince1970: moment)).daysSince1970
    }

    /// Returns a moment with day and month exchanged, `nil` where that is no date.
    static func exchanged(_ moment: Int64, _ clock: CityClock) -> Int64? {
        guard moment != TimestampColumn.missing else { return nil }
        let wall = clock.wallSeconds(at: Timestamp(secondsSince1970: moment))
        let date = CivilDate(daysSince1970: Int((Double(wall) / 86_400).rounded(.down)))
        guard let other = CivilDate(year: date.year, month: date.day, day: date.month) else { return nil }
        let time = wall - Int64(date.daysSince1970) * 86_400
        return clock.timestamp(wallSeconds: Int64(other.daysSince1970) * 86_400 + time).secondsSince1970
    }

    private func exchange(
        _ table: inout RequestTable, _ numeric: NumericDates, columns: Set<Int>, clock: CityClock
    ) {
        for (index, path) in Self.columns.enumerated() where columns.contains(index) {
            for row in table[keyPath: path].seconds.indices where numeric.isNumeric(row, index) {
                let moment = table[keyPath: path].seconds[row]
                guard moment != TimestampColumn.missing else { continue }
                if let other = Self.exchanged(moment, clock) {
                    table[keyPath: path].seconds[row] = other
                } else {
                    table[keyPath: path].seconds[row] = TimestampColumn.missing
                    table.notes.append(
                        RowNote(row: row, field: IntakePlan.dates[index], problem: .unreadableDate))
                }
            }
        }
        for date in contrary + afterGaps where columns.contains(Int(date.column)) {
            table[keyPath: Self.columns[Int(date.column)]].seconds[Int(date.row)] = date.moment
        }
        var mended: Set<RowNote> = []
        for date in contrary where columns.contains(Int(date.column)) {
            let index = Int(date.column)
            mended.insert(
                RowNote(row: Int(date.row), field: IntakePlan.dates[index], problem: .unreadableDate))
        }
        table.notes.removeAll(where: mended.contains)
        table.notes.sort { ($0.row, $0.field.order) < ($1.row, $1.field.order) }
    }
}

/// Which dates of a table are written as numbers.
struct NumericDates {
    private let isColumnNumeric: [Bool]
    private let rowsOfOtherKind: [Set<UInt32>]
    private let columns: [MomentSeconds]

    init(_ table: RequestTable, readers: [RequestField: DateColumnReader], rowsOfOtherKind: [[UInt32]]) {
        isColumnNumeric = IntakePlan.dates.map { readers[$0]?.isNumeric ?? false }
        self.rowsOfOtherKind = rowsOfOtherKind.map(Set.init)
        columns = [table.opened, table.closed, table.due, table.updated].map(\.seconds)
    }

    func isNumeric(_ row: Int, _ column: Int) -> Bool {
        isColumnNumeric[column] != rowsOfOtherKind[column].contains(UInt32(row))
    }

    /// Counts the dates that can only be read in the order that was taken.
    func support(_ clock: CityClock) -> Int { columns.indices.reduce(0) { $0 + support($1, clock) } }

    /// Whether a column has dates of numbers.
    func hasNumbers(_ column: Int) -> Bool { isColumnNumeric[column] || !rowsOfOtherKind[column].isEmpty }

    /// Counts such dates of a column.
    func support(_ column: Int, _ clock: CityClock) -> Int {
        guard hasNumbers(column) else { return 0 }
        return columns[column].enumerated().count { tells($1, $0, column, clock) }
    }

    /// Whether a column has one.
    func hasSupport(_ column: Int, _ clock: CityClock) -> Bool {
        hasNumbers(column) && columns[column].enumerated().contains { tells($1, $0, column, clock) }
    }

    private func tells(_ moment: Int64, _ row: Int, _ column: Int, _ clock: CityClock) -> Bool {
        moment != TimestampColumn.missing && isNumeric(row, column)
            && clock.date(at: Timestamp(secondsSince1970: moment)).day > DateOrderSettlement.lastMonth
    }
}
