#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Finds the last record end in some bytes by jumping from quote to quote, so that blocks can be cut exactly and
/// read by several threads.
struct RecordEndFinder {
    let syntax: RecordSyntax

    /// Returns where the last whole record ends, 0 where there is none.
    ///
    /// - Parameters:
    ///   - bytes: Text that begins at a record's first byte.
    ///   - isComplete: Whether the text ends here; its last record then needs no line end.
    func lastRecordEnd(in bytes: UnsafePointer<UInt8>, count: Int, isComplete: Bool) -> Int {
        if isComplete { return count }
        let rule = QuoteRule(bytes: bytes, count: count, isComplete: isComplete, syntax: syntax)
        var lastEnd = 0
        var offset = 0
        while offset < count {
            let quote = index(of: syntax.quote, in: bytes, from: offset, to: count) ?? count
            if let last = lastLineEnd(in: bytes, from: offset, to: quote) { lastEnd = last + 1 }
            guard quote < count else { break }
            let limit = lastEnd + Dialect.largestRecord
            guard quote < limit, let opening = opening(bytes, of: quote, record: lastEnd) else {
                offset = quote + 1
                continue
            }
            switch rule.reading(ofQuoteAt: quote, opening, record: lastEnd, limit: limit) {
            case .unknown: return lastEnd
            case .quoted(let close, _, let hasTail):
                // Quotes in what follows a closing quote open nothing before the next field, as in the scan.
                offset = hasTail ? fieldEnd(in: bytes, from: close + 1, to: count) : close + 1
            case .plain: offset = fieldEnd(in: bytes, from: quote, to: count)
            case .doubtful(let end):
                guard end < count else { return lastEnd }
                lastEnd = end + 1
                offset = end + 1
            }
        }
        return lastEnd
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
