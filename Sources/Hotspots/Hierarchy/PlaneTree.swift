import Geometry

/// A tree over points of the plane (a k-d tree with buckets) for questions about what is near.
///
/// Cost: n log n to build, about log n a question.
struct PlaneTree: Sendable {
    struct Node: Sendable {
        var box: Box<ProjectedPoint>
        /// The node's part of ``PlaneTree/positions``.
        var range: Range<Int>
        /// The first child, or −1 for a leaf.
        var left: Int
        var right: Int
    }

    static let bucket = 8

    /// The root first, and each node before its children.
    let nodes: [Node]
    /// The points in the order of the leaves.
    let positions: [ProjectedPoint]
    /// The index in the input of each point.
    let indices: [Int32]

    init(_ points: [ProjectedPoint]) {
        var builder = PlaneTreeBuilder(points)
        builder.build()
        nodes = builder.nodes
        indices = builder.indices
        positions = builder.indices.map { points[Int($0)] }
    }

    /// Returns whether any point is within a distance, metres, of a position.
    func hasPoint(within radius: Double, of position: ProjectedPoint) -> Bool {
        let squaredRadius = radius * radius
        // The distance to a box is rounded otherwise than that to a point: a hair of slack keeps the answer exact.
        let slack = squaredRadius * (1 + 1e-9)
        var isFound = false
        var stack: [Int] = []
        visit(from: position, stack: &stack, bound: slack) { range in
            isFound = range.contains { positions[$0].squaredDistance(to: position) <= squaredRadius }
            return isFound ? -1 : slack
        }
        return isFound
    }

    /// Calls a closure with the positions' range of each leaf that may hold a point near a position, nearer children first.
    ///
    /// - Parameters:
    ///   - stack: Memory to work with, kept from one question to the next.
    ///   - bound: The square of the largest distance that matters, metres².
    ///   - leaf: Returns the bound from there on; a negative one ends the search.
    @inline(__always)
    func visit(
        from position: ProjectedPoint, stack: inout [Int], bound: Double, leaf: (Range<Int>) -> Double
    ) {
        var bound = bound
        stack.removeAll(keepingCapacity: true)
        if !nodes.isEmpty { stack.append(0) }
        while let top = stack.popLast() {
            guard nodes[top].box.squaredDistance(to: position) <= bound else { continue }
            let (left, right) = (nodes[top].left, nodes[top].right)
            if left < 0 {
                bound = leaf(nodes[top].range)
            } else if nodes[left].box.squaredDistance(to: position)
                <= nodes[right].box.squaredDistance(to: position)
            {
                stack.append(right)
                stack.append(left)
            } else {
                stack.append(left)
                stack.append(right)
            }
        }
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

    private mutating func build(_ range: Range<Int>) -> Int {
        let node = nodes.count
        let box = box(of: range)
        nodes.append(PlaneTree.Node(box: box, range: range, left: -1, right: -1))
        guard range.count > PlaneTree.bucket, box.width > 0 || box.height > 0 else { return node }
        let middle = (range.lowerBound + range.upperBound) / 2
        if box.width >= box.height {
            select(middle, in: range) { $0.x }
        } else {
            select(middle, in: range) { $0.y }
        }
        nodes[node].left = build(range.lowerBound..<middle)
        nodes[node].right = build(middle..<range.upperBound)
        return node
    }

    private func box(of range: Range<Int>) -> Box<ProjectedPoint> {
        var box = Box<ProjectedPoint>(minX: .infinity, minY: .infinity, maxX: -.infinity, maxY: -.infinity)
        for index in indices[range] {
            let point = points[Int(index)]
            box.minX = min(box.minX, point.x)
            box.minY = min(box.minY, point.y)
            box.maxX = max(box.maxX, point.x)
            box.maxY = max(box.maxY, point.y)
        }
        return box
    }

    /// Moves the smaller values before a rank and the larger ones behind it.
    ///
    /// Source: Hoare, "Algorithm 65: find", 1961.
    @inline(__always)
    private mutating func select(_ rank: Int, in range: Range<Int>, _ value: (ProjectedPoint) -> Double) {
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
            if rank <= right { high = right } else if rank >= left { low = left } else { return }
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
