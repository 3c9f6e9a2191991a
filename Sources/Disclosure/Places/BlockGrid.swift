import Geometry

/// Cells of about 300 m with the blocks that reach into them.
struct BlockGrid: Sendable {
    private struct Cell: Hashable {
        var column: Int
        var row: Int
    }

    private var cells: [Cell: [Int]] = [:]
    private static let size = 0.003
    /// A box over more cells than this each way is a mistake of the file and stands in the first of them only.
    private static let mostCells = 400

    /// - Parameter boxes: The extent of each block; `nil` for one without.
    init(_ boxes: [Box<Coordinate>?]) {
        for (index, box) in boxes.enumerated() {
            guard let box else { continue }
            Self.forEachCell(in: box) { cells[$0, default: []].append(index) }
        }
    }

    /// Returns the blocks of the cells that a box touches, in their order, each once.
    func items(in box: Box<Coordinate>) -> [Int] {
        var found: Set<Int> = []
        Self.forEachCell(in: box) { found.formUnion(cells[$0] ?? []) }
        return found.sorted()
    }

    private static func forEachCell(in box: Box<Coordinate>, _ body: (Cell) -> Void) {
        func cell(_ degrees: Double) -> Int { Int(max(-1e6, min(1e6, (degrees / size).rounded(.down)))) }
        let columns = cell(box.minX)...min(cell(box.maxX), cell(box.minX) + mostCells)
        let rows = cell(box.minY)...min(cell(box.maxY), cell(box.minY) + mostCells)
        for column in columns { for row in rows { body(Cell(column: column, row: row)) } }
    }
}
