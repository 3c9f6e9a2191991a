/// A column of repeated texts as parts of it are put together: each text once, and which one each row has.
package struct TextSums: Codable, Sendable, Equatable {
    package var texts: [String]
    /// An index into ``texts``, −1 for none. Empty where the file has no such column.
    package var rows: PackedNumbers

    package init(_ column: InternedColumn) {
        texts = column.values
        rows = PackedNumbers(column.indices)
    }
}

/// Puts columns of repeated texts together, each text where it was first met, as if one file had been read.
package struct TextJoiner {
    package private(set) var column = InternedColumn()
    private var known: [String: Int32] = [:]

    package init() {}

    /// Appends the rows of a part.
    ///
    /// - Returns: What each text of the part is called in the whole.
    @discardableResult
    package mutating func append(_ part: TextSums) throws(SumsError) -> [Int32] {
        let names = part.texts.map { text in
            let index = known[text] ?? Int32(column.values.count)
            if known[text] == nil {
                known[text] = index
                column.values.append(text)
            }
            return index
        }
        for row in part.rows.numbers {
            guard row >= -1, row < names.count else { throw .damaged("a row has a text that is not there") }
            column.indices.append(row < 0 ? -1 : names[Int(row)])
        }
        return names
    }
}
