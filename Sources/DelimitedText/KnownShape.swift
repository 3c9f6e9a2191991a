/// What is known of a file of delimited text before it is opened, as of a part of a longer one.
package struct KnownShape: Sendable, Hashable {
    /// How it is written; `nil` to find it by its beginning.
    package var dialect: Dialect?
    /// The names of its columns, where it begins with its rows; `nil` where a header stands before them.
    package var header: [String]?
    /// The number that its first line has in the file that it is a part of.
    package var firstLine: Int
    /// Whether its rows were picked from all over the longer file, so that their lines do not tell where they stand there.
    package var isRearranged = false
    /// What is known of its text.
    package var text = TextHints()

    /// - Parameter header: Takes effect with a dialect alone: rows alone do not show how they are written.
    package init(dialect: Dialect? = nil, header: [String]? = nil, firstLine: Int = 1) {
        self.dialect = dialect
        self.header = header
        self.firstLine = firstLine
    }
}

extension FoundHeader {
    /// Creates the header of rows whose columns are known. A first row that is that header again is passed over.
    init(of sample: [UInt8], _ dialect: Dialect, under header: [String], isWhole: Bool) {
        self.init(dialect: dialect, cells: header, line: 1, dataStart: 0, dataLine: 1)
        let first = SampleRecord.read(sample, dialect, limit: 1, isWhole: isWhole).first
        if let first, first.cells == header {
            dataStart = first.end
            dataLine = first.nextLine
        }
    }
}
