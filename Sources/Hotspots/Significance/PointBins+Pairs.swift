import Geometry

extension PointBins {
    /// Calls a closure with each pair of points, by their positions in `points`, that a band of distance holds; once a
    /// pair, from the earlier point of the two.
    ///
    /// - Parameters:
    ///   - earlier: The positions of the earlier points.
    ///   - squares: The square of each band's upper bound, ascending; each band holds its own bound.
    @inline(__always)
    func forEachPair(
        in earlier: Range<Int>, withinSquares squares: [Double],
        _ body: (_ first: Int, _ second: Int, _ band: Int) -> Void
    ) {
        guard let farthest = squares.last else { return }
        for first in earlier {
            for range in ranges(around: points[first]) where range.upperBound > first + 1 {
                for second in max(range.lowerBound, first + 1)..<range.upperBound {
                    let square = squaredDistance(points[first], points[second])
                    guard square <= farthest else { continue }
                    var band = 0
                    while square > squares[band] { band += 1 }
                    body(first, second, band)
                }
            }
        }
    }
}
