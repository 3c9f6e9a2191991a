/// Quotes that a backslash escapes, as databases and Spark write them: `"the \"old\" mill"`. Each becomes a doubled quote of the
/// same length, so that nothing moves.
enum EscapedQuotes {
    private static let backslash = UInt8(ascii: "\\")

    /// Whether a file's beginning shows that backslashes escape its quotes: one stands before a quote in the middle of a text, and
    /// no quote is doubled there.
    static func areIn(_ sample: [UInt8]) -> Bool {
        guard sample.contains(backslash) else { return false }
        var isSeen = false
        for index in sample.indices.dropFirst().dropLast() where sample[index] == Dialect.quote {
            let (before, after) = (sample[index - 1], sample[index + 1])
            if before == backslash, isText(after) { isSeen = true }
            if after == Dialect.quote, isText(before), before != backslash, index + 2 < sample.count,
                isText(sample[index + 2])
            {
                return false
            }
        }
        return isSeen
    }

    /// Whether a byte is neither a delimiter nor a line end nor a quote.
    private static func isText(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte != Dialect.quote && !Dialect.delimiters.contains(byte)
            || byte == 0x20
    }

    /// Doubles the escaped quotes of some text where it stands.
    ///
    /// - Returns: Whether the text ends in a backslash whose next byte follows.
    static func double(in bytes: inout [UInt8], from start: Int, count: Int) -> Bool {
        var offset = start
        let end = start + count
        while offset < end {
            guard bytes[offset] == backslash else {
                offset += 1
                continue
            }
            guard offset + 1 < end else { return true }
            if bytes[offset + 1] == Dialect.quote { bytes[offset] = Dialect.quote }
            offset += 2
        }
        return false
    }
}
