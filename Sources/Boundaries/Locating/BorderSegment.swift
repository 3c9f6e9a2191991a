import Geometry

/// A straight piece of an area's border, metres.
struct BorderSegment: BitwiseCopyable, Sendable {
    private let x: Double
    private let y: Double
    private let dx: Double
    private let dy: Double
    /// 1 / length², or 0 for a piece without length.
    private let inverse: Double

    init(from start: ProjectedPoint, to end: ProjectedPoint) {
        x = start.x
        y = start.y
        dx = end.x - start.x
        dy = end.y - start.y
        let square = dx * dx + dy * dy
        inverse = square > 0 ? 1 / square : 0
    }

    var box: Box<ProjectedPoint> {
        Box(minX: x + min(dx, 0), minY: y + min(dy, 0), maxX: x + max(dx, 0), maxY: y + max(dy, 0))
    }

    @inline(__always)
    func squaredDistance(to point: ProjectedPoint) -> Double {
        let (toX, toY) = (point.x - x, point.y - y)
        let share = min(1, max(0, (toX * dx + toY * dy) * inverse))
        let (offX, offY) = (share * dx - toX, share * dy - toY)
        return offX * offX + offY * offY
    }
}
