/// A small table that people read, with its formula beneath.
package struct FigureTable: Sendable {
    package let title: String
    package let header: [String]
    package let rows: [[String]]
    package let notes: [String]
    /// The columns that hold words, whatever stands in their cells: `fewer than 11` is a number.
    package let wordColumns: Set<Int>

    /// - Parameter wordColumns: Beside those without a heading, which hold names and remarks.
    package init(
        _ title: String, header: [String] = [], rows: [[String]], notes: [String] = [],
        wordColumns: Set<Int> = []
    ) {
        self.wordColumns = wordColumns.union(header.indices.filter { header[$0].isEmpty }).union([0])
        self.title = title
        self.header = header
        self.rows = rows
        self.notes = notes
    }
}
