import DelimitedText

/// Lays out rows of text in aligned columns.
struct TextTable {
    enum Alignment { case left, right }

    private let alignments: [Alignment]
    private var rows: [[String]] = []

    init(_ alignments: [Alignment]) { self.alignments = alignments }

    mutating func add(_ cells: [String]) { rows.append(cells) }

    /// Returns the lines, each indented, without spaces at the end.
    func lines(indent: Int = 2) -> [String] {
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
    func fitting(_ width: Int?, dispensable: [Int], indent: Int = 2) -> TextTable {
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

/// Writes numbers as people read them.
enum NumberText {
    /// Returns a whole number with a comma at each thousand.
    static func count(_ value: Int) -> String {
        var digits = String(abs(value))
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return (value < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
    }

    /// Returns a share of a whole as a percentage with one decimal, `–` of nothing.
    static func share(_ part: Int, of whole: Int) -> String {
        whole == 0 ? "–" : decimal(100 * Double(part) / Double(whole)) + " %"
    }

    /// Returns a share of a whole as a percentage without decimals, `–` of nothing.
    static func wholeShare(_ part: Int, of whole: Int) -> String {
        whole == 0 ? "–" : "\(Int((100 * Double(part) / Double(whole)).rounded())) %"
    }

    /// Returns a number with one decimal, or so many.
    static func decimal(_ value: Double, places: Int = 1) -> String {
        let unit = (0..<places).reduce(1) { unit, _ in unit * 10 }
        let units = Int((abs(value) * Double(unit)).rounded())
        let fraction = String(units % unit)
        let zeros = String(repeating: "0", count: places - fraction.count)
        return "\(value < 0 && units > 0 ? "-" : "")\(units / unit).\(zeros)\(fraction)"
    }
}

/// Writes degrees with the seven decimals of the findings.
enum DegreeText {
    static func of(_ degrees: Double) -> String {
        var bytes: [UInt8] = []
        FixedDecimal.append(degrees, decimals: 7, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
