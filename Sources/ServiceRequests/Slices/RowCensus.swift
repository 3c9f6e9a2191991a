import Algorithms
import Chronology
import DelimitedText

/// What has to be known of all rows of a file before the first of them can be read rightly: in which order its dates are, how
/// many decimals are usual, and which ids repeat.
///
/// It is made of one look at the file or, where dates contradict each other or ids stand in no order, of a second one, and where
/// ids repeat of a third.
package struct RowCensus: Sendable {
    /// The file's facts, as far as a look at its rows tells.
    package private(set) var intake = IntakeSummary()
    /// The rows of the file that could be read, also those that are no request of their own.
    package private(set) var rows = 0
    package private(set) var repeatedIDs: [CityFacts.RepeatedID] = []
    /// How many rows have the id of an earlier one and are requests all the same.
    package private(set) var repeatedIDRows = 0

    private var dates = DateEvidence()
    private var decimals = [Int](repeating: 0, count: 256)
    private var placeless = 0
    private var rejected = 0
    private var firstRejection: Rejection?
    private var order = IDOrder()

    /// Looks at a file.
    ///
    /// - Parameters:
    ///   - bytes: The length of a slice in the file, about.
    ///   - each: Is called with each slice of the first look, as it was read.
    /// - Throws: ``RequestError`` as ``RequestReader/read(progress:)`` does.
    package init(
        _ reader: RequestReader, bytes: Int, progress: (@Sendable (ReadingProgress) -> Void)? = nil,
        each: (RequestTable) throws -> Void
    ) throws {
        var slices = try RequestSlices(reader, state: .raw, bytes: bytes, progress: progress)
        while let slice = try slices.next() {
            dates += slices.dateEvidence(in: slice)
            take(slice)
            try each(slice)
        }
        let beginning = slices.beginning
        try reader.check(rows: rows, rejected: rejected, first: firstRejection, beginning.shape)
        let settings = reader.knownDates
        let first = beginning.dates.values.first?.order
        let isOpen =
            dates.areNumeric && settings.order == nil && settings.known?.order == nil
            && beginning.finder.yearPlace == .last
            && !(dates.contrary == 0 && beginning.finder.tellingDates > 0)
        let mayDeny =
            settings.order == nil && settings.known?.order != nil
            && dates.contrary > (settings.known?.yields == true ? 0 : DateOrderSettlement.fewMistakes)
        let hasIDs = beginning.map.columns[.id] != nil && !order.isAscending
        var repeated: Set<UInt64> = []
        if isOpen || mayDeny || hasIDs {
            repeated = try lookAgain(reader, bytes: bytes, atDates: isOpen || mayDeny, atIDs: hasIDs)
        }
        if dates.areNumeric, let first {
            intake.dateOrder =
                DateOrderSettlement.decide(
                    first, settings: settings, shown: beginning.finder,
                    contrary: dates.contrary, clock: reader.clock, support: { dates.support },
                    inversions: { (dates.asRead, dates.exchanged) }
                ).order
            let cells = ExchangedCells(dates.cells)
            if !cells.isEmpty { intake.dateOrder?.cells = cells }
        }
        intake.midnights = MidnightColumns(dates.midnights)
        intake.precision = UsualDecimals.find(decimals).flatMap { $0.raised.isEmpty ? nil : $0 }
        reader.summarize(&intake, beginning, isPlaceless: placeless * 2 > rows)
        intake.note(
            written: Timestamp(secondsSince1970: beginning.shape.modified), rows: rows + rejected)
        guard !repeated.isEmpty else { return }
        try judgeRepeats(reader, bytes: bytes, repeated)
        try reader.checkRepeats(
            repeatedIDRows, of: rows, map: beginning.map, sample: beginning.sample)
    }

    private mutating func take(_ slice: RequestTable) {
        rows += slice.count
        intake = slice.intake
        for (index, count) in UsualDecimals.counts(slice.positionDecimals, states: slice.positionStates)
            .enumerated()
        {
            decimals[index] += count
        }
        placeless += slice.positionStates.count { $0 != .recorded }
        if firstRejection == nil { firstRejection = slice.rejections.first }
        rejected += slice.rejections.count
        order.take(slice.ids)
    }

    /// Gathers what the first look left open, and returns the keys of ids that more than one row has.
    private mutating func lookAgain(
        _ reader: RequestReader, bytes: Int, atDates: Bool, atIDs: Bool
    ) throws(RequestError) -> Set<UInt64> {
        var slices = try RequestSlices(reader, state: .raw, bytes: bytes)
        var evidence = DateEvidence()
        var keys: [UInt64] = []
        if atIDs { keys.reserveCapacity(rows) }
        while let slice = try slices.next() {
            if atDates { evidence += slices.fullDateEvidence(in: slice) }
            guard atIDs else { continue }
            for row in 0..<slice.count {
                keys.append(slice.ids.withBytes(at: row) { FactKey(of: $0).value })
            }
        }
        if atDates { dates = evidence }
        keys.sort()
        var repeated: Set<UInt64> = []
        for (key, next) in keys.adjacentPairs() where key == next { repeated.insert(key) }
        return repeated
    }

    /// Judges the rows whose ids repeat, which are held in memory together.
    private mutating func judgeRepeats(
        _ reader: RequestReader, bytes: Int, _ repeated: Set<UInt64>
    ) throws(RequestError) {
        var reader = reader
        reader.facts = facts(wardline: "", city: "")
        var slices = try RequestSlices(reader, state: .settled, bytes: bytes)
        var table = RequestTable()
        while let slice = try slices.next() {
            let wanted = (0..<slice.count).filter { row in
                repeated.contains(slice.ids.withBytes(at: row) { FactKey(of: $0).value })
            }
            table.append(rows: wanted, of: slice)
        }
        table.facts = nil
        table.foldRepeatedRows(jobs: reader.jobs, clock: reader.clock, notingRowsOf: [0])
        repeatedIDs = table.repeatedIDs
        repeatedIDRows = table.repeatedIDRows.count
    }

    /// What slices have to know of the others so that they are read as within the whole.
    package func facts(wardline: String, city: String) -> CityFacts {
        var facts = CityFacts(wardline: wardline, city: city)
        facts.take(intake)
        facts.files = [intake.sourceName]
        facts.repeatedIDs = repeatedIDs
        return facts
    }
}

extension CityFacts {
    /// Takes up how the files that were read are written.
    package mutating func take(_ intake: IntakeSummary) {
        columns = Columns(
            header: intake.header, profile: intake.profile,
            fields: Dictionary(uniqueKeysWithValues: intake.columns.map { ($0.key.rawValue, $0.value) }),
            address: intake.addressParts)
        dialect = intake.writing.flatMap(Writing.init)
        // Files that differ tell each its own.
        dialect?.encoding = intake.encodings.count == 1 ? intake.encodings.first?.name : nil
        dialect?.encodingBasis = intake.encodings.count == 1 ? intake.encodings.first?.basis.rawValue : nil
        dates = Dates(
            order: intake.dateOrder?.order,
            form: Dictionary(uniqueKeysWithValues: intake.dateLayouts.map { ($0.key.rawValue, $0.value) }),
            certain: intake.dateOrder?.isCertain ?? true,
            exchanged: intake.dateOrder.map { $0.cells?.columns ?? [] },
            midnights: intake.midnights?.days)
        if let order = intake.dateOrder, !order.isCertain, order.contrary > 0 {
            dates.contrary = order.contrary
        }
        precision = intake.precision
        positionForm = intake.positionForm
    }
}

/// Whether the ids of a file stand in order, each greater than the one before: then none repeats.
private struct IDOrder: Sendable {
    private(set) var isAscending = true
    private var last: [UInt8] = []

    mutating func take(_ ids: TextColumn) {
        guard isAscending, ids.count > 0 else { return }
        isAscending =
            ids.withBytes(at: 0) { RepeatedIDs.isGreater($0, than: last) }
            && RepeatedIDs.isAscending(ids, jobs: 1)
        last = ids.withBytes(at: ids.count - 1) { Array($0) }
    }
}
