extension TextColumn {
    /// Returns the different texts in the order in which they first come, and for each row which one it has, −1 where
    /// it is blank.
    package func distinct() -> (indices: [Int32], values: TextColumn) {
        var interner = ByteInterner()
        let indices = (0..<count).map { row in
            withBytes(at: row) { $0.isEmpty ? -1 : interner.number(of: $0) }
        }
        return (indices, interner.texts)
    }
}
