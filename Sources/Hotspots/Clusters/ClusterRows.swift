/// The points of each cluster, without an array for each.
package struct ClusterRows: Sendable {
    private let starts: [Int]
    private let rows: [Int32]

    package init(_ clustering: Clustering) {
        var starts = [Int](repeating: 0, count: clustering.clusterCount + 1)
        for label in clustering.labels where label >= 0 { starts[Int(label) + 1] += 1 }
        for cluster in 0..<clustering.clusterCount { starts[cluster + 1] += starts[cluster] }
        var next = starts
        var rows = [Int32](repeating: 0, count: starts[clustering.clusterCount])
        for (row, label) in clustering.labels.enumerated() where label >= 0 {
            rows[next[Int(label)]] = Int32(row)
            next[Int(label)] += 1
        }
        self.starts = starts
        self.rows = rows
    }

    package var count: Int { starts.count - 1 }

    /// Returns a cluster's points, in the order of the input.
    package subscript(cluster: Int) -> ArraySlice<Int32> { rows[starts[cluster]..<starts[cluster + 1]] }
}
