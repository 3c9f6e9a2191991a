/// The cells around one cell after another, as five runs of neighbouring cells, one for each row.
///
/// Cells must be visited in rising order: the runs only move forward, so a whole strip costs one pass.
struct CellWindow {
    /// Rows and columns reached on each side.
    static let reach = 2
    static let rows = 5
    /// The rows by nearness: where one is enough, it is found early.
    static let nearestFirst: [Int] = [2, 1, 3, 0, 4]

    private let grid: CellGrid
    private let end: Int
    private var lower: InlineArray<5, Int>
    private var upper: InlineArray<5, Int>

    /// - Parameter strip: The strip whose cells will be visited.
    init(_ grid: CellGrid, _ strip: CellGrid.Strip) {
        self.grid = grid
        end = strip.groupCells.upperBound
        lower = InlineArray(repeating: strip.groupCells.lowerBound)
        upper = InlineArray(repeating: strip.groupCells.lowerBound)
        guard let first = strip.cells.first else { return }
        for row in 0..<Self.rows {
            let start = Self.firstCell(from: Self.lowest(row, grid.keys[first]), in: strip.groupCells, grid)
            lower[row] = start
            upper[row] = start
        }
    }

    /// Moves the rows asked for to the surroundings of a cell.
    @inline(__always)
    mutating func move(to cell: Int, rows: Range<Int>) {
        let key = grid.keys[cell]
        for row in rows {
            let lowest = Self.lowest(row, key)
            let highest = lowest + UInt64(2 * Self.reach)
            var first = lower[row]
            while first < end, grid.keys[first] < lowest { first += 1 }
            lower[row] = first
            var last = max(upper[row], first)
            while last < end, grid.keys[last] <= highest { last += 1 }
            upper[row] = last
        }
    }

    /// The cells of a row of the window.
    @inline(__always)
    func cells(row: Int) -> Range<Int> { lower[row]..<upper[row] }

    /// Returns the key of a row's first cell in the window around a cell.
    @inline(__always)
    private static func lowest(_ row: Int, _ key: CellScale.Key) -> CellScale.Key {
        key + UInt64(row) << CellScale.columnBits - UInt64(reach) << CellScale.columnBits - UInt64(reach)
    }

    private static func firstCell(from key: CellScale.Key, in cells: Range<Int>, _ grid: CellGrid) -> Int {
        var low = cells.lowerBound
        var high = cells.upperBound
        while low < high {
            let middle = (low + high) / 2
            if grid.keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
