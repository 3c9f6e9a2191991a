/// How positions come together as the distance grows: the dendrogram of single linkage.
struct MergeTree {
    /// Where two branches come together.
    struct Merge {
        /// Metres.
        var distance: Double
        var left: Int
        var right: Int
        /// The points below.
        var points: Int
    }

    /// Nodes below this number are positions; the others are ``merges``, in order of distance.
    let positionCount: Int
    private(set) var merges: [Merge] = []
    private let weights: [Int32]
    /// The distance at which the points of one position come together: its core distance.
    private let cores: [Double]

    init(edges: [ReachabilityEdges.Edge], weights: [Int32], cores: [Double]) {
        positionCount = weights.count
        self.weights = weights
        self.cores = cores
        var tops = Array(weights.indices)
        var parents = Array(weights.indices)
        func root(_ index: Int) -> Int {
            var index = index
            while parents[index] != index {
                parents[index] = parents[parents[index]]
                index = parents[index]
            }
            return index
        }
        for edge in edges.sorted(by: { ($0.length, $0.from, $0.to) < ($1.length, $1.from, $1.to) }) {
            let (one, other) = (root(Int(edge.from)), root(Int(edge.to)))
            let (left, right) = (tops[one], tops[other])
            let points = self.points(left) + self.points(right)
            merges.append(Merge(distance: edge.length, left: left, right: right, points: points))
            let (first, second) = self.points(left) < self.points(right) ? (other, one) : (one, other)
            parents[second] = first
            tops[first] = positionCount + merges.count - 1
        }
    }

    /// The node that holds all points.
    var root: Int { positionCount + merges.count - 1 }

    /// Returns the number of points below a node.
    func points(_ node: Int) -> Int {
        node < positionCount ? Int(weights[node]) : merges[node - positionCount].points
    }

    /// Returns the distance at which a node's branches come together; `nil` for a single point.
    func distance(_ node: Int) -> Double? {
        guard node < positionCount else { return merges[node - positionCount].distance }
        return weights[node] > 1 ? cores[node] : nil
    }

    /// Returns the branches that come together at a node.
    ///
    /// Merges at one distance count as one merge of them all, so that the answer does not depend on which of several
    /// equal edges was found. A position whose points come together at that very distance falls to single points.
    func branches(_ node: Int) -> (nodes: [Int], positions: [Int]) {
        guard node >= positionCount else { return ([], [node]) }
        let distance = merges[node - positionCount].distance
        var (nodes, positions): ([Int], [Int]) = ([], [])
        var waiting = [node]
        while let next = waiting.popLast() {
            if next >= positionCount, merges[next - positionCount].distance == distance {
                waiting.append(merges[next - positionCount].left)
                waiting.append(merges[next - positionCount].right)
            } else if next < positionCount, self.distance(next) ?? distance == distance {
                positions.append(next)
            } else {
                nodes.append(next)
            }
        }
        return (nodes, positions)
    }

    /// Returns all positions below a node, itself included.
    func positions(below node: Int) -> [Int] {
        var positions: [Int] = []
        var waiting = [node]
        while let next = waiting.popLast() {
            if next < positionCount {
                positions.append(next)
            } else {
                waiting.append(merges[next - positionCount].left)
                waiting.append(merges[next - positionCount].right)
            }
        }
        return positions
    }
}
