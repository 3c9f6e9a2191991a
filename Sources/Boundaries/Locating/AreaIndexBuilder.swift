package import Geometry
package import GeometryEngine

extension AreaIndex {
    /// Builds the cells of an edition's areas.
    ///
    /// Cells that a border runs through are marked by walking along the borders; each run of unmarked cells in a row
    /// then has one answer, for which GEOS is asked once, at a cell's centre.
    /// - Parameters:
    ///   - shapes: The areas in their own reference system, valid, in the order in which they are counted.
    ///   - outlines: The same areas with long edges cut into pieces, as the borders are numbered; the shapes themselves
    ///     where there are none.
    ///   - nearDistance: How far from a border a cell counts as near, in the unit of the coordinates, by axis.
    ///   - grid: The cells.
    init(
        shapes: [MultiPolygon<MapPoint>], outlines: [MultiPolygon<MapPoint>],
        nearDistance: (x: Double, y: Double), grid: AreaGrid
    ) throws(GeometryError) {
        var marks = BorderMarks(grid: grid, nearDistance: nearDistance)
        for (area, outline) in outlines.enumerated() { marks.add(outline, area: Ordinal(area)) }
        let borders = marks.segmentLists()
        var filler = CellFiller(shapes: shapes, grid: grid, marks: marks)
        let cells = try filler.cells { !borders[$0].isEmpty }
        let beyond = filler.cellBeyond()
        self.init(
            shapes: shapes, grid: grid, cells: FixedBuffer(cells), candidates: filler.candidateLists(),
            borders: borders, beyond: beyond)
    }

    /// Builds the cells of areas whose distances do not matter.
    ///
    /// - Parameter cells: The number of cells along the longer side.
    package init(
        shapes: [MultiPolygon<MapPoint>], nearDistance: (x: Double, y: Double), cells: Int
    ) throws(GeometryError) {
        let box = Box(enclosing: shapes.compactMap { $0.box }.flatMap(\.corners))
        try self.init(
            shapes: shapes, outlines: shapes, nearDistance: nearDistance,
            grid: AreaGrid(around: box ?? Box(minX: 0, minY: 0, maxX: 0, maxY: 0), cells: cells))
    }
}

/// Which cells borders run through or near.
private struct BorderMarks {
    private let grid: AreaGrid
    private let nearDistance: (x: Double, y: Double)
    /// For each cell the areas whose borders run through it: a chain in `links`, 0 for none.
    private var chains: [Int32]
    private var links: [(area: Ordinal<Area>, next: Int32)] = [(.none, 0)]
    /// Which segments come near which cells, by segment.
    private var nearby: [(cell: UInt32, segment: UInt32)] = []
    private var segmentCount: UInt32 = 0
    /// Only what lies in it can be near a cell.
    private let reach: Box<MapPoint>

    init(grid: AreaGrid, nearDistance: (x: Double, y: Double)) {
        self.grid = grid
        self.nearDistance = nearDistance
        chains = [Int32](repeating: 0, count: grid.count)
        reach = grid.box.expanded(
            byX: nearDistance.x + grid.cellWidth * 0.5, y: nearDistance.y + grid.cellHeight * 0.5)
    }

    mutating func add(_ outline: MultiPolygon<MapPoint>, area: Ordinal<Area>) {
        outline.forEachSegment { start, end in
            if let (start, end) = reach.clipped(from: start, to: end) {
                mark(from: start, to: end, area: area)
            }
            segmentCount += 1
        }
    }

    /// Marks the cells around a segment in pieces no longer than a cell, so that a long one marks no wide box.
    private mutating func mark(from start: MapPoint, to end: MapPoint, area: Ordinal<Area>) {
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        let across = max(abs(dx) / grid.cellWidth, abs(dy) / grid.cellHeight)
        let pieces = max(1, Int(across.rounded(.up)))
        var last = start
        for piece in 1...pieces {
            let share = Double(piece) / Double(pieces)
            let next = MapPoint(x: start.x + dx * share, y: start.y + dy * share)
            markPiece(from: last, to: next, area: area)
            last = next
        }
    }

    private mutating func markPiece(from start: MapPoint, to end: MapPoint, area: Ordinal<Area>) {
        // Wider than any rounding in dividing the segment or in finding a point's cell.
        let box = Box<MapPoint>(
            minX: min(start.x, end.x), minY: min(start.y, end.y), maxX: max(start.x, end.x),
            maxY: max(start.y, end.y)
        ).expanded(byX: grid.cellWidth * 1e-6, y: grid.cellHeight * 1e-6)
        if box.intersects(grid.box) {
            for cell in grid.cells(in: box) { link(area, to: cell) }
        }
        for cell in grid.cells(in: box.expanded(byX: nearDistance.x, y: nearDistance.y)) {
            nearby.append((UInt32(cell), segmentCount))
        }
    }

    private mutating func link(_ area: Ordinal<Area>, to cell: Int) {
        var link = Int(chains[cell])
        while link != 0 {
            if links[link].area == area { return }
            link = Int(links[link].next)
        }
        links.append((area, chains[cell]))
        chains[cell] = Int32(links.count - 1)
    }

    func hasBorder(_ cell: Int) -> Bool { chains[cell] != 0 }

    /// The areas whose borders run through a cell.
    func areas(at cell: Int) -> [Ordinal<Area>] {
        var areas: [Ordinal<Area>] = []
        var link = Int(chains[cell])
        while link != 0 {
            areas.append(links[link].area)
            link = Int(links[link].next)
        }
        return areas
    }

    /// For each cell its segments, in their order (a counting sort).
    func segmentLists() -> FixedLists<UInt32> {
        var starts = [Int32](repeating: 0, count: grid.count + 1)
        for (cell, _) in nearby { starts[Int(cell) + 1] += 1 }
        for cell in 0..<grid.count { starts[cell + 1] += starts[cell] }
        var next = starts
        var segments = [UInt32](repeating: 0, count: nearby.count)
        for (cell, segment) in nearby {
            segments[Int(next[Int(cell)])] = segment
            next[Int(cell)] += 1
        }
        return FixedLists(elements: segments, starts: starts)
    }
}

/// Finds what each cell lies in.
private struct CellFiller {
    private let grid: AreaGrid
    private let marks: BorderMarks
    private let boxes: [Box<MapPoint>?]
    private let prepared: PreparedAreas
    private var lists: [[Ordinal<Area>]: Int] = [:]
    private var candidates: [Ordinal<Area>] = []
    private var listStarts: [Int32] = [0]

    init(shapes: [MultiPolygon<MapPoint>], grid: AreaGrid, marks: BorderMarks) {
        self.grid = grid
        self.marks = marks
        boxes = shapes.map { $0.box }
        prepared = PreparedAreas(shapes)
    }

    func candidateLists() -> FixedLists<Ordinal<Area>> {
        FixedLists(elements: candidates, starts: listStarts)
    }

    mutating func cells(isNear: (Int) -> Bool) throws(GeometryError) -> [PackedCell] {
        var cells = [PackedCell](repeating: PackedCell(.outside), count: grid.count)
        for row in 0..<grid.rows {
            let level = grid.center(column: 0, row: row).y
            let crossing = boxes.indices.filter {
                boxes[$0].map { $0.minY <= level && level <= $0.maxY } ?? false
            }
            var run: [Ordinal<Area>]?
            for column in 0..<grid.columns {
                let index = row * grid.columns + column
                let center = grid.center(column: column, row: row)
                if marks.hasBorder(index) {
                    run = nil
                    let areas = try areas(bordering: index, around: center, crossing)
                    cells[index] = PackedCell(.mixed(list: list(of: areas)))
                    continue
                }
                let areas: [Ordinal<Area>]
                if let run {
                    areas = run
                } else {
                    areas = try prepared.areas(covering: center, among: reaching(center, crossing))
                }
                run = areas
                cells[index] = PackedCell(cell(areas, isNear: isNear(index)))
            }
        }
        return cells
    }

    /// Returns what is known of the ground outside the grid.
    mutating func cellBeyond() -> AreaIndex.Cell {
        let reaching = boxes.indices.filter { boxes[$0].map { !grid.box.contains($0) } ?? false }
        return reaching.isEmpty ? .outside : .mixed(list: list(of: reaching.map(Ordinal.init)))
    }

    private mutating func cell(_ areas: [Ordinal<Area>], isNear: Bool) -> AreaIndex.Cell {
        guard let only = areas.first else { return .outside }
        if areas.count > 1 { return .mixed(list: list(of: areas)) }
        return isNear ? .near(area: only) : .deep(area: only)
    }

    /// The areas whose borders run through a cell, and those that cover it whole (where areas overlap).
    private func areas(
        bordering cell: Int, around center: MapPoint, _ crossing: [Int]
    ) throws(GeometryError) -> [Ordinal<Area>] {
        let bordering = marks.areas(at: cell)
        let others = reaching(center, crossing).filter { !bordering.contains($0) }
        return (bordering + (try prepared.areas(covering: center, among: others))).sorted()
    }

    /// The areas, among those whose boxes cross a row, whose box holds a point.
    private func reaching(_ point: MapPoint, _ crossing: [Int]) -> [Ordinal<Area>] {
        var reaching: [Ordinal<Area>] = []
        for area in crossing {
            if let box = boxes[area], box.minX <= point.x, point.x <= box.maxX {
                reaching.append(Ordinal(area))
            }
        }
        return reaching
    }

    private mutating func list(of areas: [Ordinal<Area>]) -> Int {
        if let known = lists[areas] { return known }
        candidates += areas
        listStarts.append(Int32(candidates.count))
        lists[areas] = listStarts.count - 2
        return listStarts.count - 2
    }
}

extension Box<MapPoint> {
    /// Returns the piece of a segment that lies in the box, or `nil` where none does (Liang and Barsky 1984).
    fileprivate func clipped(from start: MapPoint, to end: MapPoint) -> (MapPoint, MapPoint)? {
        if contains(start) && contains(end) { return (start, end) }
        var (first, last) = (0.0, 1.0)
        for (way, room) in [
            (start.x - end.x, start.x - minX), (end.x - start.x, maxX - start.x),
            (start.y - end.y, start.y - minY), (end.y - start.y, maxY - start.y),
        ] {
            if way == 0 {
                if room < 0 { return nil }
                continue
            }
            let share = room / way
            if way < 0 { first = max(first, share) } else { last = min(last, share) }
        }
        guard first <= last else { return nil }
        func point(_ share: Double) -> MapPoint {
            MapPoint(x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share)
        }
        return (point(first), point(last))
    }
}
