import Geometry
import WorkSharing

/// The shortest edges that join all positions, where an edge is as long as the distance or either end's core
/// distance, whichever is most: a minimum spanning tree of the mutual reachability.
///
/// Source: Borůvka, 1926; March, Ram and Gray, "Fast Euclidean minimum spanning tree", 2010. Each round joins every
/// part to its nearest other part.
struct ReachabilityEdges {
    /// An edge between two positions of the tree.
    struct Edge: Hashable, Sendable {
        var from: Int32
        var to: Int32
        /// Metres.
        var length: Double
    }

    private let tree: PlaneTree
    private let cores: [Double]
    /// The least core distance of each node.
    private let nodeCores: [Double]
    private var forest: PlaceForest
    /// The nearest position outside its part that each position knows, and how far it is at least.
    private var known: [(other: Int32, length: Double)]
    private(set) var edges: [Edge] = []

    init(_ tree: PlaneTree, _ coreDistances: CoreDistances, jobs: Int) {
        self.tree = tree
        cores = coreDistances.distances
        nodeCores = Self.nodeMinima(tree, coreDistances.distances)
        forest = PlaceForest(count: tree.positions.count)
        known = cores.map { (-1, $0) }
        while edges.count + 1 < tree.positions.count { join(nearestOutside(jobs: jobs)) }
    }

    private static func nodeMinima(_ tree: PlaneTree, _ values: [Double]) -> [Double] {
        var minima = [Double](repeating: .infinity, count: tree.nodes.count)
        for (index, node) in tree.nodes.enumerated().reversed() {
            minima[index] =
                node.left < 0
                ? values[node.range].min() ?? .infinity : min(minima[node.left], minima[node.right])
        }
        return minima
    }

    /// Adds the shortest edge out of each part.
    private mutating func join(_ shortest: [Int32: Edge]) {
        for part in shortest.keys.sorted() {
            guard let edge = shortest[part], forest.join(Int(edge.from), Int(edge.to)) else { continue }
            edges.append(edge)
        }
    }

    /// Returns the shortest known edge out of each part.
    private mutating func nearestOutside(jobs: Int) -> [Int32: Edge] {
        let parts = forest.roots()
        var bounds = [Double](repeating: .infinity, count: parts.count)
        for position in parts.indices where isOutside(known[position].other, parts[position], parts) {
            bounds[Int(parts[position])] = min(bounds[Int(parts[position])], known[position].length)
        }
        let search = OutsideSearch(
            tree: tree, cores: cores, nodeCores: nodeCores, parts: parts, nodeParts: nodeParts(parts),
            known: known, bounds: bounds)
        known = search.run(jobs: jobs)
        var shortest: [Int32: Edge] = [:]
        for position in parts.indices where isOutside(known[position].other, parts[position], parts) {
            let edge = Edge(from: Int32(position), to: known[position].other, length: known[position].length)
            if let other = shortest[parts[position]], other.length <= edge.length { continue }
            shortest[parts[position]] = edge
        }
        return shortest
    }

    private func isOutside(_ position: Int32, _ part: Int32, _ parts: [Int32]) -> Bool {
        position >= 0 && parts[Int(position)] != part
    }

    /// Returns the part that all positions of a node belong to, −1 where there are several.
    private func nodeParts(_ parts: [Int32]) -> [Int32] {
        var nodeParts = [Int32](repeating: -1, count: tree.nodes.count)
        for (index, node) in tree.nodes.enumerated().reversed() {
            if node.left >= 0 {
                nodeParts[index] = nodeParts[node.left] == nodeParts[node.right] ? nodeParts[node.left] : -1
            } else {
                let part = parts[node.range.lowerBound]
                nodeParts[index] = parts[node.range].allSatisfy { $0 == part } ? part : -1
            }
        }
        return nodeParts
    }
}

/// Which positions have been joined.
private struct PlaceForest {
    private var parents: [Int32]

    init(count: Int) { parents = (0..<Int32(count)).map { $0 } }

    mutating func root(_ position: Int) -> Int {
        var position = position
        while Int(parents[position]) != position {
            parents[position] = parents[Int(parents[position])]
            position = Int(parents[position])
        }
        return position
    }

    /// Joins two parts; returns `false` where they are one already.
    mutating func join(_ one: Int, _ other: Int) -> Bool {
        let (first, second) = (root(one), root(other))
        guard first != second else { return false }
        parents[max(first, second)] = Int32(min(first, second))
        return true
    }

    mutating func roots() -> [Int32] {
        var roots: [Int32] = []
        roots.reserveCapacity(parents.count)
        for position in parents.indices { roots.append(Int32(root(position))) }
        return roots
    }
}
