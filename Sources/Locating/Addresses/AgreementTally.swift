import ServiceRequests

/// Counts how recorded positions agree with the addresses beside them: in the whole file, by channel and category, in stretches
/// of the file, and by street.
///
/// A stretch begins where more pairs lie apart than not and ends where most agree again: what CUSUM charts look for (Page,
/// Biometrika 41, 1954). Its pairs count in no channel and no category, which it would make doubtful as well.
struct AgreementTally: Sendable {
    /// A request with its recorded position and its address.
    struct Pair: Sendable {
        let line: Int
        /// Among the table's; −1 for none.
        let channel: Int
        let category: Int
        /// The address's number, which tells repeated ones.
        let place: Int32

        init(_ row: Int, in columns: Columns, place: Int32) {
            line = row < columns.lines.count ? Int(columns.lines[row]) : row + 1
            channel = row < columns.channels.count ? Int(columns.channels[row]) : -1
            category = row < columns.categories.count ? Int(columns.categories[row]) : -1
            self.place = place
        }
    }

    /// What of a table tells to which parts its rows belong: reaching it through the table costs more for each row.
    struct Columns: Sendable {
        fileprivate let lines: [UInt32]
        fileprivate let channels: [Int32]
        fileprivate let categories: [Int32]

        init(_ table: RequestTable) {
            lines = table.lines
            (channels, categories) = (table.channels.indices, table.categories.indices)
        }
    }

    private struct Counts {
        var compared = 0
        var apart = 0
        /// The address that came last: one that is entered many times over says no more than once.
        var last: Int32 = -1

        var isDoubtful: Bool { compared >= AddressAgreement.fewest && apart * 2 > compared }

        mutating func add(_ pair: Pair, isApart: Bool) {
            guard pair.place != last else { return }
            last = pair.place
            compared += 1
            if isApart { apart += 1 }
        }
    }

    /// So many more pairs have to lie apart than agree: chance does not bring that about.
    private static let fewestOfStretch = 30

    private var compared = 0
    private var apart = 0
    private var channels: [Counts] = []
    private var categories: [Counts] = []
    private var stretches: [AddressAgreement.Part] = []
    private var streets = StreetNumbering()

    /// Among the files that were read one after the other.
    private var file = 0
    /// The line of the pair before, and that of the last one before the run.
    private var line = 0
    private var lineBeforeRun = 0
    private var place: Int32 = -1
    /// The pairs since as many agreed as lay apart.
    private var run: [(pair: Pair, isApart: Bool)] = []
    private var sum = 0
    private var peak = 0
    /// How many of the run's pairs there were at the peak.
    private var peakLength = 0

    /// Takes up a request and how far its position is from its address, metres.
    mutating func add(_ pair: Pair, error: Double) {
        guard error <= PositionErrors.elsewhere else { return }
        let isApart = error > AddressAgreement.another
        compared += 1
        if isApart { apart += 1 }
        // Files begin with their first lines again.
        if pair.line < line {
            endRun(before: nil)
            (file, line) = (file + 1, 0)
        }
        if run.isEmpty {
            lineBeforeRun = line
            line = pair.line
            guard isApart else { return count(pair, isApart: false) }
        }
        line = pair.line
        run.append((pair, isApart))
        if pair.place != place { sum += isApart ? 1 : -1 }
        place = pair.place
        if sum > peak { (peak, peakLength) = (sum, run.count) }
        if sum <= 0 || peak - sum >= Self.fewestOfStretch { endRun(before: pair.line) }
    }

    /// - Parameter end: The line with which a stretch is over at the latest; `nil` where the file is.
    private mutating func endRun(before end: Int?) {
        var rest = run[...]
        if peak >= Self.fewestOfStretch {
            let doubted = run.prefix(peakLength)
            rest = run.dropFirst(peakLength)
            let last = rest.first.map { $0.pair.line - 1 } ?? end.map { $0 - 1 } ?? Int(Int32.max)
            stretches.append(
                AddressAgreement.Part(
                    file: file, lines: [lineBeforeRun + 1, last], compared: doubted.count,
                    apart: doubted.count { $0.isApart }))
        }
        for (pair, isApart) in rest { count(pair, isApart: isApart) }
        run.removeAll(keepingCapacity: true)
        (sum, peak, peakLength, place) = (0, 0, 0, -1)
    }

    private mutating func count(_ pair: Pair, isApart: Bool) {
        Self.count(pair, isApart: isApart, in: &channels, at: pair.channel)
        Self.count(pair, isApart: isApart, in: &categories, at: pair.category)
    }

    private static func count(_ pair: Pair, isApart: Bool, in groups: inout [Counts], at index: Int) {
        guard index >= 0 else { return }
        if index >= groups.count {
            groups += [Counts](repeating: Counts(), count: index + 1 - groups.count)
        }
        groups[index].add(pair, isApart: isApart)
    }

    /// Takes up the next slice of a file, or all of it.
    mutating func add(_ book: AddressBook, table: RequestTable) {
        streets.add(book, table: table)
        let comparable = book.places.map(\.isComparable)
        let columns = Columns(table)
        for row in book.errors.indices where book.placeByRow[row] >= 0 {
            let place = book.placeByRow[row]
            if comparable[Int(place)] {
                add(Pair(row, in: columns, place: place), error: Double(book.errors[row]))
            }
        }
    }

    /// Returns what was counted.
    ///
    /// - Parameter table: Has the texts of all requests.
    func agreement(of table: RequestTable) -> AddressAgreement {
        var whole = self
        whole.endRun(before: nil)
        let channels = whole.channels.enumerated().filter { $0.element.isDoubtful }.map { index, counts in
            AddressAgreement.Part(
                channel: table.channels.values[index], compared: counts.compared, apart: counts.apart)
        }
        let categories = whole.categories.enumerated().filter { $0.element.isDoubtful }.map { index, counts in
            AddressAgreement.Part(
                category: table.categories.values[index], compared: counts.compared, apart: counts.apart)
        }
        return AddressAgreement(
            compared: compared, apart: apart, parts: whole.stretches + channels + categories + streets.parts)
    }
}
