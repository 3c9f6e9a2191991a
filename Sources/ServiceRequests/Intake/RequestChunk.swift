import DelimitedText

/// The requests of one block, as one thread reads them.
struct RequestChunk: Sendable {
    var ids = TextColumn()
    var addresses = TextColumn()
    var texts: [TextColumn]
    var carried: [TextColumn]
    var dates: [[Int64]]
    var longitudes: [Double] = []
    var latitudes: [Double] = []
    var positionStates: [PositionState] = []
    var positionDecimals: [UInt8] = []
    /// The numbers of the texts in `interners`.
    var interned: [[Int32]]
    /// The repeated texts, and for each whether it stands for nothing.
    var values: [TextColumn] = []
    var blankValues: [[Bool]] = []

    /// From 0 in the block.
    var lines: [UInt32] = []
    var rejections: [Rejection] = []
    /// The private categories of rejected rows.
    var otherStates: [StatedCategory] = []
    var notes: [RowNote] = []
    /// For each column of dates the rows whose date is written in numbers where the column's first is not, or the other
    /// way round.
    var rowsOfOtherKind: [[UInt32]] = IntakePlan.dates.map { _ in [] }
    var contraryDates: [DateOrderSettlement.Contrary] = []
    var datesAfterGaps: [DateOrderSettlement.Contrary] = []
    var lineCount = 0
    var blankLines = 0
    var sentinelDates = 0
    var spreadsheetIDs = 0
    var idColumn = SpreadsheetID.Column()
    /// The first row of the file's own names again; `nil` where none stands in the block.
    var firstHeader: (line: Int, rowsBefore: Int)?
    /// Whether the block ends below a header that is not the file's; `nil` where no header stands in it.
    var endsBelowOtherHeader: Bool?
    var oddTexts = OddTexts()
    /// In the file so far.
    var droppedNULs = 0
    /// How the file's text beyond ASCII is read so far.
    var encoding: FoundEncoding?
    /// The line ends that were mended so far.
    var mendedLineEnds = 0
    var fileBytesRead = 0
    var blockLength = 0

    var count: Int { longitudes.count }

    /// Returns the reason to tell of a row, and notes whether it is a header. Below one that is not the file's, a row is none whatever it
    /// looks like, but for one of the file's names: what stands in which column is not known.
    ///
    /// - Parameters:
    ///   - own: The reason that lies in the row; `nil` for none.
    ///   - rows: How many rows of its batch are kept before it.
    mutating func reason(of own: Rejection.Reason?, line: Int, rows: Int) -> Rejection.Reason {
        switch own {
        case .header, .otherHeader:
            if firstHeader == nil { firstHeader = (line, lines.count + rows) }
            endsBelowOtherHeader = own == .otherHeader
        case .foreignHeader where endsBelowOtherHeader != true: endsBelowOtherHeader = true
        default: if endsBelowOtherHeader == true { return .belowOtherHeader }
        }
        return own ?? .belowOtherHeader
    }

    /// Rejects the rows up to the first header of the file's names, which stand below one of an earlier block that is not the file's.
    mutating func rejectUpToHeader() {
        let rows = firstHeader?.rowsBefore ?? count
        rejections = rejections.map { rejection in
            guard rejection.line < firstHeader?.line ?? .max, rejection.reason.liesInCells else {
                return rejection
            }
            return Rejection(line: rejection.line, reason: .belowOtherHeader)
        }
        rejections += lines.prefix(rows).map { Rejection(line: Int($0), reason: .belowOtherHeader) }
        rejections.sort { $0.line < $1.line }
        let rest = (rows..<count).map { Int32($0) }
        func drop<Value>(_ column: inout [Value]) { column.removeFirst(min(rows, column.count)) }
        func drop(_ column: inout TextColumn) { if !column.isEmpty { column.keep(rest) } }
        drop(&ids)
        drop(&addresses)
        for index in texts.indices { drop(&texts[index]) }
        for index in carried.indices { drop(&carried[index]) }
        for index in dates.indices { drop(&dates[index]) }
        for index in interned.indices { drop(&interned[index]) }
        drop(&longitudes)
        drop(&latitudes)
        drop(&positionStates)
        drop(&positionDecimals)
        drop(&lines)
        notes = notes.filter { $0.row >= rows }
            .map { RowNote(row: $0.row - rows, field: $0.field, problem: $0.problem) }
        for index in rowsOfOtherKind.indices {
            rowsOfOtherKind[index] = rowsOfOtherKind[index].filter { $0 >= rows }.map { $0 - UInt32(rows) }
        }
        contraryDates = contraryDates.filter { $0.row >= rows }.map { $0.moved(by: -rows) }
        datesAfterGaps = datesAfterGaps.filter { $0.row >= rows }.map { $0.moved(by: -rows) }
    }

    /// How many rows and bytes a chunk's columns hold.
    struct Sizes: Sendable {
        fileprivate var rows = 0
        fileprivate var ids = 0
        fileprivate var addresses = 0
        fileprivate var texts: [Int] = []
        fileprivate var carried: [Int] = []
        fileprivate var dates: [Int] = []

        init() {}

        init(of chunk: RequestChunk) {
            rows = chunk.count
            (ids, addresses) = (chunk.ids.bytes.count, chunk.addresses.bytes.count)
            (texts, carried) = (chunk.texts.map(\.bytes.count), chunk.carried.map(\.bytes.count))
            dates = chunk.dates.map(\.count)
        }
    }

    /// Makes room for a chunk that is somewhat larger than another, so that columns need not grow and move.
    mutating func reserve(as sizes: Sizes) {
        func larger(_ count: Int) -> Int { count + count / 8 }
        let rows = larger(sizes.rows)
        guard rows > 0 else { return }
        ids.reserveRoom(rows: rows, bytes: larger(sizes.ids))
        addresses.reserveRoom(rows: rows, bytes: larger(sizes.addresses))
        for (index, bytes) in sizes.texts.enumerated() where bytes > 0 {
            texts[index].reserveRoom(rows: rows, bytes: larger(bytes))
        }
        for (index, bytes) in sizes.carried.enumerated() where bytes > 0 {
            carried[index].reserveRoom(rows: rows, bytes: larger(bytes))
        }
        for (index, count) in sizes.dates.enumerated() where count > 0 {
            dates[index].reserveCapacity(rows)
        }
        for index in interned.indices { interned[index].reserveCapacity(rows) }
        longitudes.reserveCapacity(rows)
        latitudes.reserveCapacity(rows)
        positionStates.reserveCapacity(rows)
        positionDecimals.reserveCapacity(rows)
        lines.reserveCapacity(rows)
    }

    init(plan: IntakePlan) {
        texts = plan.textFields.map { _ in TextColumn() }
        carried = plan.carriedSlots.map { _ in TextColumn() }
        dates = IntakePlan.dates.map { _ in [] }
        interned = (plan.internedFields.map { _ in () } + plan.assignedSlots.map { _ in () }).map { [] }
    }
}
