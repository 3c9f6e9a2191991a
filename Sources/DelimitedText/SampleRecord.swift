/// A record read with all its cells, for looking at a file's beginning. Slow, and needs no layout.
struct SampleRecord {
    var cells: [String]
    /// The record's line, from 1.
    var line: Int
    /// The line after it.
    var nextLine: Int
    /// The first byte after it.
    var end: Int
    /// Whether line feeds stand outside quotes in a record that ends otherwise.
    var hasLooseLineFeed = false

    /// Whether it is a row of dashes, as database tools draw below a header.
    var isRule: Bool {
        cells.count > 1 && cells.allSatisfy { $0.utf8.allSatisfy { "-=+".utf8.contains($0) } && !$0.isEmpty }
    }

    /// Returns the first records of a sample, without blank lines and, unless the sample is the whole file, without
    /// the last, which may be cut off.
    static func read(_ sample: [UInt8], _ dialect: Dialect, limit: Int, isWhole: Bool) -> [SampleRecord] {
        var block = TextBlock()
        block.bytes = sample
        block.finish(count: sample.count, lineEnd: dialect.lineEnd.byte)
        var records: [SampleRecord] = []
        var offset = 0
        var line = 1
        while offset < sample.count, records.count < limit {
            var record = SampleRecord(cells: [], line: line, nextLine: line, end: offset)
            record.parse(block, from: offset, dialect)
            (offset, line) = (record.end, record.nextLine)
            let isCut = offset >= sample.count && !isWhole
            if !isCut, record.cells != [""] { records.append(record) }
        }
        return records
    }

    private mutating func parse(_ block: TextBlock, from start: Int, _ dialect: Dialect) {
        let lineEnd = dialect.lineEnd.byte
        var offset = start
        while true {
            let (text, stop, isQuoted) = Self.field(block, from: offset, dialect, record: start)
            nextLine += text.count { $0 == lineEnd }
            if !isQuoted, lineEnd != 0x0A, text.contains(0x0A) { hasLooseLineFeed = true }
            cells.append(Self.cleaned(text))
            offset = stop + 1
            if block.bytes[stop] == lineEnd { break }
        }
        nextLine += 1
        end = min(offset, block.count)
    }

    private static func field(
        _ block: TextBlock, from start: Int, _ dialect: Dialect, record: Int
    ) -> (text: [UInt8], stop: Int, isQuoted: Bool) {
        let bytes = block.bytes
        var offset = start
        var text: [UInt8] = []
        var isQuoted = false
        let syntax = RecordSyntax(dialect, columnCount: nil)
        if let (open, reading) = quotedReading(block, at: start, syntax, record: record) {
            switch reading {
            case .quoted(let close, _, _, _):
                isQuoted = true
                offset = open + 1
                while offset < close {
                    text.append(bytes[offset])
                    offset += bytes[offset] == dialect.quote ? 2 : 1
                }
                offset = close + 1
            case .plain where open == start: offset = open + 1
            case .plain, .doubtful, .unknown: break
            }
        }
        while bytes[offset] != dialect.delimiter, bytes[offset] != dialect.lineEnd.byte {
            text.append(bytes[offset])
            offset += 1
        }
        return (text, offset, isQuoted)
    }

    private static func quotedReading(
        _ block: TextBlock, at start: Int, _ syntax: RecordSyntax, record: Int
    ) -> (open: Int, QuoteRule.Reading)? {
        block.bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress, let (open, opening) = syntax.openingQuote(base, at: start)
            else { return nil }
            let rule = QuoteRule(bytes: base, count: block.count, isComplete: true, syntax: syntax)
            return (
                open,
                rule.reading(
                    ofQuoteAt: open, opening, record: record, limit: record + Dialect.largestRecord)
            )
        }
    }

    /// The text on one line, without spaces around it.
    private static func cleaned(_ text: [UInt8]) -> String {
        // Plain text is most of a sample, and asking Unicode of each letter takes most of the time of opening a file.
        if text.allSatisfy({ $0 < 0x80 }) {
            let words = text.split { $0 == 0x20 || (0x09...0x0D).contains($0) }
            return String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
        }
        return FieldText.string(text).split { $0.isWhitespace }.joined(separator: " ")
    }
}
