#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Where quotes begin and end: the one rule that both the search for record ends and the scan for fields follow.
///
/// A quote opens as the first byte of a field, also after spaces or, as spreadsheets write texts that they are not to take
/// for numbers, after `=`; two quotes within stand for one. A quote is an ordinary character where nothing closes it before
/// the record's largest length, where it closes in the middle of a later line, and where it closes at a field's end but all
/// lines up to there look like records of their own.
struct QuoteRule {
    /// How a field that begins with a quote is to be read.
    enum Reading: Equatable {
        /// The offset of the closing quote, whether there are doubled quotes before it, whether text follows it, and whether it
        /// stands on the line of the opening one.
        case quoted(close: Int, hasDoubled: Bool, hasTail: Bool, isOnOneLine: Bool)
        /// The quote opens nothing.
        case plain
        /// Some lines up to the closing quote look like records of their own and others do not: which of them belong
        /// together cannot be told. The offset of the last one's line end.
        case doubtful(end: Int)
        /// The bytes end before that can be told.
        case unknown
    }

    /// Before which bytes a quote stands that opens a field.
    enum Opening { case bare, afterSpaces, afterEqualsSign }

    let bytes: UnsafePointer<UInt8>
    let count: Int
    /// Whether the last record's last byte is there, so that a missing quote is missing for good.
    let isComplete: Bool
    let syntax: RecordSyntax

    /// Returns how the field is to be read whose quote stands at a offset.
    ///
    /// - Parameters:
    ///   - record: Where the record begins.
    ///   - limit: The offset before which the closing quote must stand.
    func reading(ofQuoteAt open: Int, _ opening: Opening, record: Int, limit: Int) -> Reading {
        let close: Int
        let hasDoubled: Bool
        switch closing(ofQuoteAt: open, limit: limit) {
        case .unknown: return .unknown
        case .never: return .plain
        case .at(let offset, let doubled): (close, hasDoubled) = (offset, doubled)
        }
        let hasTail = !endsField(after: close)
        let isOnOneLine = memchr(bytes + open, Int32(syntax.lineEnd), close - open) == nil
        if isOnOneLine {
            if hasTail, opening != .bare { return .plain }
            return .quoted(close: close, hasDoubled: hasDoubled, hasTail: hasTail, isOnOneLine: true)
        }
        if hasTail || opening == .afterEqualsSign { return .plain }
        guard let columnCount = syntax.columnCount, columnCount > 1 else {
            return .quoted(close: close, hasDoubled: hasDoubled, hasTail: false, isOnOneLine: false)
        }
        let end = lineEnd(after: close, limit: limit)
        if end >= count, count < limit, !isComplete { return .unknown }
        let evidence = LineEvidence(
            bytes: bytes, syntax: syntax, columnCount: columnCount, record: record, open: open)
        switch evidence.judge(open: open, close: close, end: end) {
        case .oneField:
            return .quoted(close: close, hasDoubled: hasDoubled, hasTail: false, isOnOneLine: false)
        case .records: return .plain
        case .doubtful: return .doubtful(end: end)
        }
    }

    private enum Close {
        case at(Int, hasDoubled: Bool)
        case never
        case unknown
    }

    private func closing(ofQuoteAt open: Int, limit: Int) -> Close {
        var offset = open + 1
        var hasDoubled = false
        let end = min(limit, count)
        while offset < end {
            guard let found = memchr(bytes + offset, Int32(syntax.quote), end - offset) else { break }
            let quote = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - bytes
            if quote + 1 == count, !isComplete { return .unknown }
            guard quote + 1 < count, bytes[quote + 1] == syntax.quote else {
                return .at(quote, hasDoubled: hasDoubled)
            }
            hasDoubled = true
            offset = quote + 2
        }
        return count < limit && !isComplete ? .unknown : .never
    }

    /// Whether nothing but spaces stands between a closing quote and the field's end.
    private func endsField(after close: Int) -> Bool {
        var offset = close + 1
        while offset < count {
            let byte = bytes[offset]
            if byte == syntax.delimiter || byte == syntax.lineEnd { return true }
            guard byte == 0x20 || byte == 0x0D else { return false }
            offset += 1
        }
        return true
    }

    /// Returns the offset of the first line end after a closing quote, no farther than a record may reach.
    private func lineEnd(after close: Int, limit: Int) -> Int {
        var offset = close
        let end = min(count, limit)
        while offset < end, bytes[offset] != syntax.lineEnd { offset += 1 }
        return offset
    }
}

/// The bytes that records are made of.
struct RecordSyntax: Sendable, Hashable {
    let delimiter: UInt8
    let lineEnd: UInt8
    let quote: UInt8
    /// The header's columns; `nil` while the header is looked for.
    let columnCount: Int?

    init(_ dialect: Dialect, columnCount: Int?) {
        delimiter = dialect.delimiter
        lineEnd = dialect.lineEnd.byte
        quote = dialect.quote
        self.columnCount = columnCount
    }

    /// Returns the offset of the quote that opens the field which begins at a offset, or `nil` where none does. A line end
    /// has to follow the bytes.
    @inline(__always)
    func openingQuote(
        _ bytes: UnsafePointer<UInt8>, at start: Int
    ) -> (offset: Int, opening: QuoteRule.Opening)? {
        if bytes[start] == quote { return (start, .bare) }
        var offset = start
        while bytes[offset] == 0x20 { offset += 1 }
        if bytes[offset] == quote { return (offset, .afterSpaces) }
        guard bytes[offset] == UInt8(ascii: "="), bytes[offset + 1] == quote else { return nil }
        return (offset + 1, .afterEqualsSign)
    }
}
