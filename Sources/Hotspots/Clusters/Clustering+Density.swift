import WorkSharing

extension Clustering {
    /// Returns the clusters that DBSCAN defines, each group by its own rule.
    ///
    /// Cores are exact and do not depend on the order of the points; a border point within reach of several clusters
    /// goes to that of the nearest core. Clusters are numbered by group, then from south to north and west to east
    /// by their first cell. Source: Ester, Kriegel, Sander and Xu, "A density-based algorithm for discovering
    /// clusters", 1996; the cells are those of Gunawan, "A faster algorithm for DBSCAN", 2013.
    /// - Parameters:
    ///   - jobs: The threads to use, at least 1.
    ///   - isBefore: Whether one point goes before another where cores of two clusters are equally near; a stable
    ///     order such as that of the ids, or the answer depends on the order of the points there.
    package static func byDensity(
        _ points: ClusterPoints, jobs: Int, isBefore: @escaping @Sendable (Int, Int) -> Bool
    ) -> Clustering {
        let grid = ClusterGrid(points, jobs: jobs)
        let cores = CoreFinder(grid, rules: points.rules, jobs: jobs)
        cores.run(jobs: jobs)
        let joiner = CellJoiner(grid, rules: points.rules, cores: cores, jobs: jobs)
        let borders = BorderFinder(grid: grid, cores: cores, joiner: joiner, isBefore: isBefore)
        let members = ClusterMembers(count: points.positions.count, jobs: jobs)
        _ = mapSlices(count: grid.strips.count, sliceLength: 1, jobs: jobs, makeWorker: { () }) { _, slice in
            let strip = grid.strips[slice.lowerBound]
            members.fill(strip, borders, radius: points.rules[strip.group].radius)
        }
        return Clustering(
            labels: members.labels.array(jobs: jobs), memberships: members.memberships.array(jobs: jobs),
            groups: joiner.groups)
    }
}

/// Labels and memberships in the order of the input.
private struct ClusterMembers: Sendable {
    let labels: SharedColumn<Int32>
    let memberships: SharedColumn<Clustering.Membership>

    init(count: Int, jobs: Int) {
        labels = SharedColumn(repeating: Clustering.noise, count: count, jobs: jobs)
        memberships = SharedColumn(repeating: .noise, count: count, jobs: jobs)
    }

    func fill(_ strip: ClusterGrid.Strip, _ borders: BorderFinder, radius: Double) {
        let grid = borders.grid
        var window = CellWindow(grid, strip)
        for cell in strip.cells where !borders.cores.isLonely[cell] {
            var hasMoved = false
            for point in grid.points(cell) {
                if borders.cores.isCore[point] {
                    set(grid, point, borders.joiner.labels[cell], .core)
                    continue
                }
                if !hasMoved {
                    window.move(to: cell)
                    hasMoved = true
                }
                if let nearest = borders.nearestCore(to: point, window, radius: radius) {
                    set(grid, point, nearest.label, .border)
                }
            }
        }
    }

    @inline(__always)
    private func set(_ grid: ClusterGrid, _ point: Int, _ label: Int32, _ membership: Clustering.Membership) {
        let index = Int(grid.indices[point])
        labels[index] = label
        memberships[index] = membership
    }
}
