import Geometry
import WorkSharing

extension Clustering {
    /// Splits clusters whose points lie farther apart than a cap, such as chains along a street.
    ///
    /// A cluster is cut across its longest extent, at the widest gap in the middle half of it, until each part is
    /// small enough; where two gaps are equally wide, at the one nearer the middle. Parts with fewer points than the
    /// group's minimum become noise; a cut that leaves none is preferred. The order of the points changes nothing.
    /// - Parameter greatestDiameter: Metres, at least the radius of each rule.
    /// - Returns: How many clusters were cut.
    /// - Throws: ``ClusterError/greatestDiameter(_:nearest:)``.
    @discardableResult
    package mutating func split(
        _ points: ClusterPoints, greatestDiameter cap: Double, jobs: Int = 1
    ) throws(ClusterError) -> Int {
        let widest = points.rules.map(\.radius).max() ?? 0
        guard cap >= widest else { throw .greatestDiameter(cap, nearest: widest) }
        return split(points, caps: points.rules.map { _ in cap }, jobs: jobs)
    }

    /// Splits clusters wider than so many of their rule's radii: see ``split(_:greatestDiameter:jobs:)``.
    ///
    /// - Returns: How many clusters were cut.
    package mutating func splitChains(_ points: ClusterPoints, radii: Double, jobs: Int) -> Int {
        split(points, caps: points.rules.map { radii * $0.radius }, jobs: jobs)
    }

    private mutating func split(_ points: ClusterPoints, caps: [Double], jobs: Int) -> Int {
        let rows = ClusterRows(self, jobs: jobs)
        let groups = groups
        let cuts = mapSlices(count: rows.count, sliceLength: 256, jobs: jobs, makeWorker: {}) {
            _, clusters -> [[[Int32]]?] in
            clusters.map { cluster in
                let group = Int(groups[cluster])
                return ClusterParts(cap: caps[group], minimum: points.rules[group].minimum)
                    .partsIfWide(rows[cluster], points.positions)
            }
        }.flatMap(\.self)
        guard cuts.contains(where: { $0 != nil }) else { return 0 }
        var splitGroups: [Int32] = []
        for (cluster, parts) in cuts.enumerated() {
            guard let parts else {
                relabel(rows[cluster], as: Int32(splitGroups.count))
                splitGroups.append(groups[cluster])
                continue
            }
            for part in parts {
                let isCluster = part.count >= points.rules[Int(groups[cluster])].minimum
                relabel(part[...], as: isCluster ? Int32(splitGroups.count) : Self.noise)
                if isCluster { splitGroups.append(groups[cluster]) }
            }
        }
        self.groups = splitGroups
        return cuts.count { $0 != nil }
    }

    private mutating func relabel(_ rows: ArraySlice<Int32>, as label: Int32) {
        for row in rows {
            labels[Int(row)] = label
            if label == Self.noise { memberships[Int(row)] = .noise }
        }
    }
}

/// Cuts a cluster into parts that are small enough.
private struct ClusterParts {
    typealias Member = (row: Int, position: ProjectedPoint)

    let cap: Double
    let minimum: Int

    /// Returns the rows of each part; `nil` for a cluster that is small enough, which most are seen to be at once.
    func partsIfWide(_ rows: ArraySlice<Int32>, _ positions: [ProjectedPoint]) -> [[Int32]]? {
        guard let box = Box(enclosing: rows.lazy.map { positions[Int($0)] }) else { return nil }
        let (width, height) = (box.maxX - box.minX, box.maxY - box.minY)
        guard width * width + height * height > cap * cap else { return nil }
        let parts = parts(of: rows.map { (row: Int($0), position: positions[Int($0)]) })
        return parts.count > 1 ? parts.map { $0.map { Int32($0.row) } } : nil
    }

    private func parts(of members: [Member]) -> [[Member]] {
        guard let spread = PointSpread(members.map(\.position)), spread.diameter > cap else {
            return [members]
        }
        let along = members.map { (member: $0, distance: distance(of: $0.position, along: spread)) }
            .sorted {
                ($0.distance, $0.member.position.y, $0.member.position.x) < (
                    $1.distance, $1.member.position.y, $1.member.position.x
                )
            }
        let cut = bestCut(along.map(\.distance), length: spread.diameter)
        return parts(of: along[..<cut].map(\.member)) + parts(of: along[cut...].map(\.member))
    }

    /// Returns how far along the longest extent a position is, metres.
    private func distance(of position: ProjectedPoint, along spread: PointSpread) -> Double {
        let (start, end) = spread.ends
        let (dx, dy) = ((end.x - start.x) / spread.diameter, (end.y - start.y) / spread.diameter)
        return (position.x - start.x) * dx + (position.y - start.y) * dy
    }

    /// Returns the first member after the cut.
    private func bestCut(_ distances: [Double], length: Double) -> Int {
        var best = (rank: (0, 0, 0.0, 0.0), cut: distances.count / 2)
        for cut in 1..<distances.count where distances[cut] > distances[cut - 1] {
            let middle = (distances[cut] + distances[cut - 1]) / 2
            let leavesClusters = min(cut, distances.count - cut) >= minimum
            let isCentral = abs(middle - length / 2) <= length / 4
            let rank = (
                isCentral ? 1 : 0, leavesClusters ? 1 : 0, distances[cut] - distances[cut - 1],
                -abs(middle - length / 2)
            )
            if best.rank.2 == 0 || rank > best.rank { best = (rank, cut) }
        }
        return best.cut
    }
}
