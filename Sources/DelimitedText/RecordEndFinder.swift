#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Finds the last record end in some bytes by jumping from quote to quote, so that blocks can be cut exactly and
/// read by several threads.
struct RecordEndFinder {
    let delimiter: UInt8
    let lineEnd: UInt8

    /// Returns where the last whole record ends, 0 where there is none.
    ///
    /// - Parameters:
    ///   - bytes: Text that begins at a record's first byte.
    ///   - isComplete: Whether the text ends here; its last record then needs no line end.
    func lastRecordEnd(in bytes: UnsafePointer<UInt8>, count: Int, isComplete: Bool) -> Int {
        if isComplete { return count }
        let rule = QuoteRule(bytes: bytes, count: count, isComplete: isComplete)
        var lastEnd = 0
        var place = 0
        while place < count {
            let quote = index(of: Dialect.quote, in: bytes, from: place, to: count) ?? count
            if let last = lastLineEnd(in: bytes, from: place, to: quote) { lastEnd = last + 1 }
            guard quote < count else { break }
            let limit = lastEnd + Dialect.largestRecord
            guard opensField(bytes, quote), quote < limit else {
                place = quote + 1
                continue
            }
            switch rule.close(ofQuoteAt: quote, limit: limit) {
            case .unknown: return lastEnd
            case .at(let close, _): place = close + 1
            case .never:
                guard let end = index(of: lineEnd, in: bytes, from: quote, to: count) else { return lastEnd }
                lastEnd = end + 1
                place = end + 1
            }
        }
        return lastEnd
    }

    private func opensField(_ bytes: UnsafePointer<UInt8>, _ quote: Int) -> Bool {
        quote == 0 || bytes[quote - 1] == delimiter || bytes[quote - 1] == lineEnd
    }

    private func index(of byte: UInt8, in bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int? {
        guard let found = memchr(bytes + start, Int32(byte), end - start) else { return nil }
        return UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - bytes
    }

    private func lastLineEnd(in bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int? {
        var place = end
        while place > start {
            place -= 1
            if bytes[place] == lineEnd { return place }
        }
        return nil
    }
}
