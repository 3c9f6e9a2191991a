/// A column of repeated texts: each different text once, and for each row which one it has.
package struct InternedColumn: Sendable, Equatable {
    /// For each row the index of its text in ``values``, or −1 where it is blank. Empty where the file has no such
    /// column and none was asked for.
    package internal(set) var indices: [Int32]
    /// The different texts, in the order in which the file first has them.
    package internal(set) var values: [String]

    package init(indices: [Int32] = [], values: [String] = []) {
        self.indices = indices
        self.values = values
    }

    /// The text of a row, or `nil` where it is blank or the file has no such column.
    package subscript(row: Int) -> String? {
        guard row < indices.count, indices[row] >= 0 else { return nil }
        return values[Int(indices[row])]
    }

    /// Forgets texts that no row has any more.
    ///
    /// - Parameter isDropped: Whether each text is forgotten.
    /// - Returns: For each former index the one that its text has now, -1 for those that are forgotten.
    mutating func drop(_ isDropped: [Bool]) -> [Int32] {
        var next: Int32 = 0
        let index = isDropped.map { isDropped -> Int32 in
            defer { next += isDropped ? 0 : 1 }
            return isDropped ? -1 : next
        }
        values = zip(values, isDropped).filter { !$0.1 }.map(\.0)
        indices = indices.map { $0 < 0 ? -1 : index[Int($0)] }
        return index
    }

    /// Each text with the number of rows that have it.
    package var counts: [(String, Int)] {
        var counts = [Int](repeating: 0, count: values.count)
        for index in indices where index >= 0 { counts[Int(index)] += 1 }
        return Array(zip(values, counts))
    }
}
