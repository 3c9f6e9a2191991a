import Geometry
import WorkSharing

/// The points sorted by group, row and column of their cell, and the cells that hold any.
struct ClusterGrid: Sendable {
    let x: SharedColumn<Double>
    let y: SharedColumn<Double>
    /// The index of each point in the input.
    let indices: SharedColumn<Int32>
    /// The key of each cell, rising within a group.
    let keys: SharedColumn<CellScale.Key>
    /// The first point of each cell, and the number of points at the end.
    let starts: SharedColumn<Int32>
    let cellCount: Int
    /// The cells of each strip.
    let strips: [Strip]
    /// The boxes of cells with many points: a whole cell is often seen to be out of reach at once.
    let crowdedBoxes: [Int: Box<ProjectedPoint>]

    /// The cells of a strip, and of its group, whose rule is its own.
    struct Strip: Sendable {
        var cells: Range<Int>
        var groupCells: Range<Int>
        var group: Int
    }

    /// From this number of points on a cell is crowded.
    static let crowd = 256

    var pointCount: Int { x.count }

    init(_ points: ClusterPoints, jobs: Int) {
        let strips = Strips(points, jobs: jobs)
        let partition = StripPartition(points, strips, jobs: jobs)
        let builder = GridBuilder(partition: partition, strips: strips)
        let cellCounts = builder.sortStrips(jobs: jobs)
        x = builder.x
        y = builder.y
        indices = builder.indices
        keys = builder.keys
        starts = builder.starts
        cellCount = builder.closeGaps(cellCounts)
        self.strips = Self.strips(strips, cellCounts)
        crowdedBoxes = Self.crowdedBoxes(x, y, starts, cellCount)
    }

    /// Returns the points of a cell.
    @inline(__always)
    func points(_ cell: Int) -> Range<Int> { Int(starts[cell])..<Int(starts[cell + 1]) }

    private static func strips(_ strips: Strips, _ cellCounts: [Int]) -> [Strip] {
        var all: [Strip] = []
        var first = 0
        for (group, own) in strips.groups.enumerated() {
            let counts = cellCounts[own.strips]
            let groupCells = first..<first + counts.reduce(0, +)
            for count in counts {
                all.append(Strip(cells: first..<first + count, groupCells: groupCells, group: group))
                first += count
            }
        }
        return all
    }

    private static func crowdedBoxes(
        _ x: SharedColumn<Double>, _ y: SharedColumn<Double>, _ starts: SharedColumn<Int32>, _ cellCount: Int
    ) -> [Int: Box<ProjectedPoint>] {
        var boxes: [Int: Box<ProjectedPoint>] = [:]
        for cell in 0..<cellCount where Int(starts[cell + 1] - starts[cell]) >= crowd {
            let points = Int(starts[cell])..<Int(starts[cell + 1])
            boxes[cell] = Box(enclosing: points.lazy.map { ProjectedPoint(x: x[$0], y: y[$0]) })
        }
        return boxes
    }
}
