import Geometry
import WorkSharing

/// The points of each strip, side by side.
struct StripPartition {
    /// A point with its place in the input.
    struct Entry: BitwiseCopyable {
        var x: Double
        var y: Double
        var index: Int32
    }

    let entries: SharedColumn<Entry>
    /// Where each strip begins, and the number of points at the end.
    let starts: [Int]

    private static let sliceLength = 32_768

    init(_ points: ClusterPoints, _ strips: Strips, jobs: Int) {
        let counts = Self.counts(points, strips, jobs: jobs)
        var starts: [Int] = []
        var offsets = counts
        var total = 0
        for strip in 0..<strips.count {
            starts.append(total)
            for slice in counts.indices {
                offsets[slice][strip] = total
                total += counts[slice][strip]
            }
        }
        starts.append(total)
        self.starts = starts
        entries = Self.scattered(points, strips, offsets, total: total, jobs: jobs)
    }

    private static func counts(_ points: ClusterPoints, _ strips: Strips, jobs: Int) -> [[Int]] {
        mapSlices(
            count: points.positions.count, sliceLength: sliceLength, jobs: jobs, makeWorker: { () }
        ) { _, range in
            var counts = [Int](repeating: 0, count: strips.count)
            for index in range {
                guard let group = points.group(at: index) else { continue }
                counts[strips.strip(group: group, y: points.positions[index].y)] += 1
            }
            return counts
        }
    }

    private static func scattered(
        _ points: ClusterPoints, _ strips: Strips, _ offsets: [[Int]], total: Int, jobs: Int
    ) -> SharedColumn<Entry> {
        let entries = SharedColumn<Entry>(unwritten: total)
        _ = mapSlices(
            count: points.positions.count, sliceLength: sliceLength, jobs: jobs, makeWorker: { () }
        ) { _, range in
            var next = offsets[range.lowerBound / sliceLength]
            for index in range {
                guard let group = points.group(at: index) else { continue }
                let position = points.positions[index]
                let strip = strips.strip(group: group, y: position.y)
                entries[next[strip]] = Entry(x: position.x, y: position.y, index: Int32(index))
                next[strip] += 1
            }
        }
        return entries
    }
}
