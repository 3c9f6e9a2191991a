/// The beginning of a text that is ASCII, and so the same in all encodings that are known here.
enum ASCIIPrefix {
    /// Returns the number of bytes before the first that is not ASCII.
    static func length(of bytes: [UInt8], from start: Int, count: Int) -> Int {
        bytes.withUnsafeBytes { buffer in
            let end = start + count
            var offset = start
            while offset + 8 <= end,
                buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
            {
                offset += 8
            }
            while offset < end, buffer[offset] < 0x80 { offset += 1 }
            return offset - start
        }
    }
}
