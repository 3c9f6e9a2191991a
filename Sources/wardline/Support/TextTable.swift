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
        let widths = alignments.indices.map { column in
            rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
        }
        return rows.map { row in
            let cells = row.enumerated().map { column, cell in
                let padding = String(repeating: " ", count: widths[column] - cell.count)
                return alignments[column] == .left ? cell + padding : padding + cell
            }
            let line = String(repeating: " ", count: indent) + cells.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
    }
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

    /// Returns a number with one decimal.
    static func decimal(_ value: Double) -> String {
        let tenths = Int((abs(value) * 10).rounded())
        return "\(value < 0 && tenths > 0 ? "-" : "")\(tenths / 10).\(tenths % 10)"
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
