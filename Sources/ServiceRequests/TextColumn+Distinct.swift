extension TextColumn {
    /// Returns the different texts in the order in which they first come, and for each row which one it has, −1 where
    /// it is blank.
    package func distinct() -> (indices: [Int32], values: TextColumn) {
        guard shared.isEmpty else { return distinctOfShared() }
        var interner = ByteInterner()
        let indices = (0..<count).map { row in
            withBytes(at: row) { $0.isEmpty ? -1 : interner.number(of: $0) }
        }
        return (indices, interner.texts)
    }

    /// Rows may have been left out since the texts were numbered.
    private func distinctOfShared() -> (indices: [Int32], values: TextColumn) {
        var texts = self
        texts.shared = []
        var numbers = [Int32](repeating: -1, count: texts.count)
        var used: [Int] = []
        let indices = shared.map { text -> Int32 in
            guard text != Self.blank else { return -1 }
            if numbers[Int(text)] < 0 {
                numbers[Int(text)] = Int32(used.count)
                used.append(Int(text))
            }
            return numbers[Int(text)]
        }
        // Texts may be gone with their rows, or come first behind others.
        let isAsBefore = used.count == texts.count && used.enumerated().allSatisfy { $0 == $1 }
        guard !isAsBefore else { return (indices, texts) }
        var left = TextColumn()
        for text in used { texts.withBytes(at: text) { left.append($0) } }
        return (indices, left)
    }
}
