#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Finds the last record end in some bytes by jumping from quote to quote, so that blocks can be cut exactly and
/// read by several threads.
struct RecordEndFinder {
    let syntax: RecordSyntax

    /// Returns the whole records.
    ///
    /// - Parameters:
    ///   - bytes: Text that begins at a record's first byte.
    ///   - isComplete: Whether the text ends here; its last record then needs no line end.
    func wholeRecords(in bytes: UnsafePointer<UInt8>, count: Int, isComplete: Bool) -> WholeRecords {
        var records = WholeRecords()
        if isComplete {
            records.end = count
            return records
        }
        let rule = QuoteRule(bytes: bytes, count: count, isComplete: isComplete, syntax: syntax)
        var offset = 0
        while offset < count {
            let quote = index(of: syntax.quote, in: bytes, from: offset, to: count) ?? count
            if let last = lastLineEnd(in: bytes, from: offset, to: quote) { records.end = last + 1 }
            guard quote < count else { break }
            let limit = records.end + Dialect.largestRecord
            guard quote < limit, let opening = opening(bytes, of: quote, record: records.end) else {
                offset = quote + 1
                continue
            }
            switch rule.reading(ofQuoteAt: quote, opening, record: records.end, limit: limit) {
            case .unknown: return records
            case .quoted(let close, _, let hasTail, let isOnOneLine):
                if !isOnOneLine { records.noteLines(to: close) }
                // Quotes in what follows a closing quote open nothing before the next field, as in the scan.
                offset = hasTail ? fieldEnd(in: bytes, from: close + 1, to: count) : close + 1
            case .plain: offset = fieldEnd(in: bytes, from: quote, to: count)
            case .doubtful(let end):
                guard end < count else { return records }
                records.noteLines(to: end)
                records.end = end + 1
                offset = end + 1
            }
        }
        return records
    }

    /// Returns how many fields a whole record has.
    func fieldCount(of record: Range<Int>, in bytes: UnsafePointer<UInt8>) -> Int {
        let rule = QuoteRule(bytes: bytes, count: record.upperBound, isComplete: true, syntax: syntax)
        let limit = record.lowerBound + Dialect.largestRecord
        var (fields, start) = (0, record.lowerBound)
        while start < record.upperBound {
            fields += 1
            if let (quote, opening) = syntax.openingQuote(bytes, at: start),
                case .quoted(let close, _, _, _) = rule.reading(
                    ofQuoteAt: quote, opening, record: record.lowerBound, limit: limit)
            {
                start = close + 1
            }
            start = fieldEnd(in: bytes, from: start, to: record.upperBound) + 1
        }
        return fields
    }

    /// Returns before what a quote opens a field, `nil` where it opens none.
    private func opening(
        _ bytes: UnsafePointer<UInt8>, of quote: Int, record: Int
    ) -> QuoteRule.Opening? {
        var offset = quote
        var opening = QuoteRule.Opening.bare
        if offset > record, bytes[offset - 1] == UInt8(ascii: "=") {
            opening = .afterEqualsSign
            offset -= 1
        }
        while offset > record, bytes[offset - 1] == 0x20 {
            if opening == .bare { opening = .afterSpaces }
            offset -= 1
        }
        return offset == record || bytes[offset - 1] == syntax.delimiter ? opening : nil
    }

    /// Returns the offset of the next delimiter or line end, the count where there is none.
    private func fieldEnd(in bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
        var offset = start
        while offset < end, bytes[offset] != syntax.delimiter, bytes[offset] != syntax.lineEnd { offset += 1 }
        return offset
    }

    private func index(of byte: UInt8, in bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int? {
        guard let found = memchr(bytes + start, Int32(byte), end - start) else { return nil }
        return UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - bytes
    }

    private func lastLineEnd(in bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int? {
        var offset = end
        while offset > start {
            offset -= 1
            if bytes[offset] == syntax.lineEnd { return offset }
        }
        return nil
    }
}
