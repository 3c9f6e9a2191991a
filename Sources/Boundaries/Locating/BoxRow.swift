import Geometry

/// Eight boxes side by side, so that a point's distances to all of them are found at once.
struct BoxRow: BitwiseCopyable, Sendable {
    static let count = 8
    private var minX = SIMD8<Double>(repeating: .infinity)
    private var minY = SIMD8<Double>(repeating: .infinity)
    private var minZ = SIMD8<Double>(repeating: .infinity)
    private var maxX = SIMD8<Double>(repeating: -.infinity)
    private var maxY = SIMD8<Double>(repeating: -.infinity)
    private var maxZ = SIMD8<Double>(repeating: -.infinity)

    /// The box around all eight; without extent where there is none.
    var union: SpaceBox {
        SpaceBox(
            least: SIMD3(minX.min(), minY.min(), minZ.min()),
            greatest: SIMD3(maxX.max(), maxY.max(), maxZ.max()))
    }

    /// Returns the boxes eight by eight; what is missing in the last row is infinitely far from everywhere.
    static func rows(of boxes: [SpaceBox]) -> [BoxRow] {
        stride(from: 0, to: boxes.count, by: count).map { start in
            var row = BoxRow()
            for index in start..<min(boxes.count, start + count) {
                let box = boxes[index]
                row.minX[index - start] = box.least.x
                row.minY[index - start] = box.least.y
                row.minZ[index - start] = box.least.z
                row.maxX[index - start] = box.greatest.x
                row.maxY[index - start] = box.greatest.y
                row.maxZ[index - start] = box.greatest.z
            }
            return row
        }
    }

    /// Returns the squared distances from a point to the boxes.
    @inline(__always)
    func squaredDistances(to point: SpacePoint) -> SIMD8<Double> {
        let dx = Self.off(minX, maxX, point.x)
        let dy = Self.off(minY, maxY, point.y)
        let dz = Self.off(minZ, maxZ, point.z)
        return dx * dx + dy * dy + dz * dz
    }

    @inline(__always)
    private static func off(
        _ least: SIMD8<Double>, _ greatest: SIMD8<Double>, _ value: Double
    ) -> SIMD8<Double> {
        let value = SIMD8<Double>(repeating: value)
        return greater(greater(least - value, value - greatest), .zero)
    }

    /// The standard library's `pointwiseMax` is not inlined and takes longer than the whole distance.
    @inline(__always)
    private static func greater(_ first: SIMD8<Double>, _ second: SIMD8<Double>) -> SIMD8<Double> {
        first.replacing(with: second, where: first .< second)
    }
}
