/// A column of texts in one run of UTF-8 bytes, without a String for each row.
package struct TextColumn: Sendable, Equatable {
    /// Rows that share one base, so that four bytes a row reach any length: a field is shorter than 1 MiB.
    @usableFromInline static let rowsPerBase = 4096

    /// All texts, one after the other, always valid UTF-8.
    package internal(set) var bytes: [UInt8] = []
    /// For each ``rowsPerBase`` rows, where their texts begin.
    @usableFromInline var bases: [Int] = []
    /// For each row, where its text ends, counted from its base.
    @usableFromInline var ends: [UInt32] = []

    package init() {}

    /// Creates a column of the given texts.
    package init(_ texts: some Sequence<String>) {
        for text in texts { append(Array(text.utf8).span) }
    }

    package var count: Int { ends.count }
    package var isEmpty: Bool { ends.isEmpty }

    /// Returns where a row's text lies in ``bytes``; an empty range where it is blank or the column is absent.
    @inlinable package func range(at row: Int) -> Range<Int> {
        guard row < ends.count else { return 0..<0 }
        let base = bases[row / Self.rowsPerBase]
        let start = row % Self.rowsPerBase == 0 ? base : base + Int(ends[row - 1])
        return start..<base + Int(ends[row])
    }

    /// The text of a row, empty where it is blank.
    package subscript(row: Int) -> String { String(decoding: bytes[range(at: row)], as: UTF8.self) }

    /// Calls a closure with the bytes of a row's text, without copying them.
    @inlinable package func withBytes<Result, Failure: Error>(
        at row: Int, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let range = range(at: row)
        return try bytes.withUnsafeBufferPointer {
            (all: UnsafeBufferPointer<UInt8>) throws(Failure) -> Result in
            try body(UnsafeBufferPointer(rebasing: all[range]))
        }
    }

    mutating func append(_ text: Span<UInt8>) {
        if ends.count % Self.rowsPerBase == 0 { bases.append(bytes.count) }
        text.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
        ends.append(UInt32(bytes.count - bases[bases.count - 1]))
    }
}
