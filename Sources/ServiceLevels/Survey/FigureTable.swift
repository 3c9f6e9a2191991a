/// A small table that people read, with its formula beneath.
package struct FigureTable: Sendable {
    package let title: String
    package let header: [String]
    package let rows: [[String]]
    package let notes: [String]

    package init(_ title: String, header: [String] = [], rows: [[String]], notes: [String] = []) {
        self.title = title
        self.header = header
        self.rows = rows
        self.notes = notes
    }
}
