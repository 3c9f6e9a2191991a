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

    init(plan: IntakePlan) {
        texts = plan.textFields.map { _ in TextColumn() }
        carried = plan.carriedSlots.map { _ in TextColumn() }
        dates = IntakePlan.dates.map { _ in [] }
        interned = (plan.internedFields.map { _ in () } + plan.assignedSlots.map { _ in () }).map { [] }
    }
}
