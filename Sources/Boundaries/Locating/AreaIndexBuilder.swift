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
        nearDistance: (x: Double, y: Double), grid: CellGrid
    ) throws(GeometryError) {
        var marks = BorderMarks(grid: grid, nearDistance: nearDistance)
        for (area, outline) in outlines.enumerated() { marks.add(outline, area: Int32(area)) }
        let borders = marks.segmentLists()
        var filler = CellFiller(shapes: shapes, grid: grid, marks: marks)
        let cells = try filler.cells { !borders[$0].isEmpty }
        self.init(
            shapes: shapes, grid: grid, cells: FixedBuffer(cells), candidates: filler.candidateLists(),
            borders: borders)
    }

    /// Builds the cells of areas whose distances do not matter.
    ///
    /// - Parameter cells: The number of cells along the longer side.
    package init(
        shapes: [MultiPolygon<MapPoint>], nearDistance: (x: Double, y: Double), cells: Int
    ) throws(GeometryError) {
        try self.init(
            shapes: shapes, outlines: shapes, nearDistance: nearDistance,
            grid: CellGrid(around: shapes, cells: cells))
    }
}

/// Which cells borders run through or near.
private struct BorderMarks {
    private let grid: CellGrid
    private let nearDistance: (x: Double, y: Double)
    /// For each cell the areas whose borders run through it: a chain in `links`, 0 for none.
    private var chains: [Int32]
    private var links: [(area: Int32, next: Int32)] = [(-1, 0)]
    /// Which segments come near which cells, by segment.
    private var nearby: [(place: UInt32, segment: UInt32)] = []
    private var segmentCount: UInt32 = 0

    init(grid: CellGrid, nearDistance: (x: Double, y: Double)) {
        self.grid = grid
        self.nearDistance = nearDistance
        chains = [Int32](repeating: 0, count: grid.count)
    }

    mutating func add(_ outline: MultiPolygon<MapPoint>, area: Int32) {
        outline.forEachSegment { start, end in
            mark(from: start, to: end, area: area)
            segmentCount += 1
        }
    }

    /// Marks the cells around a segment in pieces no longer than a cell, so that a long one marks no wide box.
    private mutating func mark(from start: MapPoint, to end: MapPoint, area: Int32) {
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

    private mutating func markPiece(from start: MapPoint, to end: MapPoint, area: Int32) {
        // Wider than any rounding in dividing the segment or in finding a point's cell.
        let box = Box<MapPoint>(
            minX: min(start.x, end.x), minY: min(start.y, end.y), maxX: max(start.x, end.x),
            maxY: max(start.y, end.y)
        ).expanded(byX: grid.cellWidth * 1e-6, y: grid.cellHeight * 1e-6)
        for place in grid.places(in: box) { link(area, to: place) }
        for place in grid.places(in: box.expanded(byX: nearDistance.x, y: nearDistance.y)) {
            nearby.append((UInt32(place), segmentCount))
        }
    }

    private mutating func link(_ area: Int32, to place: Int) {
        var link = Int(chains[place])
        while link != 0 {
            if links[link].area == area { return }
            link = Int(links[link].next)
        }
        links.append((area, chains[place]))
        chains[place] = Int32(links.count - 1)
    }

    func hasBorder(_ place: Int) -> Bool { chains[place] != 0 }

    /// The areas whose borders run through a cell.
    func areas(at place: Int) -> [Int32] {
        var areas: [Int32] = []
        var link = Int(chains[place])
        while link != 0 {
            areas.append(links[link].area)
            link = Int(links[link].next)
        }
        return areas
    }

    /// For each cell its segments, in their order (a counting sort).
    func segmentLists() -> FixedLists<UInt32> {
        var starts = [Int32](repeating: 0, count: grid.count + 1)
        for (place, _) in nearby { starts[Int(place) + 1] += 1 }
        for place in 0..<grid.count { starts[place + 1] += starts[place] }
        var next = starts
        var segments = [UInt32](repeating: 0, count: nearby.count)
        for (place, segment) in nearby {
            segments[Int(next[Int(place)])] = segment
            next[Int(place)] += 1
        }
        return FixedLists(elements: segments, starts: starts)
    }
}

/// Finds what each cell lies in.
private struct CellFiller {
    private let grid: CellGrid
    private let marks: BorderMarks
    private let boxes: [Box<MapPoint>?]
    private let prepared: PreparedAreas
    private var lists: [[Int32]: Int] = [:]
    private var candidates: [Int32] = []
    private var listStarts: [Int32] = [0]

    init(shapes: [MultiPolygon<MapPoint>], grid: CellGrid, marks: BorderMarks) {
        self.grid = grid
        self.marks = marks
        boxes = shapes.map { $0.box }
        prepared = PreparedAreas(shapes)
    }

    func candidateLists() -> FixedLists<Int32> { FixedLists(elements: candidates, starts: listStarts) }

    mutating func cells(isNear: (Int) -> Bool) throws(GeometryError) -> [PackedCell] {
        var cells = [PackedCell](repeating: PackedCell(.outside), count: grid.count)
        for row in 0..<grid.rows {
            let level = grid.center(column: 0, row: row).y
            let crossing = boxes.indices.filter {
                boxes[$0].map { $0.minY <= level && level <= $0.maxY } ?? false
            }
            var run: [Int32]?
            for column in 0..<grid.columns {
                let place = row * grid.columns + column
                let center = grid.center(column: column, row: row)
                if marks.hasBorder(place) {
                    run = nil
                    let areas = try areas(bordering: place, around: center, crossing)
                    cells[place] = PackedCell(.mixed(list: list(of: areas)))
                    continue
                }
                let areas: [Int32]
                if let run {
                    areas = run
                } else {
                    areas = try prepared.areas(covering: center, among: reaching(center, crossing))
                }
                run = areas
                cells[place] = PackedCell(cell(areas, isNear: isNear(place)))
            }
        }
        return cells
    }

    private mutating func cell(_ areas: [Int32], isNear: Bool) -> AreaIndex.Cell {
        guard let only = areas.first else { return .outside }
        if areas.count > 1 { return .mixed(list: list(of: areas)) }
        return isNear ? .near(area: Int(only)) : .deep(area: Int(only))
    }

    /// The areas whose borders run through a cell, and those that cover it whole (where areas overlap).
    private func areas(
        bordering place: Int, around center: MapPoint, _ crossing: [Int]
    ) throws(GeometryError) -> [Int32] {
        let bordering = marks.areas(at: place)
        let others = reaching(center, crossing).filter { !bordering.contains($0) }
        return (bordering + (try prepared.areas(covering: center, among: others))).sorted()
    }

    /// The areas, among those whose boxes cross a row, whose box holds a point.
    private func reaching(_ point: MapPoint, _ crossing: [Int]) -> [Int32] {
        var reaching: [Int32] = []
        for area in crossing {
            if let box = boxes[area], box.minX <= point.x, point.x <= box.maxX {
                reaching.append(Int32(area))
            }
        }
        return reaching
    }

    private mutating func list(of areas: [Int32]) -> Int {
        if let known = lists[areas] { return known }
        candidates += areas
        listStarts.append(Int32(candidates.count))
        lists[areas] = listStarts.count - 2
        return listStarts.count - 2
    }
}
