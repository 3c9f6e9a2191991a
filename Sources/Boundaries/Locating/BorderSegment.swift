import Geometry

/// A straight piece of an area's border, metres in space.
struct BorderSegment: BitwiseCopyable, Sendable {
    private let x: Double
    private let y: Double
    private let z: Double
    private let dx: Double
    private let dy: Double
    private let dz: Double
    /// 1 / length², or 0 for a piece without length.
    private let inverse: Double

    init(from start: SpacePoint, to end: SpacePoint) {
        (x, y, z) = (start.x, start.y, start.z)
        (dx, dy, dz) = (end.x - start.x, end.y - start.y, end.z - start.z)
        let square = dx * dx + dy * dy + dz * dz
        inverse = square > 0 ? 1 / square : 0
    }

    var box: SpaceBox {
        SpaceBox(
            least: SIMD3(x + min(dx, 0), y + min(dy, 0), z + min(dz, 0)),
            greatest: SIMD3(x + max(dx, 0), y + max(dy, 0), z + max(dz, 0)))
    }

    @inline(__always)
    func squaredDistance(to point: SpacePoint) -> Double {
        let (toX, toY, toZ) = (point.x - x, point.y - y, point.z - z)
        let share = min(1, max(0, (toX * dx + toY * dy + toZ * dz) * inverse))
        let (offX, offY, offZ) = (share * dx - toX, share * dy - toY, share * dz - toZ)
        return offX * offX + offY * offY + offZ * offZ
    }
}

/// An upright box in space, metres.
struct SpaceBox: Sendable {
    var least: SIMD3<Double>
    var greatest: SIMD3<Double>

    /// Without extent, infinitely far from everywhere.
    static let nowhere = SpaceBox(
        least: SIMD3(repeating: .infinity), greatest: SIMD3(repeating: -.infinity))

    mutating func formUnion(_ other: SpaceBox) {
        for axis in 0..<3 {
            least[axis] = min(least[axis], other.least[axis])
            greatest[axis] = max(greatest[axis], other.greatest[axis])
        }
    }
}
