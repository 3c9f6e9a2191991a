/// The cells of a sheet that are merged over several rows. A file holds their text once, in the first of them.
struct MergedCells {
    struct Block {
        /// From 1.
        let column: Int
        let rows: ClosedRange<Int>
        /// As the sheet names it: `A2:A16`.
        let name: String

        /// Reads such a name; `nil` for one of cells that all stand in one row.
        init?(_ name: String) {
            let corners = name.split(separator: ":").map(Self.cell)
            guard corners.count == 2, let first = corners[0], let last = corners[1], first.row < last.row
            else { return nil }
            column = first.column
            rows = first.row...last.row
            self.name = name
        }

        private static func cell(_ reference: Substring) -> (column: Int, row: Int)? {
            let plain = reference.utf8.filter { $0 != UInt8(ascii: "$") }
            let letters = plain.prefix { (65...90).contains($0) }
            guard (1...3).contains(letters.count),
                let row = Int(String(decoding: plain.dropFirst(letters.count), as: UTF8.self)), row > 0
            else { return nil }
            return (letters.reduce(0) { $0 * 26 + Int($1) - 64 }, row)
        }
    }

    private(set) var blocks: [Block] = []
    private var byColumn: [Int: [Int: ClosedRange<Int>]] = [:]

    var isEmpty: Bool { blocks.isEmpty }

    mutating func add(_ block: Block) {
        blocks.append(block)
        byColumn[block.column, default: [:]][block.rows.lowerBound] = block.rows
    }

    /// Returns the last row of the block that begins at a cell; `nil` where none does.
    func lastRow(ofBlockAt row: Int, column: Int) -> Int? { byColumn[column]?[row]?.upperBound }

    /// The rows that get their text from a block's first.
    var filledCount: Int { blocks.reduce(0) { $0 + $1.rows.count - 1 } }
}
