import Geometry
import WorkSharing

/// The groups cut into strips of neighbouring rows with about as many points each: the unit of parallel work.
///
/// The answer does not depend on where the cuts are, so they follow a sample of the points.
struct Strips {
    /// The points that a strip aims at: what a core's cache holds.
    static let points = 16_384

    /// The groups, in order.
    let groups: [Group]
    /// For each group, and one after the other, the rows at which its second and later strips begin.
    private let cuts: [UInt64]
    /// For each group, and one after the other, how many of all cuts come before each of its buckets of rows.
    private let cutsBefore: [Int]
    let count: Int

    struct Group: Sendable {
        var scale: CellScale
        var strips: Range<Int>
        /// How many of all cuts come before this group's.
        fileprivate var firstCut: Int
        fileprivate var buckets: RowBuckets
        /// Where the first bucket is in `cutsBefore`.
        fileprivate var firstBucket: Int
    }

    init(_ points: ClusterPoints, jobs: Int) {
        let extents = GroupExtent.all(of: points, jobs: jobs)
        let scales = zip(extents, points.rules).map { CellScale(extent: $0, radius: $1.radius) }
        var groups: [Group] = []
        var cuts: [UInt64] = []
        var cutsBefore: [Int] = []
        var strips = 0
        for (scale, own) in zip(scales, Self.cuts(points, extents, scales)) {
            let buckets = RowBuckets(own)
            groups.append(
                Group(
                    scale: scale, strips: strips..<strips + own.count + 1, firstCut: cuts.count,
                    buckets: buckets, firstBucket: cutsBefore.count))
            cutsBefore += buckets.counts(own).map { cuts.count + $0 }
            cuts += own
            strips += own.count + 1
        }
        self.groups = groups
        self.cuts = cuts
        self.cutsBefore = cutsBefore
        count = strips
    }

    /// Returns the strip of a point of a group.
    @inline(__always)
    func strip(group: Int, y: Double) -> Int {
        let group = groups[group]
        let row = group.scale.row(y)
        let bucket = group.firstBucket + group.buckets.bucket(row)
        var low = cutsBefore[bucket]
        var high = cutsBefore[bucket + 1]
        while low < high {
            let middle = (low + high) >> 1
            if cuts[middle] <= row { low = middle + 1 } else { high = middle }
        }
        return group.strips.lowerBound + low - group.firstCut
    }

    private static func cuts(
        _ points: ClusterPoints, _ extents: [GroupExtent], _ scales: [CellScale]
    ) -> [[UInt64]] {
        var samples = [[UInt64]](repeating: [], count: extents.count)
        for index in stride(from: 0, to: points.positions.count, by: 61) {
            guard let group = points.group(at: index), extents[group].count > Self.points else { continue }
            samples[group].append(scales[group].row(points.positions[index].y))
        }
        return zip(samples, extents).map { sample, extent in
            quantiles(sample.sorted(), parts: (extent.count + Self.points - 1) / Self.points)
        }
    }

    /// Returns at most `parts - 1` different values that cut the sorted ones into equal parts.
    private static func quantiles(_ sorted: [UInt64], parts: Int) -> [UInt64] {
        guard let lowest = sorted.first, parts > 1 else { return [] }
        var cuts: [UInt64] = []
        for part in 1..<parts {
            let value = sorted[sorted.count * part / parts]
            if value > cuts.last ?? lowest { cuts.append(value) }
        }
        return cuts
    }
}

/// Rows put together in buckets so fine that few have a cut inside: a point's strip is then read off, where to search
/// among all cuts would cost a wrongly foreseen branch at every other step.
private struct RowBuckets {
    private let first: UInt64
    private let shift: UInt64
    private let count: Int

    private static let greatestCount = 4096 as UInt64

    init(_ cuts: [UInt64]) {
        first = cuts.first ?? 0
        let rows = (cuts.last ?? 0) - first + 1
        shift = UInt64(
            max(0, (rows / Self.greatestCount).bitWidth - (rows / Self.greatestCount).leadingZeroBitCount))
        // One before the first cut and one from the last on.
        count = Int(rows >> shift) + 2
    }

    @inline(__always)
    func bucket(_ row: UInt64) -> Int {
        row < first ? 0 : min(Int((row - first) >> shift) + 1, count - 1)
    }

    /// Returns how many cuts come before each bucket, and the number of all.
    func counts(_ cuts: [UInt64]) -> [Int] {
        var counts = [Int](repeating: 0, count: count + 1)
        for cut in cuts { counts[bucket(cut) + 1] += 1 }
        for bucket in 0..<count { counts[bucket + 1] += counts[bucket] }
        return counts
    }
}
