import Geometry
import WorkSharing

/// The points of each strip, side by side.
struct StripPartition {
    /// A point with its index in the input.
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
        let stripOfPoint = SharedColumn<Int32>(unwritten: points.positions.count)
        let counts = Self.counts(points, strips, stripOfPoint, jobs: jobs)
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
        entries = SharedColumn(unwritten: total)
        scatter(points, stripOfPoint, offsets, jobs: jobs)
    }

    /// Notes the strip of each point, −1 for one that is left out.
    /// - Returns: For each slice, how many of its points are in each strip.
    private static func counts(
        _ points: ClusterPoints, _ strips: Strips, _ stripOfPoint: SharedColumn<Int32>, jobs: Int
    ) -> [[Int]] {
        mapSlices(
            count: points.positions.count, sliceLength: sliceLength, jobs: jobs, makeWorker: { () }
        ) { _, range in
            var counts = [Int](repeating: 0, count: strips.count)
            for index in range {
                guard let group = points.group(at: index) else {
                    stripOfPoint[index] = -1
                    continue
                }
                let strip = strips.strip(group: group, y: points.positions[index].y)
                stripOfPoint[index] = Int32(strip)
                counts[strip] += 1
            }
            return counts
        }
    }

    private func scatter(
        _ points: ClusterPoints, _ stripOfPoint: SharedColumn<Int32>, _ offsets: [[Int]], jobs: Int
    ) {
        let entries = entries
        _ = mapSlices(
            count: points.positions.count, sliceLength: Self.sliceLength, jobs: jobs, makeWorker: { () }
        ) { _, range in
            var next = offsets[range.lowerBound / Self.sliceLength]
            for index in range where stripOfPoint[index] >= 0 {
                let position = points.positions[index]
                let strip = Int(stripOfPoint[index])
                entries[next[strip]] = Entry(x: position.x, y: position.y, index: Int32(index))
                next[strip] += 1
            }
        }
    }
}
