import Geometry

/// Eight boxes side by side, so that a point's distances to all of them are found at once.
struct BoxRow: BitwiseCopyable, Sendable {
    static let count = 8
    private var minX = SIMD8<Double>(repeating: .infinity)
    private var minY = SIMD8<Double>(repeating: .infinity)
    private var maxX = SIMD8<Double>(repeating: -.infinity)
    private var maxY = SIMD8<Double>(repeating: -.infinity)

    /// The box around all eight; without extent where there is none.
    var union: Box<ProjectedPoint> {
        Box(minX: minX.min(), minY: minY.min(), maxX: maxX.max(), maxY: maxY.max())
    }

    /// Returns the boxes eight by eight; what is missing in the last row is infinitely far from everywhere.
    static func rows(of boxes: [Box<ProjectedPoint>]) -> [BoxRow] {
        stride(from: 0, to: boxes.count, by: count).map { start in
            var row = BoxRow()
            for place in start..<min(boxes.count, start + count) {
                let box = boxes[place]
                row.minX[place - start] = box.minX
                row.minY[place - start] = box.minY
                row.maxX[place - start] = box.maxX
                row.maxY[place - start] = box.maxY
            }
            return row
        }
    }

    /// Returns the squared distances from a point to the boxes.
    @inline(__always)
    func squaredDistances(to point: ProjectedPoint) -> SIMD8<Double> {
        let x = SIMD8<Double>(repeating: point.x)
        let y = SIMD8<Double>(repeating: point.y)
        let dx = Self.greater(Self.greater(minX - x, x - maxX), .zero)
        let dy = Self.greater(Self.greater(minY - y, y - maxY), .zero)
        return dx * dx + dy * dy
    }

    /// The standard library's `pointwiseMax` is not inlined and takes longer than the whole distance.
    @inline(__always)
    private static func greater(_ first: SIMD8<Double>, _ second: SIMD8<Double>) -> SIMD8<Double> {
        first.replacing(with: second, where: first .< second)
    }
}
