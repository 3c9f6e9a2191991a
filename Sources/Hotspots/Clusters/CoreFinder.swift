import Geometry
import WorkSharing

/// Marks the points with enough others around them.
struct CoreFinder: Sendable {
    private let grid: ClusterGrid
    private let rules: [ClusterRule]
    /// Whether each point of the grid is a core.
    let isCore: SharedColumn<Bool>
    /// Whether each cell holds a core.
    let holdsCore: SharedColumn<Bool>
    /// Whether each cell has no points around it and no core in it: its points are noise.
    let isLonely: SharedColumn<Bool>

    init(_ grid: ClusterGrid, rules: [ClusterRule], jobs: Int) {
        self.grid = grid
        self.rules = rules
        isCore = SharedColumn(repeating: false, count: grid.pointCount, jobs: jobs)
        holdsCore = SharedColumn(repeating: false, count: grid.cellCount, jobs: jobs)
        isLonely = SharedColumn(repeating: false, count: grid.cellCount, jobs: jobs)
    }

    func run(jobs: Int) {
        _ = mapSlices(count: grid.strips.count, sliceLength: 1, jobs: jobs, makeWorker: { () }) { _, slice in
            mark(grid.strips[slice.lowerBound])
        }
    }

    private func mark(_ strip: ClusterGrid.Strip) {
        let rule = rules[strip.group]
        var window = CellWindow(grid, strip)
        for cell in strip.cells {
            let points = grid.points(cell)
            if points.count >= rule.minimum {
                holdsCore[cell] = true
                for point in points { isCore[point] = true }
                continue
            }
            window.move(to: cell)
            let pointsAround = pointsAround(window)
            isLonely[cell] = pointsAround == points.count
            guard pointsAround >= rule.minimum else { continue }
            for point in points where hasEnough(point, own: cell, window, rule) {
                holdsCore[cell] = true
                isCore[point] = true
            }
        }
    }

    private func pointsAround(_ window: borrowing CellWindow) -> Int {
        var count = 0
        for row in CellWindow.rows {
            let cells = window.cells(row: row)
            count += Int(grid.starts[cells.upperBound] - grid.starts[cells.lowerBound])
        }
        return count
    }

    private func hasEnough(_ point: Int, own: Int, _ window: borrowing CellWindow, _ rule: ClusterRule)
        -> Bool
    {
        var missing = rule.minimum
        for row in CellWindow.rows {
            let cells = window.cells(row: row)
            let points = Int(grid.starts[cells.lowerBound])..<Int(grid.starts[cells.upperBound])
            if points.count < ClusterGrid.crowd {
                missing -= grid.count(around: point, in: points, radius: rule.radius, enough: missing)
            } else {
                missing -= countByCell(around: point, cells, radius: rule.radius, enough: missing)
            }
            if missing <= 0 { return true }
        }
        return false
    }

    /// Counts cell by cell, so that a crowded cell is passed over where none or all of it is within reach.
    private func countByCell(around point: Int, _ cells: Range<Int>, radius: Double, enough: Int) -> Int {
        var count = 0
        for cell in cells where count < enough {
            let points = grid.points(cell)
            if points.count < ClusterGrid.crowd || grid.reaches(point, cell, radius: radius) {
                count += grid.count(around: point, in: points, radius: radius, enough: enough - count)
            }
        }
        return count
    }
}

extension ClusterGrid {
    @inline(__always)
    func squaredDistance(_ one: Int, _ other: Int) -> Double {
        let dx = x[one] - x[other]
        let dy = y[one] - y[other]
        return dx * dx + dy * dy
    }

    /// Returns how many of some points are within the radius of a point, itself among them; stops at enough.
    @inline(__always)
    func count(around point: Int, in points: Range<Int>, radius: Double, enough: Int) -> Int {
        let squaredRadius = radius * radius
        var count = 0
        for other in points where squaredDistance(point, other) <= squaredRadius {
            count += 1
            if count >= enough { return count }
        }
        return count
    }

    /// Returns whether a point may be within the radius of any point of a crowded cell.
    func reaches(_ point: Int, _ crowdedCell: Int, radius: Double) -> Bool {
        guard let box = crowdedBoxes[crowdedCell] else { return true }
        let margin = radius * 1e-9
        return box.expanded(byX: radius + margin, y: radius + margin)
            .contains(ProjectedPoint(x: x[point], y: y[point]))
    }
}
