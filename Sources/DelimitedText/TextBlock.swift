/// Some whole records of a file, as one thread works on them.
package struct TextBlock: Sendable {
    /// Bytes after ``count`` that may be read, so that a scan by words needs no test for the end.
    static let padding = 16

    /// The records, then a line end that stops a scan, then padding.
    package internal(set) var bytes: [UInt8] = []
    /// The length of the records in bytes.
    package internal(set) var count = 0
    /// The bytes of the file read so far, for progress.
    package internal(set) var fileBytesRead = 0
    /// The NULs that were left out of the file so far.
    package internal(set) var droppedNULs = 0
    /// How the file's text beyond ASCII is read; `nil` as long as there was none.
    package internal(set) var encoding: FoundEncoding?
    /// The line ends so far that were those of other files; see ``LineEndMender``.
    package internal(set) var mendedLineEnds = 0

    /// Returns the bytes of a record or field of the block.
    package func bytes(of range: FieldRange) -> ArraySlice<UInt8> {
        bytes[Int(range.start)..<Int(range.start) + Int(range.length)]
    }

    /// Returns how many lines the records take. The last counts also where no line end follows it.
    package func lineCount(endingIn lineEnd: UInt8) -> Int {
        guard count > 0 else { return 0 }
        let ends = bytes[..<count].count { $0 == lineEnd }
        return bytes[count - 1] == lineEnd ? ends : ends + 1
    }

    /// Whether all bytes are ASCII, so that no text needs to be checked.
    package var isASCII: Bool {
        bytes.withUnsafeBytes { buffer in
            var all: UInt64 = 0
            var offset = 0
            while offset + 8 <= count {
                all |= buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                offset += 8
            }
            for byte in buffer[offset..<count] { all |= UInt64(byte) }
            return all & 0x8080_8080_8080_8080 == 0
        }
    }

    mutating func reserve(_ length: Int) {
        let missing = length + Self.padding - bytes.count
        if missing > 0 { bytes += [UInt8](repeating: 0, count: missing) }
    }

    mutating func finish(count: Int, lineEnd: UInt8) {
        self.count = count
        reserve(count)
        bytes[count] = lineEnd
    }
}
