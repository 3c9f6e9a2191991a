import Geometry

/// A block of a street, or a reach of a shore, between two junctions.
struct PlanEdge: Sendable {
    let from: Int
    let to: Int
    let line: PlanLine

    var points: [ProjectedPoint] { line.points }
    var kind: LineKind { line.kind }
    var course: Int { line.course }
    var length: Double { Chain.length(line.points) }
    var middle: ProjectedPoint { Chain.place(along: line.points, at: length / 2).point }
}

/// Edges that meet only at nodes.
struct PlanarGraph: Sendable {
    var nodes: [ProjectedPoint]
    var edges: [PlanEdge]

    /// The edges at each node.
    var edgesAtNode: [[Int]] {
        var found = Array(repeating: [Int](), count: nodes.count)
        for (index, edge) in edges.enumerated() {
            found[edge.from].append(index)
            found[edge.to].append(index)
        }
        return found
    }
}

/// The two sides of each edge walked round: every patch of land between lines is one face.
///
/// Half-edge `2e` runs along edge `e`, `2e + 1` against it; each has its face on its left.
struct PlanarFaces: Sendable {
    let graph: PlanarGraph
    let next: [Int]
    let faceOfHalf: [Int]
    /// Each face's outline. The one that runs clockwise is the outside of everything.
    let outlines: [[ProjectedPoint]]
    let outside: Int

    init(of graph: PlanarGraph) {
        self.graph = graph
        let next = Self.successors(in: graph)
        var faceOfHalf = Array(repeating: -1, count: next.count)
        var outlines: [[ProjectedPoint]] = []
        for start in next.indices where faceOfHalf[start] < 0 {
            var outline: [ProjectedPoint] = []
            var half = start
            repeat {
                faceOfHalf[half] = outlines.count
                outline += Self.points(of: half, in: graph).dropLast()
                half = next[half]
            } while half != start
            outlines.append(outline)
        }
        self.next = next
        self.faceOfHalf = faceOfHalf
        self.outlines = outlines
        outside =
            outlines.indices.min { Chain.doubledArea(outlines[$0]) < Chain.doubledArea(outlines[$1]) } ?? 0
    }

    var count: Int { outlines.count }
    func face(leftOf edge: Int) -> Int { faceOfHalf[2 * edge] }
    func face(rightOf edge: Int) -> Int { faceOfHalf[2 * edge + 1] }
    func points(of half: Int) -> [ProjectedPoint] { Self.points(of: half, in: graph) }
    func startNode(of half: Int) -> Int {
        half % 2 == 0 ? graph.edges[half / 2].from : graph.edges[half / 2].to
    }

    private static func points(of half: Int, in graph: PlanarGraph) -> [ProjectedPoint] {
        let points = graph.edges[half / 2].points
        return half % 2 == 0 ? points : points.reversed()
    }

    /// For each half-edge the one that follows it round the face on its left: the next one clockwise at its end.
    private static func successors(in graph: PlanarGraph) -> [Int] {
        var leaving = Array(repeating: [(angle: Double, half: Int)](), count: graph.nodes.count)
        for half in 0..<graph.edges.count * 2 {
            let points = points(of: half, in: graph)
            let edge = graph.edges[half / 2]
            let direction = points[1] - points[0]
            leaving[half % 2 == 0 ? edge.from : edge.to].append((pseudoAngle(of: direction), half))
        }
        var next = Array(repeating: 0, count: graph.edges.count * 2)
        for around in leaving {
            let sorted = around.sorted { ($0.angle, $0.half) < ($1.angle, $1.half) }
            for (position, item) in sorted.enumerated() {
                let clockwise = sorted[(position + sorted.count - 1) % sorted.count].half
                next[item.half ^ 1] = clockwise
            }
        }
        return next
    }

    /// A number that grows with the angle of a vector, counter-clockwise, without trigonometry.
    private static func pseudoAngle(of vector: ProjectedPoint) -> Double {
        let share = vector.x / (abs(vector.x) + abs(vector.y))
        return vector.y >= 0 ? 1 - share : 3 + share
    }
}
