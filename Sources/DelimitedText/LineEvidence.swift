/// Tells from the lines over which a quoted field would reach whether they are one record or several.
///
/// A line looks like a record of its own where it has as many fields as the header and those before the quote are of the same
/// kind as the record's: numbers where it has numbers, text where it has text. One that is of another kind, `pending` for a date,
/// does not change that where twice as many fields of the whole line are numbers in both. Before a quote in the first column
/// stands nothing: there all fields are compared.
struct LineEvidence {
    enum Verdict { case oneField, records, doubtful }

    private enum Kind { case blank, number, text }

    private enum Likeness {
        case record
        /// It has the header's fields, some of its numbers stand where the record's do, and others do not; or nothing tells
        /// whether it is one.
        case possible
        case none
    }

    /// With fewer columns, lines of text that hold as many delimiters are no rarity.
    private static let fewColumns = 4
    /// Among so many lines that look like records, one that does not is a damaged one.
    private static let linesPerOddOne = 8

    private let bytes: UnsafePointer<UInt8>
    private let syntax: RecordSyntax
    private let columnCount: Int
    /// The kinds of the record's fields before the quote.
    private var kinds: [Kind] = []

    init(
        bytes: UnsafePointer<UInt8>, syntax: RecordSyntax, columnCount: Int, record: Int, open: Int
    ) {
        self.bytes = bytes
        self.syntax = syntax
        self.columnCount = columnCount
        var start = record
        while start < open, kinds.count < columnCount {
            let stop = fieldEnd(from: start, to: open)
            guard stop < open else { break }
            kinds.append(kind(from: start, to: stop))
            start = stop + 1
        }
    }

    /// - Parameters:
    ///   - open: The offset of the opening quote.
    ///   - close: The offset of the closing one.
    ///   - end: The offset of the line end after the closing one.
    func judge(open: Int, close: Int, end: Int) -> Verdict {
        var start = open
        while start > 0, bytes[start - 1] != syntax.lineEnd { start -= 1 }
        if !kinds.contains(.number),
            fieldCount(from: start, to: lineEnd(from: start, to: end)) != columnCount,
            let verdict = judgeBrokenField(open: open, close: close, end: end)
        {
            return verdict
        }
        let own = kinds + restKinds(from: open, to: end)
        let before = kinds.isEmpty ? own.count : kinds.count
        var found: [Likeness] = []
        while start <= end {
            let stop = lineEnd(from: start, to: end)
            // A blank line is neither a record nor damaged.
            if columnCount < Self.fewColumns || stop > start || stop == end {
                found.append(likeness(from: start, to: stop, own, before: before))
            }
            start = stop + 1
        }
        return Self.verdict(found, isNarrow: columnCount < Self.fewColumns)
    }

    /// Tells of a quote before which nothing or only text stands, so that any line with enough fields may be like the record, and
    /// whose line is no record by itself: what goes on to the closing quote is one field where the record has the header's fields
    /// so, unless lines between are like it.
    ///
    /// - Returns: `nil` where it has not, so that nothing speaks for one field.
    private func judgeBrokenField(open: Int, close: Int, end: Int) -> Verdict? {
        guard columnCount >= Self.fewColumns else { return .oneField }
        guard let rest = kindsAfter(close, to: end) else { return nil }
        let own = kinds + [.blank] + rest
        var start = lineEnd(from: open, to: end) + 1
        while start < end {
            let stop = lineEnd(from: start, to: end)
            guard stop < close else { break }
            if stop > start, likeness(from: start, to: stop, own, before: own.count) != .none {
                return .doubtful
            }
            start = stop + 1
        }
        return .oneField
    }

    /// Returns the kinds of the fields that follow a closing quote, `nil` where they are not as many as the record lacks.
    private func kindsAfter(_ close: Int, to end: Int) -> [Kind]? {
        var found: [Kind] = []
        var start = close + 1
        while start < end, bytes[start] != syntax.delimiter { start += 1 }
        while start < end {
            let first = start + 1
            let stop = fieldEnd(from: first, to: end)
            found.append(kind(from: first, to: stop))
            let isOpen =
                stop == end && first < end && bytes[first] == syntax.quote
                && closingQuote(from: first, to: end) == nil
            // The field goes on over the next lines too, and further ones follow it.
            if isOpen { return kinds.count + 1 + found.count <= columnCount ? found : nil }
            start = stop
        }
        let missing = columnCount - kinds.count - 1
        guard missing >= 0, found.count >= missing, found.dropFirst(missing).allSatisfy({ $0 == .blank })
        else {
            return nil
        }
        return Array(found.prefix(missing))
    }

    private static func verdict(_ lines: [Likeness], isNarrow: Bool) -> Verdict {
        let odd = lines.count { $0 == .none }
        guard lines.dropFirst().contains(.record) else {
            return odd == 0 && lines.count > 1 ? .doubtful : .oneField
        }
        let allowed = isNarrow || lines.first == Likeness.none ? 0 : lines.count / linesPerOddOne
        return odd <= allowed ? .records : .doubtful
    }

    /// The kinds of the fields of the line from the quote on, as they are if the quote opens nothing.
    private func restKinds(from open: Int, to end: Int) -> [Kind] {
        let stop = lineEnd(from: open, to: end)
        var found: [Kind] = []
        var start = open
        while start <= stop, kinds.count + found.count < columnCount {
            let next = fieldEnd(from: start, to: stop)
            found.append(kind(from: start, to: next))
            start = next + 1
        }
        return found
    }

    private func lineEnd(from start: Int, to end: Int) -> Int {
        var stop = start
        while stop < end, bytes[stop] != syntax.lineEnd { stop += 1 }
        return stop
    }

    /// Returns how many fields a line has, without blank ones beyond the header's.
    func fieldCount(from first: Int, to end: Int) -> Int {
        var start = first
        var count = 0
        var last = 0
        while true {
            let stop = fieldEnd(from: start, to: end)
            count += 1
            if count <= columnCount || kind(from: start, to: stop) != .blank { last = count }
            if stop >= end { return last }
            start = stop + 1
        }
    }

    /// Returns how many lines a record with too few fields goes on over, and where the last of them ends; `nil` where they make no
    /// record of the header's width, or where the first that follows may be one of its own that was cut off too.
    ///
    /// A line end within a field leaves one field in two parts: so many lines have as many fields too many together.
    ///
    /// - Parameters:
    ///   - count: The fields of the first line.
    ///   - start: Where the line after it begins.
    ///   - lines: How many lines at most.
    func continuation(of count: Int, from start: Int, to end: Int, lines: Int) -> (lines: Int, end: Int)? {
        guard columnCount >= Self.fewColumns else { return nil }
        var (total, next) = (count, start)
        for line in 2...lines where next < end {
            let stop = lineEnd(from: next, to: end)
            let found = fieldCount(from: next, to: stop)
            guard found < columnCount, line > 2 || !resemblesRecord(from: next, to: stop) else { return nil }
            total += found - 1
            next = min(stop + 1, end)
            if total == columnCount { return (line, next) }
            if total > columnCount { return nil }
        }
        return nil
    }

    /// Whether the fields of a line are of the same kinds as the record's first ones.
    private func resemblesRecord(from first: Int, to end: Int) -> Bool {
        var start = first
        for (index, own) in kinds.enumerated() {
            let stop = fieldEnd(from: start, to: end)
            let found = kind(from: start, to: stop)
            if found != .blank, own != .blank, found != own { return false }
            if stop >= end { return index > 0 }
            start = stop + 1
        }
        return true
    }

    /// - Parameters:
    ///   - own: The kinds of the fields of the record's line.
    ///   - before: How many of them have to be the same.
    private func likeness(from first: Int, to end: Int, _ own: [Kind], before: Int) -> Likeness {
        var start = first
        var count = 0
        var (numbers, others, othersBefore, numbersBefore) = (0, 0, 0, 0)
        while true {
            let stop = fieldEnd(from: start, to: end)
            let found = kind(from: start, to: stop)
            if count >= columnCount, found != .blank { return .none }
            if count < own.count, found != .blank, own[count] != .blank {
                let isBefore = count < before
                if found != own[count] {
                    others += 1
                    if isBefore { othersBefore += 1 }
                } else if found == .number {
                    numbers += 1
                    if isBefore { numbersBefore += 1 }
                }
            }
            count += 1
            if stop >= end { break }
            start = stop + 1
        }
        guard count >= columnCount else { return .none }
        if columnCount < Self.fewColumns { return othersBefore == 0 && numbersBefore > 0 ? .record : .none }
        // Where nothing stands before the quote, texts alone tell neither that it is a record nor, but for one, that it is none.
        if before > kinds.count || kinds.isEmpty, numbers == 0 { return others <= 1 ? .possible : .none }
        if othersBefore == 0 || numbers >= 2 * others { return .record }
        return numbers > 0 ? .possible : .none
    }

    /// Returns where the field that begins at a offset ends, quotes counting only within the line.
    private func fieldEnd(from start: Int, to end: Int) -> Int {
        // Where nothing closes it on its line the quote is text.
        var offset = closingQuote(from: start, to: end) ?? start
        while offset < end, bytes[offset] != syntax.delimiter { offset += 1 }
        return offset
    }

    /// Returns where on its line a quote closes that a field begins with.
    private func closingQuote(from start: Int, to end: Int) -> Int? {
        guard start < end, bytes[start] == syntax.quote else { return nil }
        var offset = start + 1
        while offset < end, bytes[offset] != syntax.lineEnd {
            if bytes[offset] != syntax.quote {
                offset += 1
            } else if offset + 1 < end, bytes[offset + 1] == syntax.quote {
                offset += 2
            } else {
                return offset
            }
        }
        return nil
    }

    private func kind(from start: Int, to stop: Int) -> Kind {
        var hasDigit = false
        for byte in UnsafeBufferPointer(start: bytes + start, count: stop - start) {
            switch byte {
            case 48...57: hasDigit = true
            // What dates, numbers and quotes are made of.
            case 0...0x20, syntax.quote, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "/"),
                UInt8(ascii: ":"), UInt8(ascii: "="):
                continue
            default: return .text
            }
        }
        return hasDigit ? .number : .blank
    }
}
