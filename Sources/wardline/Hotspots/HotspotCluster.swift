import Hotspots

/// One cluster with its history.
struct HotspotCluster: Sendable {
    /// The cluster's place among all by the usual rank, from 1: what it is called by.
    var number = 0
    /// The label that the clustering gave it.
    let label: Int
    let group: Int
    let history: ClusterHistory
}

extension HotspotSettings.Rank {
    /// Returns the clusters from the worst on. Equally bad ones keep the clustering's order, which does not depend on
    /// that of the rows.
    func worstFirst(_ clusters: [HotspotCluster]) -> [HotspotCluster] {
        // Keys are sorted, not whole clusters, which are ten times as large.
        clusters.enumerated().map { place, cluster in
            (measures: measures(of: cluster.history), label: cluster.label, place: place)
        }.sorted { one, other in
            one.measures == other.measures ? one.label < other.label : one.measures > other.measures
        }.map { clusters[$0.place] }
    }

    private typealias Measures = (Double, Double, Double, Double, Double)

    private func measures(of history: ClusterHistory) -> Measures {
        let (episodes, recurrences) = (Double(history.episodes), Double(history.recurrences))
        let (reports, days) = (Double(history.reports), history.daysOpen)
        switch self {
        case .episodes: return (episodes, episodes, recurrences, reports, days)
        case .reports: return (reports, episodes, recurrences, reports, days)
        case .recurrences: return (recurrences, episodes, recurrences, reports, days)
        case .daysOpen: return (days, episodes, recurrences, reports, days)
        }
    }
}
