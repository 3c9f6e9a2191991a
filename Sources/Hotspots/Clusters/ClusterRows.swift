import WorkSharing

/// The points of each cluster, without an array for each.
package struct ClusterRows: Sendable {
    private let starts: [Int]
    private let rows: [Int32]

    package init(_ clustering: Clustering, jobs: Int) {
        let labels = clustering.labels
        let clusterCount = clustering.clusterCount
        // One slice a thread and no more than a few, since each keeps a count of every cluster.
        let slices = min(jobs, 8)
        let sliceLength = max(1, (labels.count + slices - 1) / slices)
        let counts = mapSlices(count: labels.count, sliceLength: sliceLength, jobs: jobs, makeWorker: {}) {
            _, range in
            var counts = [Int](repeating: 0, count: clusterCount)
            for label in labels[range] where label >= 0 { counts[Int(label)] += 1 }
            return counts
        }
        var starts: [Int] = []
        starts.reserveCapacity(clusterCount + 1)
        var offsets = counts
        var total = 0
        for cluster in 0..<clusterCount {
            starts.append(total)
            for slice in counts.indices {
                offsets[slice][cluster] = total
                total += counts[slice][cluster]
            }
        }
        starts.append(total)
        let rows = SharedColumn<Int32>(unwritten: total)
        _ = mapSlices(count: labels.count, sliceLength: sliceLength, jobs: jobs, makeWorker: {}) {
            [offsets] _, range in
            var next = offsets[range.lowerBound / sliceLength]
            for row in range where labels[row] >= 0 {
                rows[next[Int(labels[row])]] = Int32(row)
                next[Int(labels[row])] += 1
            }
        }
        self.starts = starts
        self.rows = rows.array(jobs: jobs)
    }

    package var count: Int { starts.count - 1 }

    /// Returns a cluster's points, in the order of the input.
    package subscript(cluster: Int) -> ArraySlice<Int32> { rows[starts[cluster]..<starts[cluster + 1]] }
}
