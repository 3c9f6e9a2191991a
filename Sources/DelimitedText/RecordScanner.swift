#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Finds the wanted fields of the records of a block, eight bytes at a time.
package struct RecordScanner: Sendable {
    package let layout: RecordLayout
    /// Records that cannot be used, in order.
    package private(set) var faults: [RecordFault] = []
    /// For each fault where the record's bytes lie, without the line end.
    package private(set) var faultRanges: [FieldRange] = []
    package private(set) var blankLines = 0
    /// The lines passed so far in this block.
    package private(set) var lineCount = 0

    private let delimiter: UInt8
    private let lineEnd: UInt8
    private let quote: UInt8
    private let syntax: RecordSyntax
    private let delimiters: UInt64
    private let lineEnds: UInt64
    private var offset = 0
    /// What is to be moved together in the record that is read, once it is known to be one: until then the rule for quotes
    /// needs its bytes as they are in the file.
    private var joins: [Join] = []

    package init(dialect: Dialect, layout: RecordLayout) {
        self.layout = layout
        delimiter = dialect.delimiter
        lineEnd = dialect.lineEnd.byte
        quote = dialect.quote
        syntax = RecordSyntax(dialect, columnCount: layout.columnCount)
        delimiters = 0x0101_0101_0101_0101 &* UInt64(delimiter)
        lineEnds = 0x0101_0101_0101_0101 &* UInt64(lineEnd)
    }

    /// Begins a new block.
    package mutating func restart() {
        offset = 0
        lineCount = 0
        blankLines = 0
        faults.removeAll(keepingCapacity: true)
        faultRanges.removeAll(keepingCapacity: true)
    }

    /// Fills a batch with the next records, and returns whether there were any.
    ///
    /// Doubled quotes are made single in the block itself, so that each field is one run of bytes.
    package mutating func next(of block: inout TextBlock, into batch: inout FieldBatch) -> Bool {
        batch.shortRows.removeAll(keepingCapacity: true)
        batch.strayQuoteRows.removeAll(keepingCapacity: true)
        let end = block.count
        batch.count = block.bytes.withUnsafeMutableBufferPointer { bytes in
            batch.ranges.withUnsafeMutableBufferPointer { ranges in
                batch.lines.withUnsafeMutableBufferPointer { lines in
                    batch.records.withUnsafeMutableBufferPointer { records in
                        batch.fieldCounts.withUnsafeMutableBufferPointer { counts in
                            guard let base = bytes.baseAddress, let ranges = ranges.baseAddress else {
                                return 0
                            }
                            let rows = RecordRows(lines: lines, records: records, fieldCounts: counts)
                            return scan(
                                base, end, into: ranges, rows, short: &batch.shortRows,
                                strayQuotes: &batch.strayQuoteRows)
                        }
                    }
                }
            }
        }
        return batch.count > 0 || offset < end
    }

    private mutating func scan(
        _ bytes: UnsafeMutablePointer<UInt8>, _ end: Int, into ranges: UnsafeMutablePointer<FieldRange>,
        _ rows: RecordRows, short shortRows: inout [Int], strayQuotes: inout [Int]
    ) -> Int {
        layout.slots.withUnsafeBufferPointer { slots in
            var row = 0
            while offset < end, row < FieldBatch.capacity {
                if skipBlankLine(bytes) { continue }
                let start = offset
                var record = record(bytes, end, slots, ranges + row)
                if record.fieldCount < layout.columnCount { joinBroken(&record, bytes, end) }
                let line = lineCount
                lineCount += 1 + record.innerLines
                offset = min(record.end, end)
                if record.doubtfulLines > 0 {
                    rejectLines(bytes, start, offset, first: line, of: record.doubtfulLines)
                    continue
                }
                if let problem = record.problem(layout) {
                    faults.append(RecordFault(line: line, problem: problem))
                    faultRanges.append(range(bytes, start, offset))
                    joins.removeAll(keepingCapacity: true)
                    continue
                }
                if !joins.isEmpty { joinTexts(bytes, ranges + row) }
                if record.hasStrayQuote { strayQuotes.append(row) }
                if record.fieldCount < layout.columnCount {
                    clear(slots, from: record.fieldCount, ranges + row)
                    shortRows.append(row)
                }
                rows.set(row, line: line, start: start, length: record.length, fieldCount: record.fieldCount)
                row += 1
            }
            return row
        }
    }

    /// Rejects lines of which cannot be told which are records: each by itself, so that as many are counted as may be lost.
    @inline(never)
    private mutating func rejectLines(
        _ bytes: UnsafeMutablePointer<UInt8>, _ start: Int, _ end: Int, first: Int, of lines: Int
    ) {
        joins.removeAll(keepingCapacity: true)
        var (line, begin) = (first, start)
        while begin < end {
            var stop = begin
            while stop < end, bytes[stop] != lineEnd { stop += 1 }
            let found = range(bytes, begin, stop)
            if found.length > 0 {
                faults.append(RecordFault(line: line, problem: .doubtfulLines(lines)))
                faultRanges.append(found)
            }
            (line, begin) = (line + 1, stop + 1)
        }
    }

    /// Takes the lines that follow a record with too few fields to it where they together have the header's number.
    @inline(never)
    private func joinBroken(_ record: inout Record, _ bytes: UnsafeMutablePointer<UInt8>, _ end: Int) {
        guard record.doubtfulLines == 0, !record.hasStrayQuote, !record.hasTail, record.end < end else {
            return
        }
        let evidence = LineEvidence(
            bytes: UnsafePointer(bytes), syntax: syntax, columnCount: layout.columnCount, record: offset,
            open: record.end - 1)
        guard
            let broken = evidence.continuation(
                of: record.fieldCount, from: record.end, to: end, lines: Dialect.brokenLines)
        else { return }
        record.brokenLines = broken.lines
        record.innerLines += broken.lines - 1
        record.end = broken.end
    }

    /// Returns where the bytes of a record lie, without the line end.
    private func range(_ bytes: UnsafeMutablePointer<UInt8>, _ start: Int, _ end: Int) -> FieldRange {
        var last = end
        if last > start, bytes[last - 1] == lineEnd { last -= 1 }
        if last > start, bytes[last - 1] == 0x0D { last -= 1 }
        return FieldRange(
            start: UInt32(truncatingIfNeeded: start), length: UInt32(truncatingIfNeeded: last - start))
    }

    /// What a batch keeps of each record beside its fields.
    private struct RecordRows {
        let lines: UnsafeMutableBufferPointer<UInt32>
        let records: UnsafeMutableBufferPointer<FieldRange>
        let fieldCounts: UnsafeMutableBufferPointer<UInt32>

        @inline(__always)
        func set(_ row: Int, line: Int, start: Int, length: Int, fieldCount: Int) {
            lines[row] = UInt32(truncatingIfNeeded: line)
            records[row] = FieldRange(
                start: UInt32(truncatingIfNeeded: start), length: UInt32(truncatingIfNeeded: length))
            fieldCounts[row] = UInt32(truncatingIfNeeded: fieldCount)
        }
    }

    private mutating func skipBlankLine(_ bytes: UnsafeMutablePointer<UInt8>) -> Bool {
        let length =
            bytes[offset] == lineEnd
            ? 1 : bytes[offset] == 0x0D && lineEnd == 0x0A && bytes[offset + 1] == 0x0A ? 2 : 0
        guard length > 0 else { return false }
        offset += length
        lineCount += 1
        blankLines += 1
        return true
    }

    private func clear(
        _ slots: UnsafeBufferPointer<Int>, from column: Int, _ ranges: UnsafeMutablePointer<FieldRange>
    ) {
        for slot in slots[column...] where slot >= 0 {
            ranges[slot * FieldBatch.capacity] = FieldRange(start: 0, length: 0)
        }
    }

    /// What one pass over a record shows.
    private struct Record {
        var end = 0
        var length = 0
        var fieldCount = 0
        var innerLines = 0
        var hasExcess = false
        /// A quote begins a field and is an ordinary character.
        var hasStrayQuote = false
        /// Text follows a closing quote.
        var hasTail = false
        /// The lines that may be one record or several; 0 for a record that is one.
        var doubtfulLines = 0
        /// The lines that line ends within a field made of one record; 0 for a record that is whole or cut off.
        var brokenLines = 0

        func problem(_ layout: RecordLayout) -> RecordFault.Problem? {
            if brokenLines > 0 { return .brokenLines(brokenLines) }
            if length > Dialect.largestRecord { return .recordTooLong }
            // Where quotes are not as they should be, only the number of fields shows that none is torn.
            if hasStrayQuote, hasExcess || fieldCount < layout.columnCount { return .unclosedQuote }
            if hasTail, fieldCount < layout.columnCount { return .textAfterQuote(found: fieldCount) }
            if hasExcess { return .tooManyFields(found: fieldCount) }
            if fieldCount < layout.requiredCount { return .tooFewFields(found: fieldCount) }
            return nil
        }
    }

    /// Reads one record. A line end stands at `end`, so that each search for one ends.
    @inline(__always)
    private mutating func record(
        _ bytes: UnsafeMutablePointer<UInt8>, _ end: Int, _ slots: UnsafeBufferPointer<Int>,
        _ ranges: UnsafeMutablePointer<FieldRange>
    ) -> Record {
        var record = Record()
        let limit = offset + Dialect.largestRecord
        var start = offset
        while true {
            var stop: Int
            var first = start
            var last: Int
            let head = bytes[start]
            if head == quote || head == 0x20 || head == UInt8(ascii: "="),
                let field = quotedField(bytes, end, at: start, limit: limit, slots, &record)
            {
                if record.doubtfulLines > 0 { return record }
                (first, last, stop) = (field.first, field.last, field.stop)
            } else {
                stop = fieldEnd(bytes, start)
                last = stop
            }
            let isLast = bytes[stop] == lineEnd
            if isLast, last == stop, last > first, bytes[last - 1] == 0x0D { last -= 1 }
            if record.fieldCount < slots.count {
                let slot = slots[record.fieldCount]
                if slot >= 0 {
                    ranges[slot &* FieldBatch.capacity] = FieldRange(
                        start: UInt32(truncatingIfNeeded: first),
                        length: UInt32(truncatingIfNeeded: last &- first))
                }
            } else if !isBlank(bytes, first, last) {
                record.hasExcess = true
            }
            record.fieldCount &+= 1
            if isLast {
                let hasReturn = stop > offset && bytes[stop - 1] == 0x0D
                record.length = stop - offset - (hasReturn ? 1 : 0)
                record.end = stop + 1
                return record
            }
            start = stop + 1
        }
    }

    /// Returns the offset of the first delimiter or line end.
    @inline(__always)
    private func fieldEnd(_ bytes: UnsafeMutablePointer<UInt8>, _ start: Int) -> Int {
        let sevens: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        var offset = start
        while true {
            let word = UInt64(
                littleEndian: UnsafeRawPointer(bytes).loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            let byDelimiter = word ^ delimiters
            let byLineEnd = word ^ lineEnds
            // A byte's high bit is set in these where the byte is not 0: exact, unlike the shorter formula that borrows.
            let noDelimiter = ((byDelimiter & sevens) &+ sevens) | byDelimiter
            let noLineEnd = ((byLineEnd & sevens) &+ sevens) | byLineEnd
            let hits = ~(noDelimiter & noLineEnd) & ~sevens
            if hits != 0 { return offset &+ hits.trailingZeroBitCount / 8 }
            offset &+= 8
        }
    }

    private func isBlank(_ bytes: UnsafeMutablePointer<UInt8>, _ first: Int, _ last: Int) -> Bool {
        for offset in first..<last where bytes[offset] > 0x20 { return false }
        return true
    }
}

extension RecordScanner {
    /// Where a quoted field's text lies, and where the field ends.
    private struct QuotedField {
        var first: Int
        var last: Int
        var stop: Int
    }

    /// A field whose text is not yet one run of bytes.
    private struct Join: Sendable {
        let slot: Int
        let open: Int
        let close: Int
        let stop: Int
    }

    /// Reads a field that begins with a quote, with spaces or with `=`; `nil` where it is a plain one.
    @inline(never)
    private mutating func quotedField(
        _ bytes: UnsafeMutablePointer<UInt8>, _ end: Int, at start: Int, limit: Int,
        _ slots: UnsafeBufferPointer<Int>, _ record: inout Record
    ) -> QuotedField? {
        guard let (open, opening) = syntax.openingQuote(UnsafePointer(bytes), at: start), open < limit else {
            return nil
        }
        let rule = QuoteRule(bytes: UnsafePointer(bytes), count: end, isComplete: true, syntax: syntax)
        switch rule.reading(ofQuoteAt: open, opening, record: offset, limit: limit) {
        case .plain, .unknown:
            guard opening == .bare else { return nil }
            record.hasStrayQuote = true
            let stop = fieldEnd(bytes, open + 1)
            return QuotedField(first: open + 1, last: stop, stop: stop)
        case .doubtful(let last):
            record.innerLines += lineBreaks(bytes, open + 1, last)
            record.doubtfulLines = record.innerLines + 1
            record.end = last + 1
            return QuotedField(first: open, last: last, stop: last)
        case .quoted(let close, let hasDoubled, let hasTail, _):
            record.innerLines += lineBreaks(bytes, open + 1, close)
            let stop = fieldEnd(bytes, close + 1)
            if hasTail {
                record.hasTail = true
                if record.fieldCount >= slots.count { record.hasExcess = true }
            }
            if hasTail || hasDoubled, record.fieldCount < slots.count, slots[record.fieldCount] >= 0 {
                joins.append(
                    Join(
                        slot: slots[record.fieldCount], open: open, close: close,
                        stop: hasTail ? stop : close + 1))
            }
            return QuotedField(first: open + 1, last: close, stop: stop)
        }
    }

    /// Moves the texts of a record together: `"a""b"c` becomes `a"bc`, and `"=""07"""`, as spreadsheets write it, `07`.
    private mutating func joinTexts(
        _ bytes: UnsafeMutablePointer<UInt8>, _ ranges: UnsafeMutablePointer<FieldRange>
    ) {
        for join in joins {
            var first = join.open + 1
            var last = joinText(bytes, first, join.close, join.stop)
            if last - first >= 3, bytes[first] == UInt8(ascii: "="), bytes[first + 1] == quote,
                bytes[last - 1] == quote
            {
                first += 2
                last -= 1
            }
            ranges[join.slot &* FieldBatch.capacity] = FieldRange(
                start: UInt32(truncatingIfNeeded: first), length: UInt32(truncatingIfNeeded: last - first))
        }
        joins.removeAll(keepingCapacity: true)
    }

    /// Moves a field's text together, without its quotes, and returns where it ends.
    private func joinText(
        _ bytes: UnsafeMutablePointer<UInt8>, _ first: Int, _ close: Int, _ stop: Int
    ) -> Int {
        var target = first
        var offset = first
        while offset < close {
            bytes[target] = bytes[offset]
            target += 1
            offset += bytes[offset] == quote ? 2 : 1
        }
        var tailEnd = stop
        if tailEnd > close + 1, bytes[tailEnd] == lineEnd, bytes[tailEnd - 1] == 0x0D { tailEnd -= 1 }
        var tail = close + 1
        while tail < tailEnd {
            bytes[target] = bytes[tail]
            target += 1
            tail += 1
        }
        return target
    }

    private func lineBreaks(_ bytes: UnsafeMutablePointer<UInt8>, _ first: Int, _ last: Int) -> Int {
        guard last > first, memchr(bytes + first, Int32(lineEnd), last - first) != nil else { return 0 }
        var count = 0
        for offset in first..<last where bytes[offset] == lineEnd { count += 1 }
        return count
    }
}
