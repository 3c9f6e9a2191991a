#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Which rows' texts hold a byte: a bit for each text, so that the others need not be read for it again.
@usableFromInline
package struct TextMarks: Sendable {
    @usableFromInline var words: [UInt64]
    /// For each row the number of its text, where rows share texts; see ``TextColumn``.
    @usableFromInline let shared: [UInt32]
    /// Whether no row's text holds the byte.
    package private(set) var isEmpty = true

    fileprivate init(textCount: Int, shared: [UInt32]) {
        words = [UInt64](repeating: 0, count: (textCount + 63) / 64)
        self.shared = shared
    }

    fileprivate mutating func set(_ text: Int) {
        words[text / 64] |= 1 << UInt64(text % 64)
        isEmpty = false
    }

    /// Whether a row's text holds the byte.
    @inlinable
    package func contains(_ row: Int) -> Bool {
        let text = shared.isEmpty ? row : row < shared.count ? Int(shared[row]) : .max
        return text / 64 < words.count && words[text / 64] >> UInt64(text % 64) & 1 == 1
    }
}

extension TextColumn {
    /// Returns which rows' texts hold a byte.
    package func marks(of byte: UInt8) -> TextMarks {
        var marks = TextMarks(textCount: ends.count, shared: shared)
        bytes.withUnsafeBytes { all in
            guard let first = all.baseAddress else { return }
            var (text, offset) = (0, 0)
            while offset < all.count, let found = memchr(first + offset, Int32(byte), all.count - offset) {
                offset = UnsafeRawPointer(found) - first
                while text < ends.count, end(of: text) <= offset { text += 1 }
                guard text < ends.count else { return }
                marks.set(text)
                offset = end(of: text)
            }
        }
        return marks
    }

    /// Where a text ends in ``bytes``.
    private func end(of text: Int) -> Int { bases[text / Self.rowsPerBase] + Int(ends[text]) }
}
