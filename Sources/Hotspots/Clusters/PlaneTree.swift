package import Geometry

/// A tree over points of the plane (a k-d tree with buckets) for questions about what is near.
///
/// Cost: n log n to build, about log n a question.
package struct PlaneTree: Sendable {
    struct Node: Sendable {
        var box: Box<ProjectedPoint>
        var points: Range<Int32>
        /// The first child; the second follows after all of the first's. Negative for a leaf.
        var left: Int32
        var right: Int32
    }

    static let bucket = 12

    private(set) var nodes: [Node] = []
    /// The points in the order of the leaves.
    let positions: [ProjectedPoint]
    /// The place in the input of each point.
    let indices: [Int32]

    package init(_ points: [ProjectedPoint]) {
        var builder = PlaneTreeBuilder(points)
        builder.build()
        nodes = builder.nodes
        indices = builder.indices
        positions = builder.indices.map { points[Int($0)] }
    }

    /// Returns whether any point is within a distance, metres, of a position.
    package func hasPoint(within radius: Double, of position: ProjectedPoint) -> Bool {
        let squaredRadius = radius * radius
        var stack = nodes.isEmpty ? [] : [0]
        while let top = stack.popLast() {
            let node = nodes[top]
            // The box's distance is rounded otherwise than a point's: a hair of slack keeps the answer exact.
            guard node.box.squaredDistance(to: position) <= squaredRadius * (1 + 1e-9) else { continue }
            if node.left < 0 {
                for place in node.points
                where positions[Int(place)].squaredDistance(to: position) <= squaredRadius { return true }
            } else {
                stack.append(Int(node.left))
                stack.append(Int(node.right))
            }
        }
        return false
    }
}

/// Splits points at the median of the longer side, over and over.
private struct PlaneTreeBuilder {
    let points: [ProjectedPoint]
    var indices: [Int32]
    var nodes: [PlaneTree.Node] = []

    init(_ points: [ProjectedPoint]) {
        self.points = points
        indices = points.indices.map { Int32($0) }
    }

    mutating func build() {
        guard !points.isEmpty else { return }
        _ = build(0..<points.count)
    }

    private mutating func build(_ range: Range<Int>) -> Int32 {
        let node = Int32(nodes.count)
        var box =
            Box(minX: .infinity, minY: .infinity, maxX: -.infinity, maxY: -.infinity) as Box<ProjectedPoint>
        for index in indices[range] { box.extend(to: points[Int(index)]) }
        nodes.append(
            PlaneTree.Node(
                box: box, points: Int32(range.lowerBound)..<Int32(range.upperBound), left: -1, right: -1)
        )
        guard range.count > PlaneTree.bucket, box.width > 0 || box.height > 0 else { return node }
        let middle = (range.lowerBound + range.upperBound) / 2
        if box.width >= box.height {
            select(middle, in: range) { $0.x }
        } else {
            select(middle, in: range) { $0.y }
        }
        nodes[Int(node)].left = build(range.lowerBound..<middle)
        nodes[Int(node)].right = build(middle..<range.upperBound)
        return node
    }

    /// Moves the smaller values before a place and the larger ones behind it (Hoare's selection).
    @inline(__always)
    private mutating func select(_ place: Int, in range: Range<Int>, _ value: (ProjectedPoint) -> Double) {
        var low = range.lowerBound
        var high = range.upperBound - 1
        while low < high {
            let pivot = value(points[Int(indices[(low + high) / 2])])
            var left = low
            var right = high
            while left <= right {
                while value(points[Int(indices[left])]) < pivot { left += 1 }
                while value(points[Int(indices[right])]) > pivot { right -= 1 }
                if left <= right {
                    indices.swapAt(left, right)
                    left += 1
                    right -= 1
                }
            }
            if place <= right { high = right } else if place >= left { low = left } else { return }
        }
    }
}

extension ProjectedPoint {
    @inline(__always)
    func squaredDistance(to other: ProjectedPoint) -> Double {
        let dx = x - other.x
        let dy = y - other.y
        return dx * dx + dy * dy
    }
}

extension Box<ProjectedPoint> {
    /// Returns the square of the distance to the nearest position of the box, 0 inside it.
    @inline(__always)
    func squaredDistance(to position: ProjectedPoint) -> Double {
        let dx = max(minX - position.x, 0, position.x - maxX)
        let dy = max(minY - position.y, 0, position.y - maxY)
        return dx * dx + dy * dy
    }
}
