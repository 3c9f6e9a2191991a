import Geometry

/// A tree of boxes over the segments of one area's rings: each box holds 8 of the level below.
///
/// The segments of a ring stand in the ring's own order, so neighbours in the list are neighbours on the ground and
/// the tree needs no sorting. It says only where its rows and segments stand in the ``BorderIndex``.
struct SegmentTree: BitwiseCopyable, Sendable {
    /// Where the area's segments stand among those of all areas.
    private let firstSegment: Int
    private let segmentEnd: Int
    /// Where each level's rows begin among those of all trees, the level over the segments first. Eight levels hold
    /// more segments than memory does.
    private var levelStarts = SIMD8<Int32>()
    private var levelCount = 0

    /// - Parameters:
    ///   - segments: Where the area's segments stand in `all`.
    ///   - all: The segments of all areas.
    ///   - rows: The tree's rows are appended here.
    init(over segments: Range<Int>, of all: [BorderSegment], appendingTo rows: inout [BoxRow]) {
        firstSegment = segments.lowerBound
        segmentEnd = segments.upperBound
        var level = BoxRow.rows(of: all[segments].map { $0.box })
        while !level.isEmpty {
            level = BoxRow.rows(of: level.map { $0.union })
            levelStarts[levelCount] = Int32(rows.count)
            levelCount += 1
            rows += level
            if level.count == 1 { break }
        }
    }

    /// Returns the squared distance from a point to the nearest segment, or `limit` where none is nearer.
    func squaredDistance(
        from point: SpacePoint, within limit: Double, rows: UnsafeBufferPointer<BoxRow>,
        segments: UnsafeBufferPointer<BorderSegment>
    ) -> Double {
        guard levelCount > 0 else { return limit }
        var best = limit
        search(row: 0, level: levelCount - 1, point: point, rows: rows, segments: segments, best: &best)
        return best
    }

    /// Looks into the boxes of a row, the nearest first, and leaves out those that cannot be nearer than what it gave.
    private func search(
        row: Int, level: Int, point: SpacePoint, rows: UnsafeBufferPointer<BoxRow>,
        segments: UnsafeBufferPointer<BorderSegment>, best: inout Double
    ) {
        let distances = rows[Int(levelStarts[level]) + row].squaredDistances(to: point)
        guard any(distances .< best) else { return }
        var nearest = 0
        for lane in 1..<BoxRow.count where distances[lane] < distances[nearest] { nearest = lane }
        func look(into lane: Int) {
            let child = row * BoxRow.count + lane
            if level > 0 {
                search(
                    row: child, level: level - 1, point: point, rows: rows, segments: segments, best: &best)
                return
            }
            let first = firstSegment + child * BoxRow.count
            for index in first..<min(segmentEnd, first + BoxRow.count) {
                best = min(best, segments[index].squaredDistance(to: point))
            }
        }
        look(into: nearest)
        for lane in 0..<BoxRow.count where lane != nearest && distances[lane] < best { look(into: lane) }
    }
}
