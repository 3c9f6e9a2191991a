import Geometry
import WorkSharing

/// Searches, for the positions of a tree, the nearest position of another part: one round of ``ReachabilityEdges``.
struct OutsideSearch: Sendable {
    let tree: PlaneTree
    let cores: [Double]
    let nodeCores: [Double]
    /// The part of each place, named by its first.
    let parts: [Int32]
    /// The part of each node's positions, −1 where there are several.
    let nodeParts: [Int32]
    /// What each place knew before: its nearest outside, or how far that is at least.
    let known: [(other: Int32, length: Double)]
    /// The length of the shortest known edge out of each part: longer ones need not be found.
    let bounds: [Double]

    private typealias Known = (other: Int32, length: Double)

    /// Returns what each place knows now.
    func run(jobs: Int) -> [(other: Int32, length: Double)] {
        let slices = mapSlices(
            count: parts.count, sliceLength: 4096, jobs: jobs, makeWorker: { [(node: Int, least: Double)]() }
        ) { stack, range in
            // Neighbours in the tree share their finds; slices do not, so that the answer depends on no thread.
            var found: [Int32: Double] = [:]
            var news: [Known] = []
            news.reserveCapacity(range.count)
            for index in range {
                let part = parts[index]
                let bound = min(bounds[Int(part)], found[part] ?? .infinity)
                let new = search(index, bound: bound, &stack)
                if new.other >= 0, parts[Int(new.other)] != part { found[part] = min(bound, new.length) }
                news.append(new)
            }
            return news
        }
        return Array(slices.joined())
    }

    private func search(_ index: Int, bound: Double, _ stack: inout [(node: Int, least: Double)]) -> Known {
        let (part, old) = (parts[index], known[index])
        if old.other >= 0, parts[Int(old.other)] != part { return old }
        guard old.length < bound else { return (-1, old.length) }
        var best: Known = (-1, bound)
        stack.removeAll(keepingCapacity: true)
        stack.append((0, cores[index]))
        while let top = stack.popLast() {
            guard top.least < best.length else { continue }
            let node = tree.nodes[top.node]
            guard node.left >= 0 else {
                nearest(in: node.range, to: index, &best)
                // No edge is shorter than the core distance: one of that length ends the search.
                if best.other >= 0, best.length <= cores[index] { return best }
                continue
            }
            let (left, right) = (least(node.left, index), least(node.right, index))
            let far = left <= right ? (node.right, right) : (node.left, left)
            let near = left <= right ? (node.left, left) : (node.right, right)
            if far.1 < best.length { stack.append(far) }
            if near.1 < best.length { stack.append(near) }
        }
        return best
    }

    /// Returns a length that no edge from a place into a node falls below; infinite inside its part.
    @inline(__always)
    private func least(_ node: Int, _ index: Int) -> Double {
        guard nodeParts[node] != parts[index] else { return .infinity }
        let distance = tree.nodes[node].box.squaredDistance(to: tree.positions[index]).squareRoot()
        // The distance to a box is rounded otherwise than that to a point: a hair of slack keeps the answer exact.
        return max(distance * (1 - 1e-12), nodeCores[node], cores[index])
    }

    @inline(__always)
    private func nearest(in range: Range<Int>, to index: Int, _ best: inout Known) {
        for other in range where parts[other] != parts[index] {
            let distance = tree.positions[other].squaredDistance(to: tree.positions[index]).squareRoot()
            let length = max(distance, cores[index], cores[other])
            if length < best.length { best = (Int32(other), length) }
        }
    }
}
