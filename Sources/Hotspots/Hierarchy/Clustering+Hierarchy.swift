import Geometry

extension Clustering {
    /// Returns the clusters that HDBSCAN defines: those that last longest as the radius grows, so that places of
    /// different density each have their own.
    ///
    /// The minimum of each group's rule is the least size of a cluster; its radius is not used. Clusters are numbered
    /// by group, then from south to north by their southernmost point; all members count as cores. Edges of equal
    /// length are taken as one step, as the definition has it (Campello, Moulavi and Sander, 2013), so the order of
    /// the points changes nothing. Programs that take them one by one in the order found differ there, also from each
    /// other: wherever a core distance reaches two points their edges are equally long.
    /// - Parameter reach: The points, itself among them, within a point's core distance; `nil` for the minimum. With
    ///   1 the distances are plain.
    package static func byHierarchy(_ points: ClusterPoints, reach: Int? = nil, jobs: Int) -> Clustering {
        var clustering = Clustering(
            labels: [Int32](repeating: noise, count: points.positions.count),
            memberships: [Membership](repeating: .noise, count: points.positions.count), groups: [])
        var members = [[Int]](repeating: [], count: points.rules.count)
        for index in points.positions.indices {
            if let group = points.group(at: index) { members[group].append(index) }
        }
        for (group, own) in members.enumerated() {
            let first = Int32(clustering.clusterCount)
            let labels = hierarchyLabels(
                own.map { points.positions[$0] }, minimum: points.rules[group].minimum,
                reach: reach ?? points.rules[group].minimum, jobs: jobs)
            for (index, label) in zip(own, labels) where label >= 0 {
                clustering.labels[index] = first + label
                clustering.memberships[index] = .core
            }
            clustering.groups += [Int32](repeating: Int32(group), count: Int(labels.max() ?? noise) + 1)
        }
        return clustering
    }

    private static func hierarchyLabels(
        _ points: [ProjectedPoint], minimum: Int, reach: Int, jobs: Int
    ) -> [Int32] {
        guard points.count >= max(minimum, reach) else {
            return [Int32](repeating: noise, count: points.count)
        }
        let distinct = WeightedPositions(points)
        let tree = PlaneTree(distinct.positions)
        let weights = tree.indices.map { distinct.weights[Int($0)] }
        let cores = CoreDistances(tree, weights: weights, reach: reach, jobs: jobs)
        let edges = ReachabilityEdges(tree, cores, jobs: jobs).edges
        let merges = MergeTree(edges: edges, weights: weights, cores: cores.distances)
        let condensed = CondensedTree(merges, minimum: minimum)
        let clusters = condensed.mostStable()
        var clusterOfPosition = [Int?](repeating: nil, count: distinct.positions.count)
        for (position, branch) in condensed.branchOfPosition.enumerated() {
            clusterOfPosition[Int(tree.indices[position])] = clusters[branch]
        }
        let labels = numbered(clusterOfPosition)
        return distinct.indices.map { labels[Int($0)] }
    }

    /// Returns the clusters counted from 0 in the order in which they first appear.
    private static func numbered(_ clusters: [Int?]) -> [Int32] {
        var numbers: [Int: Int32] = [:]
        return clusters.map { cluster in
            guard let cluster else { return noise }
            let number = numbers[cluster] ?? Int32(numbers.count)
            numbers[cluster] = number
            return number
        }
    }
}
