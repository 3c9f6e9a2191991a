#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
import WorkSharing

/// A column of texts in one run of UTF-8 bytes, without a String for each row.
///
/// Public, since the compiler inlines code of another module only if it is public, and rows are read by the million.
public struct TextColumn: Sendable, Equatable {
    /// Rows that share one base, so that four bytes a row reach any length: a field is shorter than 1 MiB.
    @usableFromInline static let rowsPerBase = 4096

    /// All texts, one after the other, always valid UTF-8.
    public internal(set) var bytes: [UInt8] = []
    /// For each ``rowsPerBase`` rows, where their texts begin.
    @usableFromInline var bases: [Int] = []
    /// For each row, where its text ends, counted from its base.
    @usableFromInline var ends: [UInt32] = []
    /// Where rows share texts, for each row the number of its text, ``blank`` for none: bases and ends are then of the
    /// different texts. Empty where each row has a text of its own.
    @usableFromInline var shared: [UInt32] = []

    package init() {}

    /// Creates a column whose rows share texts.
    ///
    /// - Parameters:
    ///   - texts: The different texts, in the order in which rows first have them.
    ///   - numbers: For each row the number of its text, or ``blank``.
    init(_ texts: TextColumn, numbers: [UInt32]) {
        self = texts
        shared = numbers
    }

    /// Creates a column of the given texts.
    package init(_ texts: some Sequence<String>) {
        for text in texts { Array(text.utf8).withUnsafeBufferPointer { append($0) } }
    }

    package var count: Int { shared.isEmpty ? ends.count : shared.count }
    package var isEmpty: Bool { count == 0 }
    /// What stands for a blank text where rows share texts.
    static let blank = UInt32.max

    /// Returns where a row's text lies in ``bytes``; an empty range where it is blank or the column is absent.
    @inlinable public func range(at row: Int) -> Range<Int> {
        var text = row
        if !shared.isEmpty {
            guard row < shared.count else { return 0..<0 }
            text = Int(shared[row])
        }
        guard text < ends.count else { return 0..<0 }
        let base = bases[text / Self.rowsPerBase]
        let start = text % Self.rowsPerBase == 0 ? base : base + Int(ends[text - 1])
        return start..<base + Int(ends[text])
    }

    /// The text of a row, empty where it is blank.
    package subscript(row: Int) -> String { String(decoding: bytes[range(at: row)], as: UTF8.self) }

    /// Calls a closure with the bytes of a row's text, without copying them.
    @inlinable public func withBytes<Result, Failure: Error>(
        at row: Int, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let range = range(at: row)
        return try bytes.withUnsafeBufferPointer {
            (all: UnsafeBufferPointer<UInt8>) throws(Failure) -> Result in
            try body(UnsafeBufferPointer(rebasing: all[range]))
        }
    }

    /// Whether two rows have the same text.
    package func areSame(_ first: Int, _ second: Int) -> Bool {
        let (first, second) = (range(at: first), range(at: second))
        guard first.count == second.count else { return false }
        return bytes.withUnsafeBytes { all in
            all.baseAddress.map { memcmp($0 + first.lowerBound, $0 + second.lowerBound, first.count) == 0 }
                ?? true
        }
    }

    /// Whether a row's text is the given one.
    @inline(__always)
    func hasBytes(_ text: UnsafeBufferPointer<UInt8>, at row: Int) -> Bool {
        let range = range(at: row)
        guard range.count == text.count, let other = text.baseAddress else {
            return range.count == text.count
        }
        return bytes.withUnsafeBytes { all in
            all.baseAddress.map { memcmp($0 + range.lowerBound, other, range.count) == 0 } ?? true
        }
    }

    @inline(__always)
    mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        beginRow()
        bytes.append(contentsOf: text)
        endRow()
    }

    /// Notes where a row's text begins. The text is then appended to `bytes`, and `endRow` called.
    @inline(__always)
    mutating func beginRow() {
        if ends.count % Self.rowsPerBase == 0 { bases.append(bytes.count) }
    }

    @inline(__always)
    mutating func endRow() {
        ends.append(UInt32(truncatingIfNeeded: bytes.count &- bases[bases.count &- 1]))
    }

    /// Appends all rows of another column.
    mutating func append(contentsOf other: TextColumn) {
        let shift = bytes.count
        bytes.append(contentsOf: other.bytes)
        var start = 0
        for row in other.ends.indices {
            if ends.count % Self.rowsPerBase == 0 { bases.append(shift + start) }
            start = other.bases[row / Self.rowsPerBase] &+ Int(other.ends[row])
            ends.append(UInt32(truncatingIfNeeded: shift &+ start &- bases[bases.count &- 1]))
        }
    }

    /// Makes room for a block's texts.
    mutating func reserveRoom(rows: Int, bytes byteCount: Int) {
        ends.reserveCapacity(rows)
        bytes.reserveCapacity(byteCount)
    }

    /// Makes room for a file's texts.
    mutating func reserve(rows: Int, bytes byteCount: Int) {
        ends.reserveLargePages(rows)
        bytes.reserveLargePages(byteCount)
    }

    /// Leaves some rows, in ascending order, and closes them up. Texts that rows share stay.
    mutating func keep(_ rows: [Int32]) {
        guard shared.isEmpty else {
            for (new, row) in rows.enumerated() { shared[new] = shared[Int(row)] }
            shared.removeLast(shared.count - rows.count)
            if rows.isEmpty { removeAll() }
            return
        }
        // A base may be written before the last row that counts from the old one is read.
        let old = bases
        var length = 0
        for (new, row) in rows.enumerated() {
            let row = Int(row)
            let base = old[row / Self.rowsPerBase]
            let start = row % Self.rowsPerBase == 0 ? base : base + Int(ends[row - 1])
            let count = base + Int(ends[row]) - start
            if start > length {
                bytes.withUnsafeMutableBytes { all in
                    guard let first = all.baseAddress else { return }
                    memmove(first + length, first + start, count)
                }
            }
            if new % Self.rowsPerBase == 0 { bases[new / Self.rowsPerBase] = length }
            length += count
            ends[new] = UInt32(truncatingIfNeeded: length - bases[new / Self.rowsPerBase])
        }
        ends.removeLast(ends.count - rows.count)
        bases.removeLast(bases.count - (rows.count + Self.rowsPerBase - 1) / Self.rowsPerBase)
        bytes.removeLast(bytes.count - length)
    }

    /// Forgets all rows and keeps the memory.
    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        bases.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        shared.removeAll()
    }
}
