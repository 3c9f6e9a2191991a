#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Gives the rows of files that were put together of several the line end of the file, wherever in it they stand.
///
/// A return in a file of line feeds, or a line feed in one of returns, is text, as people paste it into a field. It is a line
/// end where the pieces between such bytes look like rows: two or more have as many fields as the header, and they are more
/// than half of the pieces of their line, or all of them where the header has few columns. One byte takes the place of the
/// other, so that nothing moves.
struct LineEndMender {
    let syntax: RecordSyntax
    private let columnCount: Int
    private let other: UInt8
    /// Where few columns are, texts hold as many delimiters by chance.
    private static let fewColumns = 4
    /// A line that is longer is judged by what of it is there.
    private static let longLine = 1 << 16

    /// - Returns: `nil` where rows end in what no text has.
    init?(_ dialect: Dialect, columnCount: Int) {
        switch dialect.lineEnd {
        case .lineFeed: other = 0x0D
        case .carriageReturn: other = 0x0A
        case .recordSeparator: return nil
        }
        guard columnCount > 1 else { return nil }
        syntax = RecordSyntax(dialect, columnCount: columnCount)
        self.columnCount = columnCount
    }

    /// Mends some text where it stands.
    ///
    /// - Parameters:
    ///   - bytes: Text that begins where a line does.
    ///   - isComplete: Whether the text ends here.
    /// - Returns: How many line ends were given.
    func mend(_ bytes: inout [UInt8], to end: Int, isComplete: Bool) -> Int {
        bytes.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return 0 }
            var mended = 0
            var offset = 0
            while let found = next(in: UnsafePointer(base), from: offset, to: end, of: end) {
                let (first, last) = line(around: found, in: UnsafePointer(base), to: end)
                // What follows may belong to it.
                if last == end, !isComplete, end - first < Self.longLine { break }
                mended += mendLine(base, from: first, to: last, end: end, isComplete: isComplete)
                offset = last + 1
            }
            return mended
        }
    }

    /// Returns the offset of the next byte that ends lines elsewhere and not here.
    ///
    /// - Parameter count: The length of the text, beyond which the other half of CR and LF cannot be seen.
    private func next(
        in bytes: UnsafePointer<UInt8>, from start: Int, to end: Int, of count: Int
    ) -> Int? {
        var offset = start
        while offset < end, let found = memchr(bytes + offset, Int32(other), end - offset) {
            let index = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - bytes
            if isAlone(index, in: bytes, to: count) { return index }
            offset = index + 1
        }
        return nil
    }

    /// Whether a byte is no half of CR and LF.
    private func isAlone(_ index: Int, in bytes: UnsafePointer<UInt8>, to end: Int) -> Bool {
        if other == 0x0D { return index + 1 >= end || bytes[index + 1] != 0x0A }
        return index == 0 || bytes[index - 1] != 0x0D
    }

    /// Returns where the line begins and ends that holds a byte.
    private func line(
        around index: Int, in bytes: UnsafePointer<UInt8>, to end: Int
    ) -> (first: Int, last: Int) {
        var first = index
        while first > 0, bytes[first - 1] != syntax.lineEnd { first -= 1 }
        guard let found = memchr(bytes + index, Int32(syntax.lineEnd), end - index) else {
            return (first, end)
        }
        return (first, UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - bytes)
    }

    private func mendLine(
        _ bytes: UnsafeMutablePointer<UInt8>, from first: Int, to last: Int, end: Int, isComplete: Bool
    ) -> Int {
        let evidence = LineEvidence(
            bytes: UnsafePointer(bytes), syntax: syntax, columnCount: columnCount, record: first, open: first)
        var (rows, pieces) = (0, 0)
        var offsets: [Int] = []
        var start = first
        while start < last || (start == last && pieces > 0) {
            let found = next(in: UnsafePointer(bytes), from: start, to: last, of: end)
            // The last piece may go on, and of its return the other half.
            if found == nil, last == end, !isComplete { break }
            if let found, found + 1 == end, !isComplete { break }
            let stop = found ?? last
            if stop > start {
                pieces += 1
                if evidence.fieldCount(from: start, to: stop) == columnCount { rows += 1 }
            }
            guard let found else { break }
            offsets.append(found)
            start = found + 1
        }
        let areRows = columnCount < Self.fewColumns ? rows == pieces : rows * 2 > pieces
        guard rows >= 2, areRows else { return 0 }
        for index in offsets { bytes[index] = syntax.lineEnd }
        return offsets.count
    }
}
