import DelimitedText
import Synchronization
import WorkSharing

/// A file's rows, one slice after the other, for work that cannot have all of them in memory.
///
/// Repeated texts have the same numbers in all slices, as in the table of the whole file; a later slice has more of them.
package struct RequestSlices: Sendable {
    /// What has been done to the rows of a slice.
    package enum State: Sendable {
        /// They are as they were read: dates and decimals are not settled, and rows of one id stand beside each other.
        case raw
        /// Dates and decimals are read as facts say; rows of one id stand beside each other.
        case settled
        /// They are the rows that the table of the whole has, as facts say.
        case folded
    }

    private let reader: RequestReader
    private let state: State
    let beginning: RequestReader.Beginning
    private let blocks: SharedBlocks
    private let meter: ProgressMeter
    /// Taken while a slice is read.
    private var builder: TableBuilder?
    private let blocksOfSlice: Int
    private var isFirst = true
    private static let shortestBlock = 1 << 12
    private var settlement = DateOrderSettlement()

    /// - Parameters:
    ///   - reader: How the file is read. For ``State/settled`` and ``State/folded`` it has the facts.
    ///   - bytes: The length of a slice in the file, about.
    package init(
        _ reader: RequestReader, state: State, bytes: Int,
        progress: (@Sendable (ReadingProgress) -> Void)? = nil
    ) throws(RequestError) {
        var reader = reader
        reader.room = nil
        reader.blockLength = min(reader.blockLength, max(bytes, Self.shortestBlock))
        self.reader = reader
        self.state = state
        let file = try reader.open()
        let beginning = try reader.look(at: file)
        self.beginning = beginning
        blocksOfSlice = max(1, bytes / reader.blockLength)
        meter = ProgressMeter(byteCount: beginning.shape.byteCount, report: progress)
        builder = TableBuilder(
            plan: beginning.plan, dataLine: beginning.shape.dataLine,
            byteCount: min(blocksOfSlice * reader.blockLength, beginning.shape.byteCount ?? .max),
            source: reader.source.name, room: nil,
            sharesAddresses: reader.sharesAddresses && state == .folded, isArea: reader.isArea)
        blocks = SharedBlocks(file.makeBlockReader(blockLength: reader.blockLength))
    }

    /// Returns the next slice, `nil` after the last; a file without rows has one.
    package mutating func next() throws(RequestError) -> RequestTable? {
        guard let sink = builder.take() else { return nil }
        blocks.allow(blocksOfSlice)
        let (reader, meter) = (reader, meter)
        let grid = beginning.grid
        let plan = beginning.plan
        var filled = try foldStream(
            jobs: reader.jobs, source: blocks, into: sink,
            pull: { (blocks: inout SharedBlocks, spent) throws(RequestError) -> TextBlock? in
                try blocks.next(reusing: spent)
            },
            makeWorker: { () throws(RequestError) -> ChunkReader in
                ChunkReader(plan: plan, grid: try grid?.makeReader())
            },
            work: { (reader: inout ChunkReader, block: inout TextBlock) in reader.read(&block) },
            fold: { (builder: inout TableBuilder, chunk) throws(RequestError) in
                try builder.append(chunk)
                meter.report(bytesRead: builder.bytesRead, rows: builder.table.count)
            })
        var slice = filled.takeSlice()
        if blocks.isAtEnd {
            let isEmpty = slice.table.count == 0 && slice.table.rejections.isEmpty
            guard isFirst || !isEmpty else { return nil }
        } else {
            builder = filled
        }
        isFirst = false
        settlement = slice.settlement
        if state != .raw {
            reader.complete(
                &slice.table, beginning, settlement: settlement, fileDay: beginning.shape.modified)
        } else {
            reader.readStatuses(of: &slice.table, beginning)
        }
        if state == .folded, beginning.map.columns[.id] != nil {
            slice.table.foldRepeatedRows(jobs: reader.jobs, clock: reader.clock)
        }
        reader.keepColumns(of: &slice.table, beginning)
        return slice.table
    }

    /// What the dates of the slice that came last say of their order.
    func dateEvidence(in slice: RequestTable) -> DateEvidence {
        var evidence = DateEvidence()
        evidence.areNumeric = settlement.hasNumericDates(beginning.dates)
        evidence.contrary = settlement.contrary.count
        evidence.midnights = slice.midnightEvidence(reader.knownDates, clock: reader.clock)
        evidence.cells = settlement.cellEvidence(in: slice, readers: beginning.dates, clock: reader.clock)
        return evidence
    }

    /// What they say for each order, which takes longer.
    func fullDateEvidence(in slice: RequestTable) -> DateEvidence {
        var evidence = dateEvidence(in: slice)
        let found = settlement.evidence(
            in: slice, readers: beginning.dates, fileDay: beginning.shape.modified, clock: reader.clock)
        (evidence.support, evidence.asRead, evidence.exchanged) = (
            found.support, found.asRead, found.exchanged
        )
        return evidence
    }
}

/// The blocks of a file, of which so many are given as are allowed.
private final class SharedBlocks: Sendable {
    private struct State {
        var blocks: BlockReader
        var allowed = 0
        var isAtEnd = false
    }

    private let state: Mutex<State>

    init(_ blocks: sending BlockReader) { state = Mutex(State(blocks: blocks)) }

    var isAtEnd: Bool { state.withLock { $0.isAtEnd } }

    func allow(_ count: Int) { state.withLock { $0.allowed = count } }

    func next(reusing spent: consuming TextBlock?) throws(RequestError) -> TextBlock? {
        let spent = spent
        return try state.withLock { (state) throws(RequestError) -> TextBlock? in
            guard state.allowed > 0, !state.isAtEnd else { return nil }
            state.allowed -= 1
            do throws(DelimitedTextError) {
                let block = try state.blocks.next(reusing: spent)
                state.isAtEnd = block == nil
                return block
            } catch {
                throw .text(error)
            }
        }
    }
}

/// What the dates of a file say of which number is the day.
struct DateEvidence: Sendable {
    var areNumeric = false
    /// Dates that can only be read in the other order, and in the one that was taken.
    var contrary = 0
    var support = 0
    /// What each order puts in an impossible sequence.
    var asRead = 0
    var exchanged = 0
    /// What they say of a spreadsheet that exchanged day and month of some.
    var cells = IntakePlan.dates.map { _ in CellEvidence() }

    /// What they say of days that were written as midnights of UTC.
    var midnights = IntakePlan.dates.map { _ in UniversalMidnights() }

    static func += (one: inout Self, other: Self) {
        one.areNumeric = one.areNumeric || other.areNumeric
        one.contrary += other.contrary
        one.support += other.support
        one.asRead += other.asRead
        one.exchanged += other.exchanged
        for column in one.cells.indices { one.cells[column] += other.cells[column] }
        for column in one.midnights.indices { one.midnights[column] += other.midnights[column] }
    }
}
