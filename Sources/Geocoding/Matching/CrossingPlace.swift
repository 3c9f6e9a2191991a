import Geometry

/// Finds where a crossing lies from the lines of its streets, where its nodes alone do not say.
///
/// - A crossing that not all of its streets come to lies where they all come nearest.
/// - Where a street branches off another at a sharp angle, files put the node where the centre lines meet, but the
///   carriageways part farther on: the crossing lies between.
struct CrossingPlace {
    /// Nodes of the streets this near to a crossing count, metres.
    private static let reach = 75.0
    /// Nodes this near to the best one have a part in the place, metres.
    private static let middleReach = 40.0
    /// A street farther away than this speaks against a node no more than one that is just so far, metres.
    private static let farthest = 60.0
    /// A node that costs this much more than the best one has a quarter of its weight.
    private static let excess = 0.2
    /// Half of a carriageway's width, metres.
    private static let halfWidth = 4.0
    /// How far a crossing may lie from its node, metres.
    private static let longestBranch = 25.0

    let reference: StreetReference
    private let geometry: StreetGeometry
    private let roads: RoadIdentity

    init(reference: StreetReference) {
        self.reference = reference
        geometry = StreetGeometry(reference: reference)
        roads = RoadIdentity(reference: reference)
    }

    /// Returns where the crossing lies; its own position where nothing says more.
    func position(of crossing: Crossing) -> Coordinate {
        let streets = crossing.streets.map(\.street)
        guard crossing.absent.isEmpty else {
            return nearest(to: streets + crossing.absent, around: crossing.position)
        }
        guard streets.count == 2, crossing.nodeCount == 1 else { return crossing.position }
        return branch(streets[0], streets[1], at: crossing.position)
    }

    /// Returns the middle of the streets' nodes around a place, each weighed by how near the streets come to it.
    private func nearest(to streets: [UInt32], around place: Coordinate) -> Coordinate {
        let plane = LocalPlane(origin: place)
        let center = plane.point(place)
        let paths = streets.map { street in
            geometry.lines(of: street, within: Self.reach + Self.farthest, of: place, plane).map(Path.init)
        }
        let weights = streets.map(roads.weight)
        var nodes: [(point: ProjectedPoint, cost: Double)] = []
        var seen: Set<UInt32> = []
        for street in streets {
            for node in geometry.nodes(street) {
                let point = plane.point(node.position)
                guard point.distance(to: center) <= Self.reach, seen.insert(node.index).inserted else {
                    continue
                }
                let cost = zip(paths, weights).reduce(0) { $0 + $1.1 * self.cost(of: point, from: $1.0) }
                nodes.append((point, cost))
            }
        }
        guard let best = nodes.min(by: { $0.cost < $1.cost }) else { return place }
        var sum = (x: 0.0, y: 0.0, weight: 0.0)
        for node in nodes where node.point.distance(to: best.point) <= Self.middleReach {
            let excess = (node.cost - best.cost) / Self.excess
            let weight = 1 / ((1 + excess) * (1 + excess))
            sum = (sum.x + weight * node.point.x, sum.y + weight * node.point.y, sum.weight + weight)
        }
        return plane.coordinate(ProjectedPoint(x: sum.x / sum.weight, y: sum.y / sum.weight))
    }

    /// 0 where the street passes through the point, 1 where it is too far away to matter.
    private func cost(of point: ProjectedPoint, from paths: [Path]) -> Double {
        let distance = paths.reduce(Self.farthest) { min($0, $1.nearest(to: point).distance) }
        return (distance / Self.farthest) * (distance / Self.farthest)
    }

    /// Returns the place between a street and one that branches off it, where they part.
    private func branch(_ first: UInt32, _ second: UInt32, at node: Coordinate) -> Coordinate {
        let plane = LocalPlane(origin: node)
        let arms = [first, second].map { geometry.arms(of: $0, at: node, plane).map(Path.init) }
        guard arms.contains(where: { $0.count == 1 }) else { return node }
        let center = plane.point(node)
        var farthest = (point: center, distance: Self.halfWidth)
        for one in arms[0] {
            for other in arms[1] {
                let parting = parting(one, other)
                let distance = parting.distance(to: center)
                if distance > farthest.distance { farthest = (parting, distance) }
            }
        }
        let shift = min(Self.longestBranch, farthest.distance - Self.halfWidth) / farthest.distance
        return plane.coordinate(
            ProjectedPoint(
                x: center.x + shift * (farthest.point.x - center.x),
                y: center.y + shift * (farthest.point.y - center.y)))
    }

    /// Returns the middle between two lines that start together where they are first a carriageway's width apart.
    private func parting(_ one: Path, _ other: Path) -> ProjectedPoint {
        var distance = 0.0
        var (first, second) = (one.points[0], other.points[0])
        while distance < max(one.length, other.length), distance < 2 * Self.longestBranch,
            first.distance(to: second) < 2 * Self.halfWidth
        {
            distance += 1
            first = one.spot(distance).point
            second = other.spot(distance).point
        }
        return ProjectedPoint(x: (first.x + second.x) / 2, y: (first.y + second.y) / 2)
    }
}
