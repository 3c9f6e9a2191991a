package import Chronology
import WorkSharing

/// The histories of all clusters, and each row's part in them.
package struct ClusterHistories: Sendable {
    /// In the order of the clusters' labels.
    package let histories: [ClusterHistory]
    /// For each row its episode, counted from 1; 0 for a row in none.
    package let episodes: [Int32]
    /// For each row its role; without meaning for a row in no cluster.
    package let roles: [Timeline.Role]

    /// Works out the histories.
    ///
    /// - Parameters:
    ///   - rules: One for each group of the clustering.
    ///   - span: The first and the last moment of the data.
    ///   - isBefore: Whether one row goes before another that was opened at the same moment.
    package init(
        _ clustering: Clustering, _ rows: ClusterRows, reports columns: ReportColumns, rules: [EpisodeRule],
        span: ClosedRange<Timestamp>, jobs: Int, isBefore: @escaping @Sendable (Int, Int) -> Bool
    ) {
        let count = clustering.labels.count
        let episodes = SharedColumn<Int32>(repeating: 0, count: count, jobs: jobs)
        let roles = SharedColumn<Timeline.Role>(repeating: .undated, count: count, jobs: jobs)
        histories = filledArray(
            count: rows.count, sliceLength: 256, jobs: jobs,
            makeWorker: { OrderedReports(columns, isBefore: isBefore) },
            fill: { ordered, labels, histories in
                for label in labels {
                    let rule = rules[Int(clustering.groups[label])]
                    ordered.gather(rows[label])
                    let (ownRows, reports) = (ordered.rows, ordered.reports)
                    let timeline = Timeline(reports, rule: rule)
                    for entry in timeline.entries {
                        let row = Int(ownRows[entry.report])
                        episodes[row] = Int32(entry.episode)
                        roles[row] = entry.role
                    }
                    histories[label] = ClusterHistory(timeline, of: reports, span: span)
                }
            })
        self.episodes = episodes.array(jobs: jobs)
        self.roles = roles.array(jobs: jobs)
    }
}
