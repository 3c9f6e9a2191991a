extension MultiPolygon {
    /// Returns how often edges cross each other, as those of a valid surface never do; no more are counted than a limit.
    ///
    /// Edges that only touch, meet at their ends or lie upon one another do not cross. The work is bounded: where so many edges lie
    /// beside one another that it would not end, the limit is returned.
    package func crossings(upTo limit: Int) -> Int {
        let edges = rings.flatMap { ring in
            zip(ring.positions, ring.positions.dropFirst()).map { RingEdge(from: $0.0, to: $0.1) }
        }
        // Along the axis where fewer lie beside one another, as the teeth of a comb do along one.
        let across = edges.reduce(0) { $0 + ($1.maxX - $1.minX) }
        let along = edges.reduce(0) { $0 + ($1.maxY - $1.minY) }
        guard let box = Box(enclosing: rings.flatMap(\.positions)) else { return 0 }
        let isUpright = across * box.height > along * box.width
        return RingEdge.crossings(of: isUpright ? edges.map(\.turned) : edges, upTo: limit)
    }
}

/// An edge of a ring.
private struct RingEdge: BitwiseCopyable {
    let startX, startY, endX, endY: Double

    private init(startX: Double, startY: Double, endX: Double, endY: Double) {
        (self.startX, self.startY, self.endX, self.endY) = (startX, startY, endX, endY)
    }

    init(from start: some PlanarPosition, to end: some PlanarPosition) {
        self.init(startX: start.x, startY: start.y, endX: end.x, endY: end.y)
    }

    var minX: Double { min(startX, endX) }
    var maxX: Double { max(startX, endX) }
    var minY: Double { min(startY, endY) }
    var maxY: Double { max(startY, endY) }
    /// With x and y exchanged.
    var turned: RingEdge { RingEdge(startX: startY, startY: startX, endX: endY, endY: endX) }

    /// More pairs are not looked at: half a second.
    private static let mostPairs = 1 << 29

    static func crossings(of edges: [RingEdge], upTo limit: Int) -> Int {
        let sorted = edges.sorted { $0.minX < $1.minX }
        var (found, pairs) = (0, 0)
        for (index, edge) in sorted.enumerated() {
            let (right, low, high) = (edge.maxX, edge.minY, edge.maxY)
            var other = index + 1
            while other < sorted.count, sorted[other].minX <= right {
                let candidate = sorted[other]
                if candidate.minY <= high, candidate.maxY >= low, edge.crosses(candidate) {
                    found += 1
                    if found >= limit { return limit }
                }
                other += 1
            }
            pairs += other - index
            if pairs > mostPairs { return limit }
        }
        return found
    }

    private func crosses(_ other: RingEdge) -> Bool {
        side(other.startX, other.startY) * side(other.endX, other.endY) < 0
            && other.side(startX, startY) * other.side(endX, endY) < 0
    }

    /// 1 or −1 for the side of the edge on which a position lies, 0 on it.
    private func side(_ x: Double, _ y: Double) -> Int {
        let turn = (endX - startX) * (y - startY) - (endY - startY) * (x - startX)
        return turn > 0 ? 1 : turn < 0 ? -1 : 0
    }
}
