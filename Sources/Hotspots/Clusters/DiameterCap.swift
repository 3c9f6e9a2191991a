import Geometry

extension Clustering {
    /// Splits clusters whose points lie farther apart than a cap, such as chains along a street.
    ///
    /// A cluster is cut across its longest extent, at the widest gap in the middle half of it, until each part is
    /// small enough; where two gaps are equally wide, at the one nearer the middle. Parts with fewer points than the
    /// group's minimum become noise; a cut that leaves none is preferred. The order of the points changes nothing.
    /// - Parameter greatestDiameter: Metres, at least the radius of each rule.
    /// - Throws: ``ClusterError/greatestDiameter(_:nearest:)``.
    package mutating func split(_ points: ClusterPoints, greatestDiameter cap: Double) throws(ClusterError) {
        let widest = points.rules.map(\.radius).max() ?? 0
        guard cap >= widest else { throw .greatestDiameter(cap, nearest: widest) }
        let rows = ClusterRows(self, jobs: 1)
        var splitGroups: [Int32] = []
        for cluster in 0..<rows.count {
            let minimum = points.rules[Int(groups[cluster])].minimum
            let own = rows[cluster].map { (row: Int($0), position: points.positions[Int($0)]) }
            for part in ClusterParts(cap: cap, minimum: minimum).parts(of: own) {
                let isCluster = part.count >= minimum
                for (row, _) in part {
                    labels[row] = isCluster ? Int32(splitGroups.count) : Self.noise
                    if !isCluster { memberships[row] = .noise }
                }
                if isCluster { splitGroups.append(groups[cluster]) }
            }
        }
        groups = splitGroups
    }
}

/// Cuts a cluster into parts that are small enough.
private struct ClusterParts {
    typealias Member = (row: Int, position: ProjectedPoint)

    let cap: Double
    let minimum: Int

    func parts(of members: [Member]) -> [[Member]] {
        guard let spread = PointSpread(members.map(\.position)), spread.diameter > cap else {
            return [members]
        }
        let along = members.map { (member: $0, place: place(of: $0.position, along: spread)) }
            .sorted {
                ($0.place, $0.member.position.y, $0.member.position.x) < (
                    $1.place, $1.member.position.y, $1.member.position.x
                )
            }
        let cut = bestCut(along.map(\.place), length: spread.diameter)
        return parts(of: along[..<cut].map(\.member)) + parts(of: along[cut...].map(\.member))
    }

    /// Returns how far along the longest extent a position is, metres.
    private func place(of position: ProjectedPoint, along spread: PointSpread) -> Double {
        let (start, end) = spread.ends
        let (dx, dy) = ((end.x - start.x) / spread.diameter, (end.y - start.y) / spread.diameter)
        return (position.x - start.x) * dx + (position.y - start.y) * dy
    }

    /// Returns the first member after the cut.
    private func bestCut(_ places: [Double], length: Double) -> Int {
        var best = (rank: (0, 0, 0.0, 0.0), cut: places.count / 2)
        for cut in 1..<places.count where places[cut] > places[cut - 1] {
            let middle = (places[cut] + places[cut - 1]) / 2
            let leavesClusters = min(cut, places.count - cut) >= minimum
            let isCentral = abs(middle - length / 2) <= length / 4
            let rank = (
                isCentral ? 1 : 0, leavesClusters ? 1 : 0, places[cut] - places[cut - 1],
                -abs(middle - length / 2)
            )
            if best.rank.2 == 0 || rank > best.rank { best = (rank, cut) }
        }
        return best.cut
    }
}
