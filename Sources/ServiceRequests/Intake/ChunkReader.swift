import DelimitedText

/// Reads blocks into chunks, column by column. Each thread has its own.
struct ChunkReader {
    let plan: IntakePlan
    var scanner: RecordScanner
    var batch: FieldBatch
    var interners: [ByteInterner]
    /// The rows of the batch that become requests.
    var kept: [Int] = []
    /// Whether the block's bytes are all ASCII.
    var isASCII = true
    /// Reads eastings and northings where there are no columns of degrees.
    let grid: GridReader?
    /// Reads those of rows without degrees.
    let secondGrid: GridReader?
    let systems = PositionSystems()
    /// How much the last block held: the blocks of a file are alike.
    private var lastSizes = RequestChunk.Sizes()

    init(plan: IntakePlan, grid: GridReader?) {
        self.plan = plan
        self.grid = plan.secondPositions == .grid ? nil : grid
        secondGrid = plan.secondPositions == .grid ? grid : nil
        scanner = RecordScanner(dialect: plan.dialect, layout: plan.layout)
        batch = FieldBatch(slotCount: plan.layout.slotCount)
        let count = plan.internedFields.count + plan.assignedSlots.count
        interners = (0..<count).map { _ in ByteInterner() }
    }

    mutating func read(_ block: inout TextBlock) -> RequestChunk {
        var chunk = RequestChunk(plan: plan)
        chunk.reserve(as: lastSizes)
        isASCII = block.isASCII
        scanner.restart()
        for index in interners.indices { interners[index].removeAll() }
        while scanner.next(of: &block, into: &batch) {
            keepRows(block, &chunk)
            readIDs(block, &chunk)
            readDates(block, &chunk)
            readPositions(block, &chunk)
            readInterned(block, &chunk)
            readTexts(block, &chunk)
        }
        finish(&chunk, block)
        lastSizes = RequestChunk.Sizes(of: chunk)
        return chunk
    }

    private func readIDs(_ block: TextBlock, _ chunk: inout RequestChunk) {
        let first = chunk.lines.count
        for row in kept { chunk.lines.append(batch.lines[row]) }
        noteShortRows(&chunk, first: first)
        guard let slot = plan.slots[.id] else { return }
        batch.withFields(slot: slot, of: block) { fields in
            for row in kept {
                let field = Self.withoutMark(fields[row])
                if SpreadsheetID.isDamaged(field) { chunk.spreadsheetIDs += 1 }
                chunk.idColumn.look(at: field)
                append(field, to: &chunk.ids, &chunk.oddTexts)
            }
        }
    }

    private func noteShortRows(_ chunk: inout RequestChunk, first: Int) {
        for short in batch.shortRows {
            guard let index = kept.firstIndex(of: short) else { continue }
            chunk.notes.append(RowNote(row: first + index, field: .id, problem: .missingFields))
        }
        for stray in batch.strayQuoteRows {
            guard let index = kept.firstIndex(of: stray) else { continue }
            chunk.notes.append(RowNote(row: first + index, field: .id, problem: .strayQuote))
        }
    }

    private func readDates(_ block: TextBlock, _ chunk: inout RequestChunk) {
        for (index, field) in IntakePlan.dates.enumerated() {
            guard let slot = plan.slots[field], let reader = plan.dates[field] else { continue }
            let first = chunk.dates[index].count
            if let parts = plan.joinedDates[field] {
                readJoinedDates(block, parts, reader, (field, index), &chunk)
                continue
            }
            // Taken out of the chunk meanwhile: each row would look its column up among those of dates.
            var moments = chunk.dates[index].taken()
            batch.withFields(slot: slot, of: block) { fields in
                for (offset, row) in kept.enumerated() {
                    let text = fields[row]
                    take(
                        reader.read(text), of: text, by: reader, at: (first + offset, field, index),
                        into: &moments, &chunk)
                }
            }
            chunk.dates[index] = moments
        }
    }

    /// Reads dates that stand in several columns: year, month and day, or day and time.
    private func readJoinedDates(
        _ block: TextBlock, _ parts: JoinedDate, _ reader: DateColumnReader,
        _ column: (field: RequestField, index: Int), _ chunk: inout RequestChunk
    ) {
        var moments = chunk.dates[column.index].taken()
        for row in kept {
            let place = (moments.count, column.field, column.index)
            parts.text(row, of: batch, block).withUnsafeBufferPointer {
                take(reader.read($0), of: $0, by: reader, at: place, into: &moments, &chunk)
            }
        }
        chunk.dates[column.index] = moments
    }

    /// Takes up what a date was read as.
    @inline(__always)
    private func take(
        _ outcome: DateColumnReader.Outcome, of text: UnsafeBufferPointer<UInt8>,
        by reader: DateColumnReader, at place: (row: Int, field: RequestField, column: Int),
        into moments: inout [Int64], _ chunk: inout RequestChunk
    ) {
        switch outcome {
        case .date(let seconds):
            moments.append(seconds)
            if reader.isNumeric { noteGap(text, seconds, reader, (place.row, place.column), &chunk) }
        case .dateOfOtherKind(let seconds):
            moments.append(seconds)
            noteGap(text, seconds, reader, (place.row, place.column), &chunk)
            chunk.rowsOfOtherKind[place.column].append(UInt32(truncatingIfNeeded: place.row))
        case .blank, .sentinel, .implausible, .unreadable:
            moments.append(TimestampColumn.missing)
            note(outcome, row: place.row, field: place.field, &chunk)
        }
    }

    /// Notes what a date would be with day and month exchanged where that is no matter of its moment alone.
    private func noteGap(
        _ text: UnsafeBufferPointer<UInt8>, _ moment: Int64, _ reader: DateColumnReader,
        _ place: (row: Int, column: Int), _ chunk: inout RequestChunk
    ) {
        guard let exchanged = reader.exchangedAfterGap(text, moment: moment) else { return }
        chunk.datesAfterGaps.append(
            DateOrderSettlement.Contrary(
                row: UInt32(truncatingIfNeeded: place.row), column: UInt8(place.column), moment: exchanged))
    }

    @inline(never)
    private func note(
        _ outcome: DateColumnReader.Outcome, row: Int, field: RequestField, _ chunk: inout RequestChunk
    ) {
        switch outcome {
        case .date, .dateOfOtherKind, .blank: break
        case .sentinel: chunk.sentinelDates += 1
        case .unreadable(let exchanged):
            chunk.notes.append(RowNote(row: row, field: field, problem: .unreadableDate))
            guard let exchanged, let column = IntakePlan.dates.firstIndex(of: field) else { break }
            chunk.contraryDates.append(
                DateOrderSettlement.Contrary(
                    row: UInt32(truncatingIfNeeded: row), column: UInt8(column), moment: exchanged))
        case .implausible: chunk.notes.append(RowNote(row: row, field: field, problem: .implausibleDate))
        }
    }

    private mutating func readInterned(_ block: TextBlock, _ chunk: inout RequestChunk) {
        let slots = plan.internedFields.map { plan.slots[$0] } + plan.assignedSlots.map { Optional($0) }
        for (column, slot) in slots.enumerated() {
            guard let slot else {
                chunk.interned[column].append(contentsOf: repeatElement(-1, count: kept.count))
                continue
            }
            batch.withFields(slot: slot, of: block) { fields in
                interners[column].appendNumbers(of: fields, in: kept, to: &chunk.interned[column])
            }
        }
    }

    private func readTexts(_ block: TextBlock, _ chunk: inout RequestChunk) {
        if !plan.addressParts.isEmpty {
            readAddressParts(block, &chunk)
        } else if let slot = plan.slots[.address] {
            batch.withFields(slot: slot, of: block) { fields in
                for row in kept {
                    append(blankAware(fields[row]), to: &chunk.addresses, &chunk.oddTexts)
                }
            }
        }
        for (index, field) in plan.textFields.enumerated() {
            guard let slot = plan.slots[field] else { continue }
            batch.withFields(slot: slot, of: block) { fields in
                for row in kept {
                    append(blankAware(fields[row]), to: &chunk.texts[index], &chunk.oddTexts)
                }
            }
        }
        for (index, slot) in plan.carriedSlots.enumerated() {
            batch.withFields(slot: slot, of: block) { fields in
                for row in kept { append(fields[row], to: &chunk.carried[index], &chunk.oddTexts) }
            }
        }
    }

    /// Joins the parts of each address with spaces between them, and two streets that meet with a `&`. A house number that a program took for a decimal, `102.0`,
    /// becomes one again.
    private func readAddressParts(_ block: TextBlock, _ chunk: inout RequestChunk) {
        for row in kept {
            var address: [UInt8] = []
            for (part, slot) in plan.addressParts.enumerated() {
                let joint = part == plan.crossingPart ? Self.crossing : Self.space
                batch.withFields(slot: slot, of: block) { fields in
                    let text = blankAware(fields[row])
                    guard !text.isEmpty else { return }
                    if !address.isEmpty { address += joint }
                    address.append(contentsOf: WholeNumber.withoutPoint(text))
                }
            }
            address.withUnsafeBufferPointer { append($0, to: &chunk.addresses, &chunk.oddTexts) }
        }
    }

    private static let space = Array(" ".utf8)
    private static let crossing = Array(" & ".utf8)

    @inline(__always)
    private func blankAware(_ field: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        field.count <= 11 && BlankText.isBlank(field) ? UnsafeBufferPointer(start: nil, count: 0) : field
    }

    /// Appends a text as UTF-8, and counts it where it was none.
    @inline(__always)
    private func append(
        _ field: UnsafeBufferPointer<UInt8>, to column: inout TextColumn, _ odd: inout OddTexts
    ) {
        column.beginRow()
        defer { column.endRow() }
        if isASCII {
            column.bytes.append(contentsOf: field)
        } else {
            odd.count(FieldText.append(field, to: &column.bytes))
        }
    }

    private mutating func finish(_ chunk: inout RequestChunk, _ block: TextBlock) {
        for (column, interner) in interners.enumerated() {
            let isCode = column >= plan.internedFields.count
            var values = TextColumn()
            var blanks: [Bool] = []
            for index in 0..<interner.count {
                interner.texts.withBytes(at: index) { text in
                    let isBlank = isCode ? BlankText.isBlank(text) : BlankText.isNull(text)
                    blanks.append(isBlank)
                    append(text, to: &values, &chunk.oddTexts)
                }
            }
            chunk.values.append(values)
            chunk.blankValues.append(blanks)
        }
        for (fault, range) in zip(scanner.faults, scanner.faultRanges) {
            let rejection = Rejection(fault, expected: plan.expectedFields)
            let notes = lineOfNotes(fault, block.bytes(of: range))
            chunk.rejections.append(notes.map { Rejection(line: rejection.line, reason: $0) } ?? rejection)
        }
        noteStates(ofFaultsIn: block, &chunk)
        chunk.rejections.sort { $0.line < $1.line }
        chunk.notes.sort { ($0.row, $0.field.order) < ($1.row, $1.field.order) }
        chunk.lineCount = scanner.lineCount
        chunk.blankLines = scanner.blankLines
        chunk.fileBytesRead = block.fileBytesRead
        chunk.droppedNULs = block.droppedNULs
        chunk.encoding = block.encoding
        chunk.mendedLineEnds = block.mendedLineEnds
        chunk.blockLength = block.count
    }
}

extension Rejection {
    init(_ fault: RecordFault, expected: Int) {
        line = fault.line
        reason =
            switch fault.problem {
            case .tooManyFields(let found): .tooManyFields(found: found, expected: expected)
            case .tooFewFields(let found): .tooFewFields(found: found, expected: expected)
            case .unclosedQuote: .unclosedQuote
            case .textAfterQuote(let found): .textAfterQuote(found: found, expected: expected)
            case .doubtfulLines(let lines): .doubtfulLines(lines)
            case .brokenLines(let lines): .brokenLines(lines)
            case .recordTooLong: .recordTooLong
            }
    }
}

extension Array {
    /// Returns the elements and leaves none, so that the array is not copied when it grows elsewhere.
    fileprivate mutating func taken() -> Self {
        var elements: Self = []
        swap(&elements, &self)
        return elements
    }
}

extension RequestField {
    /// The field's index among all, for a fixed order.
    var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
