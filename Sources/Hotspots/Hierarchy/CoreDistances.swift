import Geometry
import WorkSharing

/// How far each position must reach to hold enough points, its own among them.
struct CoreDistances: Sendable {
    /// Metres, in the order of the tree; infinite where there are not enough points at all.
    let distances: [Double]

    /// - Parameters:
    ///   - weights: The points at each position, in the order of the tree.
    ///   - reach: The points that are enough.
    init(_ tree: PlaneTree, weights: [Int32], reach: Int, jobs: Int) {
        let slices = mapSlices(
            count: tree.positions.count, sliceLength: 2048, jobs: jobs,
            makeWorker: { (nearest: NearestWeights(wanted: reach), stack: [Int]()) }
        ) { worker, range in
            range.map { index in
                worker.nearest.removeAll()
                tree.visit(from: tree.positions[index], stack: &worker.stack, bound: worker.nearest.bound) {
                    range in
                    for other in range {
                        let distance = tree.positions[other].squaredDistance(to: tree.positions[index])
                        worker.nearest.offer(distance, weight: Int(weights[other]))
                    }
                    return worker.nearest.bound
                }
                return worker.nearest.bound.squareRoot()
            }
        }
        distances = Array(slices.joined())
    }
}
