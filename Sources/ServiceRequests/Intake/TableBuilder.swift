import DelimitedText
import WorkSharing

/// Joins chunks into the table, in the file's order.
struct TableBuilder: Sendable {
    private(set) var table = RequestTable()
    private(set) var bytesRead = 0
    private(set) var settlement = DateOrderSettlement()
    private let plan: IntakePlan
    private var interners: [ByteInterner]
    private var columns: [InternedColumn]
    /// The line of the next chunk's first record, from 1.
    private var line: Int
    private let byteCount: Int?
    private let sharesAddresses: Bool
    private let isArea: (@Sendable (Int, String) -> Bool)?
    /// What was answered, for each layer and code.
    private var areas: [[String: Bool]]
    private let source: String
    private let room: MemoryRoom?
    private let work: MemoryNeed.Work
    private var isReserved = false
    /// The different addresses, and for each row which one it has; `nil` where each row keeps its own text.
    private var sharedAddresses: ByteInterner?
    private var addressNumbers: [UInt32] = []
    /// The first row of each file.
    private(set) var firstRows = [0]
    /// Whether the last header so far is not the file's own.
    private var isBelowOtherHeader = false
    private var earlierNULs = 0
    private var earlierLineEnds = 0
    private var earlierBytes = 0
    /// The rows at which the memory of a file of unknown length is looked at anew.
    private var nextLook = 100_000

    /// - Parameters:
    ///   - source: What the file is called.
    ///   - room: How much memory there is for it and what is found in it; `nil` where nobody knows.
    ///   - work: What will be done with the rows.
    ///   - sharesAddresses: Whether each different address is kept once.
    ///   - isArea: See ``RequestReader/isArea``.
    init(
        plan: IntakePlan, dataLine: Int, byteCount: Int?, source: String, room: MemoryRoom?,
        work: MemoryNeed.Work = .judging, sharesAddresses: Bool = false,
        isArea: (@Sendable (Int, String) -> Bool)? = nil
    ) {
        self.isArea = isArea
        areas = plan.assignedSlots.map { _ in [:] }
        self.sharesAddresses = sharesAddresses
        if sharesAddresses { sharedAddresses = ByteInterner() }
        self.plan = plan
        self.byteCount = byteCount
        self.source = source
        self.room = room
        self.work = work
        line = dataLine
        let count = plan.internedFields.count + plan.assignedSlots.count
        interners = (0..<count).map { _ in ByteInterner() }
        columns = (0..<count).map { _ in InternedColumn() }
        table.carried = plan.carriedNames.map { CarriedColumn(name: $0) }
    }

    /// Goes on with another file's rows.
    ///
    /// - Parameter dataLine: The line of its first record.
    mutating func beginFile(dataLine: Int) {
        firstRows.append(table.count)
        line = dataLine
        isBelowOtherHeader = false
        earlierNULs = table.intake.droppedNULs
        earlierLineEnds = table.intake.mendedLineEnds
        earlierBytes = bytesRead
    }

    /// - Throws: Where the file's rows will need more memory than there is.
    mutating func append(_ chunk: RequestChunk) throws(RequestError) {
        try reserveOnce(chunk)
        try lookAtMemory()
        var chunk = chunk
        if isBelowOtherHeader { chunk.rejectUpToHeader() }
        isBelowOtherHeader = chunk.endsBelowOtherHeader ?? isBelowOtherHeader
        let first = table.count
        appendInterned(chunk)
        appendIDs(chunk)
        if plan.hasAddress { appendAddresses(chunk.addresses) }
        appendDates(chunk)
        for (index, field) in plan.textFields.enumerated() {
            let column: WritableKeyPath<RequestTable, TextColumn> =
                field == .parent ? \.parents : \.descriptions
            table[keyPath: column].append(contentsOf: chunk.texts[index])
        }
        for index in chunk.carried.indices {
            table.carried[index].texts.append(contentsOf: chunk.carried[index])
        }
        table.longitudes.append(contentsOf: chunk.longitudes)
        table.latitudes.append(contentsOf: chunk.latitudes)
        table.positionStates.append(contentsOf: chunk.positionStates)
        table.positionDecimals.append(contentsOf: chunk.positionDecimals)
        let base = UInt32(truncatingIfNeeded: line)
        table.lines.append(contentsOf: chunk.lines.lazy.map { base &+ $0 })
        appendRemarks(chunk, firstRow: first)
        line += chunk.lineCount
        bytesRead = earlierBytes + chunk.fileBytesRead
    }

    /// Returns the table with all its texts.
    mutating func finish() -> RequestTable {
        for column in columns.indices {
            columns[column].values = (0..<interners[column].count).map { interners[column].texts[$0] }
        }
        for (index, field) in plan.internedFields.enumerated() {
            switch field {
            case .category: table.categories = columns[index]
            case .status: table.statuses = columns[index]
            case .channel: table.channels = columns[index]
            case .zip: table.zips = columns[index]
            case .referral: table.referrals = columns[index]
            default: table.cities = columns[index]
            }
        }
        table.assigned = Array(columns[plan.internedFields.count...])
        if let addresses = sharedAddresses.take() {
            table.addresses = TextColumn(addresses.texts, numbers: addressNumbers)
            addressNumbers = []
        }
        table.intake.bytesRead = bytesRead
        table.intake.lineCount = line - 1
        return table
    }

    /// Returns the rows so far as a table, and begins another with the rows that follow. Repeated texts keep their numbers, and
    /// what was found about the file goes on.
    mutating func takeSlice() -> (table: RequestTable, settlement: DateOrderSettlement) {
        let slice = (finish(), settlement)
        let intake = table.intake
        table = RequestTable()
        table.intake = intake
        table.carried = plan.carriedNames.map { CarriedColumn(name: $0) }
        for column in columns.indices { columns[column].indices = [] }
        if sharesAddresses { sharedAddresses = ByteInterner() }
        settlement = DateOrderSettlement()
        isReserved = false
        return slice
    }

    private mutating func appendAddresses(_ addresses: TextColumn) {
        guard sharedAddresses != nil else { return table.addresses.append(contentsOf: addresses) }
        for row in 0..<addresses.count {
            addresses.withBytes(at: row) { text in
                addressNumbers.append(
                    text.isEmpty
                        ? TextColumn.blank : UInt32(bitPattern: sharedAddresses?.number(of: text) ?? -1))
            }
        }
    }

    private mutating func appendIDs(_ chunk: RequestChunk) {
        guard plan.slots[.id] == nil else {
            table.ids.append(contentsOf: chunk.ids)
            return
        }
        for row in chunk.lines {
            let id = Array(String(line + Int(row)).utf8)
            id.withUnsafeBufferPointer { table.ids.append($0) }
        }
    }

    private mutating func appendDates(_ chunk: RequestChunk) {
        let blank = repeatElement(TimestampColumn.missing, count: chunk.count)
        if plan.slots[.opened] == nil { table.opened.seconds.append(contentsOf: blank) }
        if plan.slots[.closed] == nil { table.closed.seconds.append(contentsOf: blank) }
        table.opened.seconds.append(contentsOf: chunk.dates[0])
        table.closed.seconds.append(contentsOf: chunk.dates[1])
        table.due.seconds.append(contentsOf: chunk.dates[2])
        table.updated.seconds.append(contentsOf: chunk.dates[3])
    }

    private mutating func appendInterned(_ chunk: RequestChunk) {
        for column in columns.indices {
            var numbers: [Int32] = []
            for value in 0..<chunk.values[column].count {
                let isBlank =
                    chunk.blankValues[column][value] && !isArea(chunk.values[column], value, column: column)
                numbers.append(
                    isBlank
                        ? -1 : chunk.values[column].withBytes(at: value) { interners[column].number(of: $0) })
            }
            // A constant: each look at a captured variable would be checked for exclusive access.
            let numberOf = numbers
            columns[column].indices.append(
                contentsOf: chunk.interned[column].lazy.map { $0 < 0 ? -1 : numberOf[Int($0)] })
        }
    }

    /// Whether a text that stands for nothing elsewhere is the code of an area.
    private mutating func isArea(_ values: TextColumn, _ value: Int, column: Int) -> Bool {
        let layer = column - plan.internedFields.count
        guard layer >= 0, let isArea, !values.withBytes(at: value, BlankText.isNull) else { return false }
        let code = values[value]
        if let known = areas[layer][code] { return known }
        let found = isArea(layer, code)
        areas[layer][code] = found
        return found
    }

    private mutating func appendRemarks(_ chunk: RequestChunk, firstRow: Int) {
        for rejection in chunk.rejections {
            table.rejections.append(Rejection(line: line + rejection.line, reason: rejection.reason))
        }
        table.intake.otherStates += chunk.otherStates
        for note in chunk.notes {
            table.notes.append(RowNote(row: firstRow + note.row, field: note.field, problem: note.problem))
        }
        for (column, rows) in chunk.rowsOfOtherKind.enumerated() {
            settlement.rowsOfOtherKind[column] += rows.map { UInt32(truncatingIfNeeded: firstRow) &+ $0 }
        }
        settlement.contrary += chunk.contraryDates.map { $0.moved(by: firstRow) }
        settlement.afterGaps += chunk.datesAfterGaps.map { $0.moved(by: firstRow) }
        table.intake.blankLines += chunk.blankLines
        table.intake.sentinelDates += chunk.sentinelDates
        let rewritten = table.intake.idColumn.rewritten
        table.intake.idColumn += chunk.idColumn
        table.intake.spreadsheetIDs += chunk.spreadsheetIDs + table.intake.idColumn.rewritten - rewritten
        if let encoding = chunk.encoding, !table.intake.encodings.contains(encoding) {
            table.intake.encodings.append(encoding)
        }
        table.intake.droppedNULs = earlierNULs + chunk.droppedNULs
        table.intake.mendedLineEnds = earlierLineEnds + chunk.mendedLineEnds
        table.intake.oddTexts += chunk.oddTexts
    }

    /// Looks at the memory of a file of unknown length each time that its rows have doubled: columns double when they grow.
    private mutating func lookAtMemory() throws(RequestError) {
        guard !isReserved, table.count >= nextLook else { return }
        nextLook = table.count * 2
        let texts =
            [table.ids, sharedAddresses?.texts ?? table.addresses, table.parents, table.descriptions]
            + table.carried.map(\.texts)
        try MemoryNeed(
            rows: nextLook, textBytes: 2 * texts.reduce(0) { $0 + $1.bytes.count }, for: work
        )
        .check(against: room, source: source)
    }

    /// Makes room for the whole file as its first block leads to expect, so that columns need not grow and move.
    private mutating func reserveOnce(_ chunk: RequestChunk) throws(RequestError) {
        guard !isReserved, let byteCount, chunk.blockLength > 0, byteCount > chunk.blockLength else { return }
        isReserved = true
        let factor = Double(byteCount) / Double(chunk.blockLength) * 1.03
        let rows = Int(Double(chunk.count) * factor)
        func bytes(_ column: TextColumn) -> Int { Int(Double(column.bytes.count) * factor) }
        let texts = [chunk.ids, chunk.addresses] + chunk.texts + chunk.carried
        try MemoryNeed(rows: rows, textBytes: texts.reduce(0) { $0 + bytes($1) }, for: work)
            .check(against: room, source: source)
        // Ids grow longer. What is never touched takes no memory.
        table.ids.reserve(rows: rows, bytes: bytes(chunk.ids) * 3 / 2)
        if sharedAddresses == nil {
            table.addresses.reserve(rows: rows, bytes: bytes(chunk.addresses))
        } else {
            addressNumbers.reserveLargePages(rows)
        }
        table.longitudes.reserveLargePages(rows)
        table.latitudes.reserveLargePages(rows)
        table.positionStates.reserveLargePages(rows)
        table.positionDecimals.reserveLargePages(rows)
        table.lines.reserveLargePages(rows)
        table.opened.seconds.reserveLargePages(rows)
        table.closed.seconds.reserveLargePages(rows)
        if plan.slots[.updated] != nil { table.updated.seconds.reserveLargePages(rows) }
        if plan.slots[.due] != nil { table.due.seconds.reserveLargePages(rows) }
        for column in columns.indices { columns[column].indices.reserveLargePages(rows) }
    }
}
