import Geometry
import Statistics
import WorkSharing

/// The pairs of points within the longest distance asked for, and how close their times are in any number of orders.
struct ClosePairs: Sendable {
    let settings: NearRepeatSettings
    /// The pairs in each band of distance, whatever their times.
    let pairsByDistance: [Int]
    private let bins: PointBins
    private let squaredBounds: [Double]

    init(points: [ProjectedPoint], settings: NearRepeatSettings) throws(SignificanceError) {
        self.settings = settings
        bins = try PointBins(points: points, reach: settings.distances.last ?? 1)
        squaredBounds = settings.distances.map { $0 * $0 }
        var counts = [Int](repeating: 0, count: squaredBounds.count)
        bins.forEachPair(in: 0..<points.count, withinSquares: squaredBounds) { _, _, band in counts[band] += 1
        }
        pairsByDistance = counts
    }

    /// Returns, for each order of the times, the pairs in each band of distance and time, distance by distance.
    func counts(timesInOrders orders: [[Int32]], jobs: Int) -> [[Int]] {
        let lanes = TimeLanes(orders: orders, order: bins.originalIndices)
        let bounds = settings.days.map { SIMD8(repeating: secondsWithin(days: $0)) }
        let slices = mapSlices(
            count: bins.points.count, sliceLength: 2048, jobs: jobs, makeWorker: {},
            body: { _, slice -> [SIMD8<Int32>] in
                var tally = [SIMD8<Int32>](
                    repeating: .zero, count: squaredBounds.count * bounds.count * lanes.vectors)
                tally.withUnsafeMutableBufferPointer { tally in
                    bins.forEachPair(in: slice, withinSquares: squaredBounds) { first, second, band in
                        lanes.count(first, second, within: bounds, from: band * bounds.count, in: tally)
                    }
                }
                return tally
            })
        return orders.indices.map { order in
            bands(slices.map { lanes.values(of: order, in: $0) })
        }
    }

    /// Returns how many random orders hold at least as many pairs as observed, in each band of distance and time.
    ///
    /// Order r comes from stream r of the seed, so that neither threads nor batches change an answer.
    func replicationsReaching(_ observed: [Int], seconds: [Int32], jobs: Int) -> [Int] {
        var reaching = [Int](repeating: 0, count: observed.count)
        for start in stride(from: 0, to: settings.replications, by: ClosePairs.batchLength) {
            let batch = start..<min(settings.replications, start + ClosePairs.batchLength)
            let orders = mapSlices(
                count: batch.count, sliceLength: 1, jobs: jobs, makeWorker: {},
                body: { _, slice -> [Int32] in
                    let stream = UInt64(batch.lowerBound + slice.lowerBound)
                    var generator = SeededGenerator(seed: settings.seed, stream: stream)
                    var shuffled = seconds
                    generator.shuffle(&shuffled)
                    return shuffled
                })
            for counts in counts(timesInOrders: orders, jobs: jobs) {
                for (index, count) in counts.enumerated() where count >= observed[index] {
                    reaching[index] += 1
                }
            }
        }
        return reaching
    }

    /// As many orders as keep their times within 64 bytes a point.
    private static let batchLength = 16

    /// Sums what the slices counted up to each bound of time, and returns what lies between the bounds.
    private func bands(_ slices: [[Int32]]) -> [Int] {
        let width = settings.days.count
        let upTo = (0..<squaredBounds.count * width).map { index in slices.reduce(0) { $0 + Int($1[index]) } }
        return upTo.indices.map { $0 % width == 0 ? upTo[$0] : upTo[$0] - upTo[$0 - 1] }
    }
}

/// The times of each point in several orders, side by side, so that one comparison serves eight orders.
private struct TimeLanes: Sendable {
    /// The number of vectors of eight a point has.
    let vectors: Int
    private let lanes: [SIMD8<Int32>]

    /// - Parameter order: The points in the order of the bins.
    init(orders: [[Int32]], order: [Int32]) {
        vectors = (orders.count + 7) / 8
        var lanes = [SIMD8<Int32>](repeating: .zero, count: order.count * vectors)
        for (lane, times) in orders.enumerated() {
            for (position, index) in order.enumerated() {
                lanes[position * vectors + lane / 8][lane % 8] = times[Int(index)]
            }
        }
        self.lanes = lanes
    }

    /// Adds one to each count, from the given one on, whose bound is at least the time between two points.
    @inline(__always)
    func count(
        _ first: Int, _ second: Int, within bounds: [SIMD8<Int32>], from start: Int,
        in tally: UnsafeMutableBufferPointer<SIMD8<Int32>>
    ) {
        for vector in 0..<vectors {
            let difference = lanes[first * vectors + vector] &- lanes[second * vectors + vector]
            let apart = pointwiseMax(difference, SIMD8<Int32>.zero &- difference)
            for bound in bounds.indices {
                let index = (start + bound) * vectors + vector
                tally[index] &+= SIMD8<Int32>.zero.replacing(with: 1, where: apart .<= bounds[bound])
            }
        }
    }

    /// Returns the counts of one order.
    func values(of order: Int, in tally: [SIMD8<Int32>]) -> [Int32] {
        stride(from: order / 8, to: tally.count, by: vectors).map { tally[$0][order % 8] }
    }
}
