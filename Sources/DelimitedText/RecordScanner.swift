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
    package private(set) var blankLines = 0
    /// The lines passed so far in this block.
    package private(set) var lineCount = 0

    private let delimiter: UInt8
    private let lineEnd: UInt8
    private let delimiters: UInt64
    private let lineEnds: UInt64
    private var place = 0

    package init(dialect: Dialect, layout: RecordLayout) {
        self.layout = layout
        delimiter = dialect.delimiter
        lineEnd = dialect.lineEnd.byte
        delimiters = 0x0101_0101_0101_0101 &* UInt64(delimiter)
        lineEnds = 0x0101_0101_0101_0101 &* UInt64(lineEnd)
    }

    /// Begins a new block.
    package mutating func restart() {
        place = 0
        lineCount = 0
        blankLines = 0
        faults.removeAll(keepingCapacity: true)
    }

    /// Fills a batch with the next records, and returns whether there were any.
    ///
    /// Doubled quotes are made single in the block itself, so that each field is one run of bytes.
    package mutating func next(of block: inout TextBlock, into batch: inout FieldBatch) -> Bool {
        batch.shortRows.removeAll(keepingCapacity: true)
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
                            return scan(base, end, ranges, rows, &batch.shortRows)
                        }
                    }
                }
            }
        }
        return batch.count > 0 || place < end
    }

    private mutating func scan(
        _ bytes: UnsafeMutablePointer<UInt8>, _ end: Int, _ ranges: UnsafeMutablePointer<FieldRange>,
        _ rows: RecordRows, _ shortRows: inout [Int]
    ) -> Int {
        layout.slots.withUnsafeBufferPointer { slots in
            var row = 0
            while place < end, row < FieldBatch.capacity {
                if skipBlankLine(bytes) { continue }
                let start = place
                let record = record(bytes, end, slots, ranges + row)
                let line = lineCount
                lineCount += 1 + record.innerLines
                place = min(record.end, end)
                if let problem = record.problem(layout) {
                    faults.append(RecordFault(line: line, problem: problem))
                    continue
                }
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
            bytes[place] == lineEnd ? 1 : bytes[place] == 0x0D && bytes[place + 1] == 0x0A ? 2 : 0
        guard length > 0 else { return false }
        place += length
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
        var hasUnclosedQuote = false

        func problem(_ layout: RecordLayout) -> RecordFault.Problem? {
            if hasUnclosedQuote { return .unclosedQuote }
            if length > Dialect.largestRecord { return .recordTooLong }
            if hasExcess { return .tooManyFields(found: fieldCount) }
            if fieldCount < layout.requiredCount { return .tooFewFields(found: fieldCount) }
            return nil
        }
    }

    /// Reads one record. A line end stands at `end`, so that each search for one ends.
    @inline(__always)
    private func record(
        _ bytes: UnsafeMutablePointer<UInt8>, _ end: Int, _ slots: UnsafeBufferPointer<Int>,
        _ ranges: UnsafeMutablePointer<FieldRange>
    ) -> Record {
        var record = Record()
        let limit = place + Dialect.largestRecord
        var start = place
        while true {
            var stop: Int
            var first = start
            var last: Int
            if bytes[start] == Dialect.quote, start < limit {
                let field = quotedField(bytes, end, start, limit)
                guard field.isClosed else {
                    record.hasUnclosedQuote = true
                    record.end = lineEndAfter(bytes, start) + 1
                    return record
                }
                (first, last, stop) = (field.first, field.last, field.stop)
                record.innerLines += field.innerLines
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
                let hasReturn = stop > place && bytes[stop - 1] == 0x0D
                record.length = stop - place - (hasReturn ? 1 : 0)
                record.end = stop + 1
                return record
            }
            start = stop + 1
        }
    }

    /// Returns the place of the first delimiter or line end.
    @inline(__always)
    private func fieldEnd(_ bytes: UnsafeMutablePointer<UInt8>, _ start: Int) -> Int {
        let sevens: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        var place = start
        while true {
            let word = UInt64(
                littleEndian: UnsafeRawPointer(bytes).loadUnaligned(fromByteOffset: place, as: UInt64.self))
            let byDelimiter = word ^ delimiters
            let byLineEnd = word ^ lineEnds
            // A byte's high bit is set in these where the byte is not 0: exact, unlike the shorter formula that borrows.
            let noDelimiter = ((byDelimiter & sevens) &+ sevens) | byDelimiter
            let noLineEnd = ((byLineEnd & sevens) &+ sevens) | byLineEnd
            let hits = ~(noDelimiter & noLineEnd) & ~sevens
            if hits != 0 { return place &+ hits.trailingZeroBitCount / 8 }
            place &+= 8
        }
    }

    private func lineEndAfter(_ bytes: UnsafeMutablePointer<UInt8>, _ start: Int) -> Int {
        var place = start
        while bytes[place] != lineEnd { place += 1 }
        return place
    }

    private func isBlank(_ bytes: UnsafeMutablePointer<UInt8>, _ first: Int, _ last: Int) -> Bool {
        for place in first..<last where bytes[place] > 0x20 { return false }
        return true
    }
}

extension RecordScanner {
    private struct QuotedField {
        var isClosed = true
        var first = 0
        var last = 0
        var stop = 0
        var innerLines = 0
    }

    private func quotedField(
        _ bytes: UnsafeMutablePointer<UInt8>, _ end: Int, _ open: Int, _ limit: Int
    ) -> QuotedField {
        let rule = QuoteRule(bytes: UnsafePointer(bytes), count: end, isComplete: true)
        guard case .at(let close, let hasDoubled) = rule.close(ofQuoteAt: open, limit: limit) else {
            return QuotedField(isClosed: false)
        }
        var field = QuotedField(first: open + 1, last: close, stop: close + 1)
        field.innerLines = lineBreaks(bytes, open + 1, close)
        if bytes[field.stop] == 0x0D, bytes[field.stop + 1] == lineEnd { field.stop += 1 }
        if bytes[field.stop] != delimiter, bytes[field.stop] != lineEnd {
            field.stop = fieldEnd(bytes, close + 1)
            field.last = joinText(bytes, open + 1, close, field.stop)
        } else if hasDoubled {
            field.last = joinText(bytes, open + 1, close, close + 1)
        }
        return field
    }

    /// Moves a field's text together, without its quotes, and returns where it ends: `"a""b"c` becomes `a"bc`.
    private func joinText(
        _ bytes: UnsafeMutablePointer<UInt8>, _ first: Int, _ close: Int, _ stop: Int
    ) -> Int {
        var target = first
        var place = first
        while place < close {
            bytes[target] = bytes[place]
            target += 1
            place += bytes[place] == Dialect.quote ? 2 : 1
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
        guard memchr(bytes + first, Int32(lineEnd), last - first) != nil else { return 0 }
        var count = 0
        for place in first..<last where bytes[place] == lineEnd { count += 1 }
        return count
    }
}
