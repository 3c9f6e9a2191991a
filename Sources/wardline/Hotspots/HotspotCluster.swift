import Geometry
import Hotspots

/// One cluster with its history.
struct HotspotCluster: Sendable {
    /// The cluster's place among all by the usual rank, from 1: what it is called by.
    var number = 0
    /// The label that the clustering gave it.
    let label: Int
    let group: Int
    /// In order of opening.
    let rows: [Int32]
    let timeline: Timeline
    let history: ClusterHistory
    let spread: PointSpread

    /// Returns whether the cluster is worse than another. Equally bad ones keep the clustering's order, which does
    /// not depend on that of the rows.
    func isWorse(than other: HotspotCluster, by rank: HotspotSettings.Rank) -> Bool {
        let (own, others) = (measures(by: rank), other.measures(by: rank))
        return own.elementsEqual(others) ? label < other.label : others.lexicographicallyPrecedes(own)
    }

    private func measures(by rank: HotspotSettings.Rank) -> [Double] {
        let usual = [
            Double(history.episodes), Double(history.recurrences), Double(history.reports), history.daysOpen,
        ]
        switch rank {
        case .episodes: return usual
        case .reports: return [Double(history.reports)] + usual
        case .recurrences: return [Double(history.recurrences)] + usual
        case .daysOpen: return [history.daysOpen] + usual
        }
    }
}
