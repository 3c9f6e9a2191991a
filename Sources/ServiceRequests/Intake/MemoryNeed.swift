import WorkSharing

/// How much memory a file's requests will take, and what is found in them.
package struct MemoryNeed: Sendable, Equatable {
    /// What a row takes beside its texts: its columns of numbers, and a finding, a case or a report's row. Measured on a
    /// million requests (`Benchmarks/README.md`).
    static let bytesPerRow = 170
    /// What is taken whatever the rows: borders, streets in the cache, and a block for each thread.
    package static let ground = 48 << 20

    /// The rows that are expected, as those read so far lead to expect.
    package let rows: Int
    package let bytes: Int

    package init(rows: Int, bytes: Int) {
        self.rows = rows
        self.bytes = bytes
    }

    init(rows: Int, textBytes: Int) {
        self.rows = rows
        bytes = rows * Self.bytesPerRow + textBytes + Self.ground
    }

    /// - Throws: Where there is less room.
    func check(against room: MemoryRoom?, source: String) throws(RequestError) {
        guard let room, bytes > room.bytes else { return }
        throw .needsMemory(source: source, need: self, room: room)
    }
}
