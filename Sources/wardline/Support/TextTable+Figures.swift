import Records
import ServiceLevels

extension TextTable {
    /// Returns a table under its title, with a line before it and its notes beneath.
    static func lines(of figures: FigureTable) -> [String] {
        ["", Terminal.bold(figures.title)] + body(of: figures) + figures.notes.map { "  \($0)" }
    }

    /// Returns a table's head and rows.
    static func body(of figures: FigureTable) -> [String] {
        let columns = ([figures.header] + figures.rows).map(\.count).max() ?? 0
        var table = TextTable([.left] + [Alignment](repeating: .right, count: max(0, columns - 1)))
        if !figures.header.isEmpty { table.add(figures.header) }
        for row in figures.rows { table.add(row) }
        return table.lines()
    }
}
