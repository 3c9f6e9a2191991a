/// Lays out rows of text in aligned columns.
package struct TextTable {
    package enum Alignment { case left, right }

    private let alignments: [Alignment]
    private var rows: [[String]] = []

    package init(_ alignments: [Alignment]) { self.alignments = alignments }

    /// Adds a row; each cell stands on one line, whatever data brought along.
    package mutating func add(_ cells: [String]) { rows.append(cells.map(TerminalText.oneLine)) }

    /// Returns the lines, each indented, without spaces at the end.
    package func lines(indent: Int = 2) -> [String] {
        let widths = widths
        return rows.map { row in
            let cells = row.enumerated().map { column, cell in
                let padding = String(repeating: " ", count: widths[column] - cell.count)
                return alignments[column] == .left ? cell + padding : padding + cell
            }
            let line = String(repeating: " ", count: indent) + cells.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
    }

    /// Returns the table made to fit a terminal: columns that matter less are left out first, then the widest texts
    /// are cut short.
    ///
    /// - Parameters:
    ///   - width: Characters in a line; `nil` for no limit.
    ///   - dispensable: The columns that may be left out, the first one first.
    package func fitting(_ width: Int?, dispensable: [Int], indent: Int = 2) -> TextTable {
        guard let width else { return self }
        var table = self
        var kept = Array(alignments.indices)
        for column in dispensable where table.width(indent: indent) > width {
            kept.removeAll { $0 == column }
            table = picking(kept)
        }
        while table.width(indent: indent) > width, table.cutWidestText() {}
        return table
    }

    private var widths: [Int] {
        alignments.indices.map { column in
            rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
        }
    }

    private func width(indent: Int) -> Int { indent + widths.reduce(0) { $0 + $1 + 2 } - 2 }

    private func picking(_ columns: [Int]) -> TextTable {
        var table = TextTable(columns.map { alignments[$0] })
        for row in rows { table.add(columns.filter { $0 < row.count }.map { row[$0] }) }
        return table
    }

    /// Cuts a character off the widest column of texts, and returns whether there was one wide enough.
    private mutating func cutWidestText() -> Bool {
        let widths = widths
        let texts = alignments.indices.filter { alignments[$0] == .left && widths[$0] > Self.narrowest }
        guard let column = texts.max(by: { widths[$0] < widths[$1] }) else { return false }
        for row in rows.indices where column < rows[row].count && rows[row][column].count == widths[column] {
            let text = rows[row][column]
            rows[row][column] = text.prefix(widths[column] - 2) + "…"
        }
        return true
    }

    /// Texts are not cut shorter than this.
    private static let narrowest = 12
}
