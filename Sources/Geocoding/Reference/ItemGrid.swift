import Geometry

/// A grid of cells in degrees, each with the items that reach into it. It may reach across the antimeridian, its
/// longitudes then beyond 180.
struct ItemGrid: Sendable {
    /// Where the grid begins, how many cells it has each way, and a cell's size.
    struct Frame: BitwiseCopyable, Hashable, Sendable {
        var longitude: Double = 0
        var latitude: Double = 0
        var cell: Double = 1
        var columns: Int32 = 0
        var rows: Int32 = 0

        var east: Double { longitude + cell * Double(columns) }
        var north: Double { latitude + cell * Double(rows) }
        fileprivate var reachesBeyondAntimeridian: Bool { east > 180 }
    }

    private(set) var frame = Frame()
    private(set) var starts: [UInt32] = [0]
    private(set) var items: [UInt32] = []

    init() {}

    /// - Parameter boxes: The extent of each item, by item.
    init(_ boxes: [Box<Coordinate>]) {
        guard var whole = boxes.first else { return }
        for box in boxes { whole.formUnion(box) }
        // About 200 m, and at most a million cells.
        let cell = max(
            0.002, (whole.width * whole.height / 1_000_000).squareRoot(),
            max(whole.width, whole.height) / 5000)
        frame = Frame(
            longitude: whole.minX, latitude: whole.minY, cell: cell, columns: Int32(whole.width / cell) + 1,
            rows: Int32(whole.height / cell) + 1)
        var entries: [(cell: Int, item: UInt32)] = []
        for (item, box) in boxes.enumerated() {
            forEachCell(inWritten: box) { entries.append(($0, UInt32(item))) }
        }
        entries.sort { ($0.cell, $0.item) < ($1.cell, $1.item) }
        starts = OffsetTable.starts(ofSorted: entries.lazy.map(\.cell), count: cellCount)
        items = entries.map(\.item)
    }

    /// - Returns: `nil` where the parts do not fit each other.
    init?(frame: Frame, starts: [UInt32], items: [UInt32], itemCount: Int) {
        guard frame.columns >= 0, frame.rows >= 0, frame.cell > 0,
            starts.count == Int(frame.columns) * Int(frame.rows) + 1,
            OffsetTable.isValid(starts, total: items.count), items.allSatisfy({ $0 < itemCount })
        else { return nil }
        self.frame = frame
        self.starts = starts
        self.items = items
    }

    private var cellCount: Int { Int(frame.columns) * Int(frame.rows) }

    /// Calls with the items of each cell that touches a box; an item may come more than once.
    func forEachItem(in box: Box<Coordinate>, _ body: (Int) -> Void) {
        forEachCell(in: box) { cell in
            for index in starts.group(cell) { body(Int(items[index])) }
        }
    }

    /// Calls with the cells that a box touches as it is written, and as it is written a turn further east or west.
    private func forEachCell(in box: Box<Coordinate>, _ body: (Int) -> Void) {
        forEachCell(inWritten: box, body)
        guard box.minX < -180 || box.maxX > 180 || frame.reachesBeyondAntimeridian else { return }
        for turn in [-360.0, 360] {
            forEachCell(
                inWritten: Box(
                    minX: box.minX + turn, minY: box.minY, maxX: box.maxX + turn, maxY: box.maxY), body)
        }
    }

    private func forEachCell(inWritten box: Box<Coordinate>, _ body: (Int) -> Void) {
        guard frame.columns > 0, box.maxX >= frame.longitude, box.maxY >= frame.latitude else { return }
        let firstColumn = column(box.minX)
        let lastColumn = min(column(box.maxX), Int(frame.columns) - 1)
        let firstRow = row(box.minY)
        let lastRow = min(row(box.maxY), Int(frame.rows) - 1)
        guard firstColumn <= lastColumn, firstRow <= lastRow else { return }
        for row in firstRow...lastRow {
            for column in firstColumn...lastColumn { body(row * Int(frame.columns) + column) }
        }
    }

    private func column(_ longitude: Double) -> Int { Self.cell(longitude - frame.longitude, frame.cell) }
    private func row(_ latitude: Double) -> Int { Self.cell(latitude - frame.latitude, frame.cell) }

    private static func cell(_ offset: Double, _ size: Double) -> Int {
        Int(min(max(0, (offset / size).rounded(.down)), 1e6))
    }
}
