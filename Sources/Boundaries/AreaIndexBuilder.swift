package import Geometry
package import GeometryEngine

extension AreaIndex {
    /// Builds the cells of an edition's areas.
    ///
    /// Cells that a border runs through are marked by walking along the borders; each run of unmarked cells in a row
    /// then has one answer, for which GEOS is asked once, at a cell's centre.
    /// - Parameters:
    ///   - shapes: The areas in their own reference system, valid, in the order in which they are counted.
    ///   - nearDistance: How far from a border a cell counts as near, in the unit of the coordinates, by axis.
    ///   - cells: The number of cells along the longer side.
    package init(
        shapes: [MultiPolygon<MapPoint>], nearDistance: (x: Double, y: Double), cells: Int
    ) throws(GeometryError) {
        var builder = AreaIndexBuilder(shapes: shapes, cells: cells)
        builder.markBorders(nearDistance: nearDistance)
        self = try builder.finish()
    }
}

private struct AreaIndexBuilder {
    private let shapes: [MultiPolygon<MapPoint>]
    private let boxes: [Box<MapPoint>?]
    private let grid: CellGrid
    /// For each cell the areas whose borders run through it: a chain in `links`, 0 for none.
    private var chains: [Int32]
    private var links: [(area: Int32, next: Int32)] = [(-1, 0)]
    private var isNear: [Bool]

    init(shapes: [MultiPolygon<MapPoint>], cells: Int) {
        self.shapes = shapes
        boxes = shapes.map(\.box)
        var extent = Box<MapPoint>(minX: 0, minY: 0, maxX: 0, maxY: 0)
        for (index, box) in boxes.compactMap(\.self).enumerated() {
            if index == 0 { extent = box } else { extent.formUnion(box) }
        }
        // A hair wider than the areas, so that their outermost vertices lie inside.
        let hair = max(extent.width, extent.height) * 1e-9 + .leastNormalMagnitude
        grid = CellGrid(box: extent.expanded(byX: hair, y: hair), cells: cells)
        chains = [Int32](repeating: 0, count: grid.count)
        isNear = [Bool](repeating: false, count: grid.count)
    }

    // MARK: Borders

    mutating func markBorders(nearDistance: (x: Double, y: Double)) {
        for (area, shape) in shapes.enumerated() {
            for ring in shape.rings {
                for (start, end) in zip(ring.positions, ring.positions.dropFirst()) {
                    markSegment(from: start, to: end, area: Int32(area), nearDistance: nearDistance)
                }
            }
        }
    }

    /// Marks the cells around a segment in pieces no longer than a cell, so that a long one marks no wide box.
    private mutating func markSegment(
        from start: MapPoint, to end: MapPoint, area: Int32, nearDistance: (x: Double, y: Double)
    ) {
        let across = max(abs(end.x - start.x) / grid.cellWidth, abs(end.y - start.y) / grid.cellHeight)
        let pieces = max(1, Int(across.rounded(.up)))
        var last = start
        for piece in 1...pieces {
            let share = Double(piece) / Double(pieces)
            let next = MapPoint(
                x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share)
            markPiece(from: last, to: next, area: area, nearDistance: nearDistance)
            last = next
        }
    }

    private mutating func markPiece(
        from start: MapPoint, to end: MapPoint, area: Int32, nearDistance: (x: Double, y: Double)
    ) {
        // Wider than any rounding in dividing the segment or in finding a point's cell.
        let box = Box<MapPoint>(
            minX: min(start.x, end.x), minY: min(start.y, end.y), maxX: max(start.x, end.x),
            maxY: max(start.y, end.y)
        ).expanded(byX: grid.cellWidth * 1e-6, y: grid.cellHeight * 1e-6)
        forEachCell(in: box) { builder, place in builder.add(area, to: place) }
        forEachCell(in: box.expanded(byX: nearDistance.x, y: nearDistance.y)) { builder, place in
            builder.isNear[place] = true
        }
    }

    private mutating func forEachCell(
        in box: Box<MapPoint>, _ body: (inout AreaIndexBuilder, Int) -> Void
    ) {
        for row in grid.row(box.minY)...grid.row(box.maxY) {
            for column in grid.column(box.minX)...grid.column(box.maxX) {
                body(&self, row * grid.columns + column)
            }
        }
    }

    private mutating func add(_ area: Int32, to place: Int) {
        var link = Int(chains[place])
        while link != 0 {
            if links[link].area == area { return }
            link = Int(links[link].next)
        }
        links.append((area, chains[place]))
        chains[place] = Int32(links.count - 1)
    }

    // MARK: Cells

    func finish() throws(GeometryError) -> AreaIndex {
        var index = AreaIndex(
            shapes: shapes, grid: grid, packedCells: [UInt32](repeating: AreaIndex.outside, count: grid.count)
        )
        var lists: [[Int32]: Int] = [:]
        let prepared = PreparedAreas(shapes)
        for row in 0..<grid.rows {
            var run: [Int32]?
            for column in 0..<grid.columns {
                let place = row * grid.columns + column
                let center = grid.center(column: column, row: row)
                guard chains[place] == 0 else {
                    run = nil
                    let areas = try areas(bordering: place, around: center, prepared: prepared)
                    index.packedCells[place] = index.mixedCell(areas, lists: &lists)
                    continue
                }
                let areas: [Int32]
                if let run {
                    areas = run
                } else {
                    areas = try prepared.areas(covering: center, among: rowCandidates(center))
                }
                run = areas
                switch areas.count {
                case 0: continue
                case 1:
                    index.packedCells[place] =
                        UInt32(areas[0]) << 2 | (isNear[place] ? AreaIndex.near : AreaIndex.deep)
                default: index.packedCells[place] = index.mixedCell(areas, lists: &lists)
                }
            }
        }
        return index
    }

    /// The areas whose borders run through a cell, and those that cover it whole (where areas overlap).
    private func areas(
        bordering place: Int, around center: MapPoint, prepared: PreparedAreas
    ) throws(GeometryError) -> [Int32] {
        var bordering: [Int32] = []
        var link = Int(chains[place])
        while link != 0 {
            bordering.append(links[link].area)
            link = Int(links[link].next)
        }
        let others = rowCandidates(center).filter { !bordering.contains($0) }
        return (bordering + (try prepared.areas(covering: center, among: others))).sorted()
    }

    private func rowCandidates(_ point: MapPoint) -> [Int32] {
        boxes.indices.filter { boxes[$0]?.contains(point) == true }.map(Int32.init)
    }
}

extension AreaIndex {
    fileprivate mutating func mixedCell(_ areas: [Int32], lists: inout [[Int32]: Int]) -> UInt32 {
        let list: Int
        if let known = lists[areas] {
            list = known
        } else {
            list = listStarts.count - 1
            candidates.append(contentsOf: areas)
            listStarts.append(Int32(candidates.count))
            lists[areas] = list
        }
        return UInt32(list) << 2 | Self.mixed
    }
}
