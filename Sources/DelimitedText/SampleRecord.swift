/// A record read with all its cells, for looking at a file's beginning. Slow, and needs no layout.
struct SampleRecord {
    var cells: [String]
    /// The record's line, from 1.
    var line: Int
    /// The line after it.
    var nextLine: Int
    /// The first byte after it.
    var end: Int

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
        var place = 0
        var line = 1
        while place < sample.count, records.count < limit {
            var record = SampleRecord(cells: [], line: line, nextLine: line, end: place)
            record.parse(block, from: place, dialect)
            (place, line) = (record.end, record.nextLine)
            let isCut = place >= sample.count && !isWhole
            if !isCut, record.cells != [""] { records.append(record) }
        }
        return records
    }

    private mutating func parse(_ block: TextBlock, from start: Int, _ dialect: Dialect) {
        let lineEnd = dialect.lineEnd.byte
        let limit = start + Dialect.largestRecord
        var place = start
        while true {
            let (text, stop) = Self.field(block, from: place, dialect, limit: limit)
            nextLine += text.count { $0 == lineEnd }
            cells.append(Self.cleaned(text))
            place = stop + 1
            if block.bytes[stop] == lineEnd { break }
        }
        nextLine += 1
        end = min(place, block.count)
    }

    private static func field(
        _ block: TextBlock, from start: Int, _ dialect: Dialect, limit: Int
    ) -> (text: [UInt8], stop: Int) {
        let bytes = block.bytes
        var place = start
        var text: [UInt8] = []
        if bytes[start] == Dialect.quote, case .at(let close, _) = closing(block, start, limit) {
            place = start + 1
            while place < close {
                text.append(bytes[place])
                place += bytes[place] == Dialect.quote ? 2 : 1
            }
            place = close + 1
        }
        while bytes[place] != dialect.delimiter, bytes[place] != dialect.lineEnd.byte {
            text.append(bytes[place])
            place += 1
        }
        return (text, place)
    }

    private static func closing(_ block: TextBlock, _ open: Int, _ limit: Int) -> QuoteRule.Close {
        block.bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return .never }
            let rule = QuoteRule(bytes: base, count: block.count, isComplete: true)
            return rule.close(ofQuoteAt: open, limit: limit)
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
