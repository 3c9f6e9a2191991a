package import Chronology
package import City
package import Locating
package import ServiceRequests

extension HotspotSurvey {
    /// Puts the clusters of parts together, each of which has all requests of its categories: episodes, ranks and numbers are
    /// those of one survey of all.
    ///
    /// - Parameters:
    ///   - parts: In the order of the table.
    ///   - counts: How many rows each part has.
    ///   - table: The requests of the parts, with their ids.
    ///   - settings: What the parts were asked.
    /// - Throws: ``ServiceRequests/SumsError`` for a part that is damaged.
    package init(
        _ parts: [ClusterSums], counts: [Int], table: RequestTable, city: CityFile, clock: CityClock,
        settings: HotspotSettings, defaultPoints: [Placeholder], jobs: Int
    ) throws {
        let groups = try HotspotGroups(
            table.categories, settings: settings, city: city, source: table.intake.sourceName)
        let joined = try JoinedClusters(parts, counts: counts, groups: groups)
        let clustering = Clustering(labels: joined.labels, memberships: [], groups: joined.groups)
        self.init(
            SurveyedRows(
                table: table, clock: clock, groups: groups,
                selection: RowSelection(standings: joined.standings), defaultPoints: defaultPoints,
                clustering: clustering, rows: ClusterRows(clustering, jobs: jobs),
                chainsCut: parts.reduce(0) { $0 + $1.chainsCut }, catchAlls: CatchAlls(joined.catchAlls)),
            ground: .told(joined.places), settings: settings, privateCounts: nil, jobs: jobs)
    }
}

/// The clusters of parts, labelled as one clustering labels them: by group, and within one as its part did.
private struct JoinedClusters {
    private(set) var standings: [RowStanding] = []
    private(set) var labels: [Int32] = []
    private(set) var groups: [Int32] = []
    private(set) var places: [ToldPlace] = []
    /// By the label.
    private(set) var catchAlls: [Int: Int] = [:]

    init(_ parts: [ClusterSums], counts: [Int], groups known: HotspotGroups) throws(SumsError) {
        let numbers = Dictionary(known.groups.enumerated().map { ($1.name, $0) }) { first, _ in first }
        var found: [(group: Int, part: Int, label: Int)] = []
        for (part, sums) in parts.enumerated() {
            for (label, cluster) in sums.clusters.enumerated() {
                guard let group = numbers[cluster.category] else {
                    throw .damaged("a cluster is of a category that no request has")
                }
                found.append((group, part, label))
            }
        }
        found.sort { ($0.group, $0.part, $0.label) < ($1.group, $1.part, $1.label) }
        var newLabels = parts.map { [Int32](repeating: 0, count: $0.clusters.count) }
        for (label, cluster) in found.enumerated() {
            newLabels[cluster.part][cluster.label] = Int32(label)
            let told = parts[cluster.part].clusters[cluster.label]
            groups.append(Int32(cluster.group))
            places.append(try told.told)
            if let categories = told.catchAll { catchAlls[label] = categories }
        }
        for ((part, count), newLabels) in zip(zip(parts, counts), newLabels) {
            try append(part, count: count, newLabels)
        }
    }

    private mutating func append(
        _ part: ClusterSums, count: Int, _ newLabels: [Int32]
    ) throws(SumsError) {
        guard part.labels.numbers.count == count, part.standings.numbers.count == count,
            part.labels.numbers.allSatisfy({ (-1..<Int64(newLabels.count)).contains($0) })
        else { throw .damaged("clusters are incomplete") }
        for standing in part.standings.numbers {
            guard let standing = UInt8(exactly: standing).flatMap(RowStanding.init) else {
                throw .damaged("a request takes part in a way that is not known")
            }
            standings.append(standing)
        }
        labels += part.labels.numbers.map { $0 < 0 ? Clustering.noise : newLabels[Int($0)] }
    }
}
