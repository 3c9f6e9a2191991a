import Records

/// What a test of significance found, for people and for files.
struct SignificanceFindings {
    /// What was tested and what came out, one line.
    var title: String
    /// What is compared with what, the formula and its source.
    var notes: [String]
    /// The table on the terminal, its header first.
    var table: TextTable
    /// How many rows the table leaves out.
    var moreCount = 0
    var columns: [String]
    var records: [TableRecord]

    var text: String {
        var lines = [Terminal.bold(title)] + notes.map { "  \($0)" } + [""] + table.lines()
        if moreCount > 0 { lines.append("  … and \(NumberText.count(moreCount)) more; -o FILE writes all") }
        return lines.joined(separator: "\n") + "\n"
    }

    func write(to destination: OutputDestination, format: RecordFormat) throws {
        try RecordWriter(format: format, columns: columns).write(records, to: destination)
    }
}

/// Writes the numbers of statistics for people.
enum StatisticText {
    /// Returns a p-value with three decimals, small ones as an upper bound.
    static func p(_ value: Double) -> String { value < 0.001 ? "< 0.001" : fixed(value, 3) }

    /// Returns a number with two decimals.
    static func z(_ value: Double) -> String { fixed(value, 2) }

    private static func fixed(_ value: Double, _ decimals: Int) -> String {
        var bytes: [UInt8] = []
        FixedDecimal.append(value, decimals: decimals, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
