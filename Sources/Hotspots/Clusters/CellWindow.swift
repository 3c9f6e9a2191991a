/// The cells around one cell after another, as five runs of neighbouring cells, one for each row: the nearest row
/// first, so that where one is enough it is found early.
///
/// Cells must be visited in rising order: the runs only move forward, so a whole strip costs one pass. Not copied,
/// since it is handed on for each point.
struct CellWindow: ~Copyable {
    /// Columns reached on each side.
    static let reach: UInt64 = 2
    /// The cell's own row, the one below, the one above, two below, two above.
    static let rows = 0..<5
    /// Of these, the cell's own row and those above.
    static let rowsFromOwn = [0, 2, 4]

    private let grid: ClusterGrid
    private let end: Int
    private var lower: InlineArray<5, Int>
    private var upper: InlineArray<5, Int>

    /// - Parameter strip: The strip whose cells will be visited.
    init(_ grid: ClusterGrid, _ strip: ClusterGrid.Strip) {
        self.grid = grid
        end = strip.groupCells.upperBound
        lower = InlineArray(repeating: strip.groupCells.lowerBound)
        upper = InlineArray(repeating: strip.groupCells.lowerBound)
        guard let first = strip.cells.first else { return }
        for row in Self.rows {
            let start = Self.firstCell(from: Self.lowest(row, grid.keys[first]), in: strip.groupCells, grid)
            lower[row] = start
            upper[row] = start
        }
    }

    /// Moves a row to the surroundings of a cell.
    @inline(__always)
    mutating func move(row: Int, to cell: Int) {
        let lowest = Self.lowest(row, grid.keys[cell])
        let highest = lowest + 2 * Self.reach
        var first = lower[row]
        while first < end, grid.keys[first] < lowest { first += 1 }
        lower[row] = first
        var last = max(upper[row], first)
        while last < end, grid.keys[last] <= highest { last += 1 }
        upper[row] = last
    }

    /// Moves all rows to the surroundings of a cell.
    @inline(__always)
    mutating func move(to cell: Int) {
        for row in Self.rows { move(row: row, to: cell) }
    }

    /// The cells of a row of the window.
    @inline(__always)
    func cells(row: Int) -> Range<Int> { lower[row]..<upper[row] }

    /// Returns the key of a row's first cell in the window around a cell.
    @inline(__always)
    private static func lowest(_ row: Int, _ key: CellScale.Key) -> CellScale.Key {
        let distance = UInt64((row + 1) / 2) << CellScale.columnBits
        return (row % 2 == 1 ? key - distance : key + distance) - reach
    }

    private static func firstCell(from key: CellScale.Key, in cells: Range<Int>, _ grid: ClusterGrid) -> Int {
        var low = cells.lowerBound
        var high = cells.upperBound
        while low < high {
            let middle = (low + high) / 2
            if grid.keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
