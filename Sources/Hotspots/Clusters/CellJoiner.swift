import Geometry
import WorkSharing

/// Joins cells that hold cores within reach of each other.
struct CellJoiner: Sendable {
    private let grid: ClusterGrid
    private let rules: [ClusterRule]
    private let cores: CoreFinder
    /// The cluster of each cell that holds a core, −1 for others. Clusters are counted in the order of their first
    /// cells: by group, then from south to north, then from west to east.
    let labels: SharedColumn<Int32>
    /// The group of each cluster.
    let groups: [Int32]

    init(_ grid: ClusterGrid, rules: [ClusterRule], cores: CoreFinder, jobs: Int) {
        self.grid = grid
        self.rules = rules
        self.cores = cores
        let forest = CellForest(count: grid.cellCount)
        labels = SharedColumn(repeating: Clustering.noise, count: grid.cellCount, jobs: jobs)
        let bridges = CellJoiner.joinWithinStrips(grid, rules, cores, forest, jobs: jobs)
        for bridge in bridges.joined() { forest.join(bridge.from, bridge.to) }
        groups = CellJoiner.number(grid, cores, forest, labels)
    }

    /// Two cells of different strips within reach of each other.
    private struct Bridge: Sendable {
        var from: Int
        var to: Int
    }

    private static func joinWithinStrips(
        _ grid: ClusterGrid, _ rules: [ClusterRule], _ cores: CoreFinder, _ forest: CellForest, jobs: Int
    ) -> [[Bridge]] {
        mapSlices(count: grid.strips.count, sliceLength: 1, jobs: jobs, makeWorker: { () }) { _, slice in
            let strip = grid.strips[slice.lowerBound]
            let gap = CellGap(grid: grid, cores: cores, radius: rules[strip.group].radius)
            var window = CellWindow(grid, strip)
            var bridges: [Bridge] = []
            for cell in strip.cells where cores.holdsCore[cell] {
                for row in CellWindow.rowsFromOwn {
                    window.move(row: row, to: cell)
                    for other in window.cells(row: row) where other > cell && cores.holdsCore[other] {
                        if strip.cells.contains(other) {
                            guard !forest.areJoined(cell, other), gap.isBridged(cell, other) else { continue }
                            forest.join(cell, other)
                        } else if gap.isBridged(cell, other) {
                            bridges.append(Bridge(from: cell, to: other))
                        }
                    }
                }
            }
            return bridges
        }
    }

    private static func number(
        _ grid: ClusterGrid, _ cores: CoreFinder, _ forest: CellForest, _ labels: SharedColumn<Int32>
    ) -> [Int32] {
        var groups: [Int32] = []
        for strip in grid.strips {
            for cell in strip.cells where cores.holdsCore[cell] {
                let root = forest.root(cell)
                if root == cell {
                    labels[cell] = Int32(groups.count)
                    groups.append(Int32(strip.group))
                } else {
                    labels[cell] = labels[root]
                }
            }
        }
        return groups
    }
}

/// Which cells have been joined: a forest whose root is the first cell of a tree, whatever the order of the joins.
struct CellForest: Sendable {
    private let parents: SharedColumn<Int32>

    init(count: Int) {
        parents = SharedColumn(unwritten: count)
        for cell in 0..<count { parents[cell] = Int32(cell) }
    }

    @inline(__always)
    func root(_ cell: Int) -> Int {
        var cell = cell
        while true {
            let parent = Int(parents[cell])
            if parent == cell { return cell }
            parents[cell] = parents[parent]
            cell = parent
        }
    }

    func areJoined(_ one: Int, _ other: Int) -> Bool { root(one) == root(other) }

    func join(_ one: Int, _ other: Int) {
        let (first, second) = (root(one), root(other))
        parents[max(first, second)] = Int32(min(first, second))
    }
}
