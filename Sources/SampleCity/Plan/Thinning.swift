import Geometry

/// Takes away the blocks that would make a town a chessboard: in parks, at the edge of town, and here and there.
struct Thinning {
    private var graph: PlanarGraph
    private var generator: StoryGenerator

    init(_ graph: PlanarGraph, seed: UInt64) {
        self.graph = graph
        generator = StoryGenerator(seed: seed, part: "thinning")
    }

    /// Returns the graph that is left, every part of it connected, with its blocks joined where no junction remains.
    mutating func thinned() -> PlanarGraph {
        remove { $0.kind >= .local && Self.isInPark($0.middle) }
        remove { $0.kind.isStreet && Self.touchesLimit($0) && $0.kind >= .local }
        removeHereAndThere()
        for _ in 0..<6 {
            removeStubs()
            keepConnected()
            joinBlocks()
        }
        return graph
    }

    private mutating func remove(where unwanted: (PlanEdge) -> Bool) {
        graph.edges.removeAll(where: unwanted)
    }

    static func isInPark(_ point: ProjectedPoint) -> Bool {
        CityPlan.parks.contains { park in
            let dx = (point.x - park.centre.x) / park.radii.0
            let dy = (point.y - park.centre.y) / park.radii.1
            return dx * dx + dy * dy < 1
        }
    }

    private static func touchesLimit(_ edge: PlanEdge) -> Bool {
        Chain.distance(CityPlan.limit + [CityPlan.limit[0]], to: edge.middle) < 70
    }

    private mutating func removeHereAndThere() {
        var removed: Set<Int> = []
        for (index, edge) in graph.edges.enumerated() where edge.kind == .local {
            let quarter = Quarters.all[Quarters.index(at: edge.middle)]
            let outskirts = max(0, edge.middle.length - 2100) / 1500
            if generator.happens(quarter.thinning + outskirts) { removed.insert(index) }
        }
        graph.edges = graph.edges.indices.filter { !removed.contains($0) }.map { graph.edges[$0] }
    }

    /// Takes away short dead ends, and ways that lead nowhere at both ends.
    private mutating func removeStubs() {
        let degrees = graph.edgesAtNode.map(\.count)
        remove { edge in
            let isDeadEnd = degrees[edge.from] == 1 || degrees[edge.to] == 1
            let isLoop = edge.from == edge.to
            return edge.kind.isStreet
                && (isLoop || (isDeadEnd && edge.length < (edge.kind >= .local ? 62 : 50)))
        }
    }

    /// Keeps what hangs together with the city limit.
    private mutating func keepConnected() {
        let atNode = graph.edgesAtNode
        var reached = Array(repeating: false, count: graph.nodes.count)
        var waiting = graph.edges.filter { $0.kind == .limit }.map(\.from)
        while let node = waiting.popLast() {
            guard !reached[node] else { continue }
            reached[node] = true
            waiting += atNode[node].flatMap { [graph.edges[$0].from, graph.edges[$0].to] }
        }
        remove { !reached[$0.from] }
    }

    /// Makes one block of two where nothing else meets between them.
    private mutating func joinBlocks() {
        var isChanged = true
        while isChanged {
            isChanged = false
            var used: Set<Int> = []
            for (node, around) in graph.edgesAtNode.enumerated()
            where canJoin(around) && used.isDisjoint(with: around) {
                used.formUnion(around)
                graph.edges[around[0]] = joined(graph.edges[around[0]], graph.edges[around[1]], at: node)
                graph.edges[around[1]] = PlanEdge(from: 0, to: 0, line: graph.edges[around[1]].line)
                isChanged = true
            }
            graph.edges.removeAll { $0.from == $0.to }
        }
    }

    private func canJoin(_ around: [Int]) -> Bool {
        guard around.count == 2, around[0] != around[1] else { return false }
        let first = graph.edges[around[0]]
        let second = graph.edges[around[1]]
        let ends = Set([first.from, first.to]).symmetricDifference([second.from, second.to])
        return first.course == second.course && first.kind == second.kind && ends.count == 2
    }

    private func joined(_ first: PlanEdge, _ second: PlanEdge, at node: Int) -> PlanEdge {
        let head = first.to == node ? first.points : first.points.reversed()
        let tail = second.from == node ? second.points : second.points.reversed()
        return PlanEdge(
            from: first.to == node ? first.from : first.to, to: second.from == node ? second.to : second.from,
            line: PlanLine(points: head + tail.dropFirst(), kind: first.kind, course: first.course))
    }
}
