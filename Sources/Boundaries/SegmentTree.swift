import Geometry

/// The segments of one area's rings under a tree of boxes, each box over 8 of the level below.
struct SegmentTree: Sendable {
    private struct Segment {
        let start: ProjectedPoint
        let end: ProjectedPoint

        @inline(__always)
        func squaredDistance(to point: ProjectedPoint) -> Double {
            let dx = end.x - start.x
            let dy = end.y - start.y
            let length = dx * dx + dy * dy
            let along = (point.x - start.x) * dx + (point.y - start.y) * dy
            let share = length > 0 ? min(1, max(0, along / length)) : 0
            let x = start.x + share * dx - point.x
            let y = start.y + share * dy - point.y
            return x * x + y * y
        }
    }

    private static let fanout = 8
    private var segments: [Segment] = []
    /// The boxes of all levels, the one over the segments first, the root last.
    private var boxes: [Box<ProjectedPoint>] = []
    /// Where each level begins in `boxes`, and one more entry for the end.
    private var levelStarts: [Int] = [0]

    init(_ shape: MultiPolygon<ProjectedPoint>) {
        for ring in shape.rings {
            for (start, end) in zip(ring.positions, ring.positions.dropFirst()) {
                segments.append(Segment(start: start, end: end))
            }
        }
        buildLevels()
    }

    var box: Box<ProjectedPoint> {
        boxes.last ?? Box(minX: .infinity, minY: .infinity, maxX: .infinity, maxY: .infinity)
    }

    private mutating func buildLevels() {
        var level = segments.map {
            Box<ProjectedPoint>(
                minX: min($0.start.x, $0.end.x), minY: min($0.start.y, $0.end.y),
                maxX: max($0.start.x, $0.end.x),
                maxY: max($0.start.y, $0.end.y))
        }
        guard !level.isEmpty else { return }
        repeat {
            level = stride(from: 0, to: level.count, by: Self.fanout).map { start in
                var box = level[start]
                for index in start..<min(level.count, start + Self.fanout) { box.formUnion(level[index]) }
                return box
            }
            boxes.append(contentsOf: level)
            levelStarts.append(boxes.count)
        } while level.count > 1
    }

    /// Returns the squared distance from a point to the nearest segment, or `limit` where none is nearer.
    func squaredDistance(from point: ProjectedPoint, within limit: Double) -> Double {
        guard !segments.isEmpty else { return limit }
        return segments.withUnsafeBufferPointer { segments in
            boxes.withUnsafeBufferPointer { boxes in
                levelStarts.withUnsafeBufferPointer { starts in
                    var best = limit
                    Self.search(
                        node: 0, level: starts.count - 2, point: point, segments: segments, boxes: boxes,
                        starts: starts, best: &best)
                    return best
                }
            }
        }
    }

    /// Looks into the children of a node, nearest first, and leaves out those that cannot be nearer.
    private static func search(
        node: Int, level: Int, point: ProjectedPoint, segments: UnsafeBufferPointer<Segment>,
        boxes: UnsafeBufferPointer<Box<ProjectedPoint>>, starts: UnsafeBufferPointer<Int>, best: inout Double
    ) {
        let first = node * fanout
        guard level > 0 else {
            for index in first..<min(segments.count, first + fanout) {
                best = min(best, segments[index].squaredDistance(to: point))
            }
            return
        }
        let base = starts[level - 1]
        let count = min(starts[level] - base, first + fanout) - first
        var distances = SIMD8<Double>(repeating: .infinity)
        for child in 0..<count { distances[child] = boxes[base + first + child].squaredDistance(to: point) }
        for _ in 0..<count {
            var nearest = 0
            for child in 1..<8 where distances[child] < distances[nearest] { nearest = child }
            guard distances[nearest] < best else { return }
            distances[nearest] = .infinity
            search(
                node: first + nearest, level: level - 1, point: point, segments: segments, boxes: boxes,
                starts: starts, best: &best)
        }
    }
}
