/// A merge tree read from the top, where only parts of enough points count as clusters and the rest falls out.
///
/// Source: Campello, Moulavi and Sander, "Density-based clustering based on hierarchical density estimates", 2013;
/// the condensing is that of McInnes, Healy and Astels, "hdbscan", 2017. Density is 1 / distance.
struct CondensedTree {
    struct Branch {
        /// `nil` for the root, which holds everything.
        var parent: Int?
        /// The density at which it broke off.
        var birth: Double
        /// How much of it lasts, and for how long: the sum over its points of the density at which they leave it less
        /// the density of its birth.
        var stability = 0.0
    }

    /// Each branch stands before those that break off it.
    private(set) var branches = [Branch(parent: nil, birth: 0)]
    /// The branch that each position fell out of.
    private(set) var branchOfPosition: [Int]

    /// - Parameter minimum: The points that make a cluster.
    init(_ tree: MergeTree, minimum: Int) {
        branchOfPosition = [Int](repeating: 0, count: tree.positionCount)
        var waiting = [(node: tree.root, branch: 0)]
        while let (node, branch) = waiting.popLast() {
            // A single point holds no density of its own.
            guard let distance = tree.distance(node) else { continue }
            let density = distance > 0 ? 1 / distance : .infinity
            let (nodes, positions) = tree.branches(node)
            let (large, small) = Self.parted(nodes, by: { tree.points($0) >= minimum })
            for position in positions + small.flatMap({ tree.positions(below: $0) }) {
                branchOfPosition[position] = branch
            }
            guard large.count > 1 else {
                let leaving = tree.points(node) - (large.first.map(tree.points) ?? 0)
                leave(branch, points: leaving, density: density)
                for node in large { waiting.append((node, branch)) }
                continue
            }
            leave(branch, points: tree.points(node), density: density)
            for node in large {
                branches.append(Branch(parent: branch, birth: density))
                waiting.append((node, branches.count - 1))
            }
        }
    }

    private mutating func leave(_ branch: Int, points: Int, density: Double) {
        guard points > 0, density > branches[branch].birth else { return }
        branches[branch].stability += Double(points) * (density - branches[branch].birth)
    }

    private static func parted(_ nodes: [Int], by isLarge: (Int) -> Bool) -> (large: [Int], small: [Int]) {
        (nodes.filter(isLarge), nodes.filter { !isLarge($0) })
    }

    /// Returns for each branch the cluster that it belongs to, as a branch, where the clusters together last most;
    /// `nil` above all clusters. The root is no cluster.
    func mostStable() -> [Int?] {
        var total = branches.map(\.stability)
        var below = [Double](repeating: 0, count: branches.count)
        var isCluster = [Bool](repeating: false, count: branches.count)
        for branch in branches.indices.reversed() {
            guard let parent = branches[branch].parent else { continue }
            isCluster[branch] = below[branch] <= total[branch]
            if !isCluster[branch] { total[branch] = below[branch] }
            below[parent] += total[branch]
        }
        var clusters = [Int?](repeating: nil, count: branches.count)
        for branch in branches.indices {
            let above = branches[branch].parent.flatMap { clusters[$0] }
            clusters[branch] = above ?? (isCluster[branch] ? branch : nil)
        }
        return clusters
    }
}
