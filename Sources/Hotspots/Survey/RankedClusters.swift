/// One cluster with its history.
package struct HotspotCluster: Sendable {
    /// The cluster's rank among all by the usual order, from 1: what it is called by.
    package let number: Int
    /// The label that the clustering gave it.
    package let label: Int
    package let group: Int
    package let history: ClusterHistory
}

/// A clustering's clusters, from the worst on. Equally bad ones keep the clustering's order, which does not depend on
/// that of the rows.
package struct RankedClusters: RandomAccessCollection, Sendable {
    /// The number of each label's cluster.
    package let numbers: [Int]
    private let labels: [Int]
    private let groups: [Int32]
    private let histories: [ClusterHistory]

    init(_ clustering: Clustering, _ histories: [ClusterHistory], by rank: HotspotSettings.Rank) {
        self.histories = histories
        groups = clustering.groups
        let usual = Self.labels(histories, by: .episodes)
        labels = rank == .episodes ? usual : Self.labels(histories, by: rank)
        var numbers = [Int](repeating: 0, count: usual.count)
        for (index, label) in usual.enumerated() { numbers[label] = index + 1 }
        self.numbers = numbers
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { labels.count }

    package subscript(index: Int) -> HotspotCluster {
        let label = labels[index]
        return HotspotCluster(
            number: numbers[label], label: label, group: Int(groups[label]), history: histories[label])
    }

    private static func labels(_ histories: [ClusterHistory], by rank: HotspotSettings.Rank) -> [Int] {
        // Short keys are sorted, not whole histories, which are ten times as large.
        histories.indices.map { (measure: rank.measure(of: histories[$0]), label: $0) }.sorted { one, other in
            guard one.measure == other.measure else { return one.measure > other.measure }
            let (first, second) = (histories[one.label].badness, histories[other.label].badness)
            return first == second ? one.label < other.label : first > second
        }.map(\.label)
    }
}

extension HotspotSettings.Rank {
    /// Returns what the worst has most of: two counts, the weightier in the upper half, or days, whose bits rise with
    /// them.
    fileprivate func measure(of history: ClusterHistory) -> UInt64 {
        func both(_ first: Int, _ second: Int) -> UInt64 { UInt64(first) << 32 | UInt64(second) }
        return switch self {
        case .episodes: both(history.episodes, history.recurrences)
        case .reports: both(history.reports, history.episodes)
        case .recurrences: both(history.recurrences, history.episodes)
        case .daysOpen: history.daysOpen.bitPattern
        }
    }
}

extension ClusterHistory {
    /// What tells clusters apart that have as much of what was asked for.
    fileprivate var badness: (Int, Int, Int, Double) { (episodes, recurrences, reports, daysOpen) }
}
