/// The delimiters of rows that were no delimited text: ASCII's own separators, which no text holds, so that nothing needs
/// quotes and each row is one line.
package enum TableText {
    package static let delimiter: UInt8 = 0x1F
    package static let rowEnd: UInt8 = 0x1E
    /// What stands for a quote; it never occurs.
    package static let quote: UInt8 = 0x1D

    /// Appends a cell's text. Separators in it, which no program writes, become spaces.
    static func append(_ text: some Sequence<UInt8>, to bytes: inout [UInt8]) {
        for byte in text { bytes.append(byte == delimiter || byte == rowEnd || byte == quote ? 0x20 : byte) }
    }
}

/// Rows that are made when they are asked for.
package class RowSource: ByteSource {
    /// Rows that were made and not given yet.
    final var rows: [UInt8] = []
    private var given = 0

    /// Makes more rows, and returns whether there may be more after them.
    func makeRows() throws(TableFileError) -> Bool { false }

    package final func read(into buffer: UnsafeMutableRawBufferPointer) throws(TableFileError) -> Int {
        while given == rows.count {
            rows.removeAll(keepingCapacity: true)
            given = 0
            if try !makeRows(), rows.isEmpty { return 0 }
        }
        let count = min(buffer.count, rows.count - given)
        buffer.copyBytes(from: rows[given..<given + count])
        given += count
        return count
    }
}
