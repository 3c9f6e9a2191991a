import WorkSharing

/// Gives each point that is no core the cluster of its nearest core within the radius.
struct BorderFinder {
    let grid: ClusterGrid
    let cores: CoreFinder
    let joiner: CellJoiner
    /// Whether one row of the input goes before another where two cores are equally near.
    let isBefore: @Sendable (Int, Int) -> Bool

    /// Returns the core that a point belongs to, as a point of the grid, or `nil` where none is within reach.
    func nearestCore(to point: Int, _ window: borrowing CellWindow, radius: Double) -> (
        point: Int, label: Int32
    )? {
        var nearest: (point: Int, label: Int32)?
        var least = radius * radius
        for row in CellWindow.rows {
            for cell in window.cells(row: row) where cores.holdsCore[cell] {
                let points = grid.points(cell)
                if points.count >= ClusterGrid.crowd, !grid.reaches(point, cell, radius: radius) { continue }
                let label = joiner.labels[cell]
                for other in points where cores.isCore[other] {
                    let distance = grid.squaredDistance(point, other)
                    guard distance <= least else { continue }
                    if distance == least, let nearest, !goesBefore((other, label), nearest) { continue }
                    nearest = (other, label)
                    least = distance
                }
            }
        }
        return nearest
    }

    /// Returns whether a core is to be preferred to another at the same distance.
    private func goesBefore(
        _ core: (point: Int, label: Int32), _ other: (point: Int, label: Int32)
    ) -> Bool {
        guard core.label != other.label else { return false }
        let (row, otherRow) = (Int(grid.indices[core.point]), Int(grid.indices[other.point]))
        if isBefore(row, otherRow) { return true }
        return !isBefore(otherRow, row) && core.label < other.label
    }
}
