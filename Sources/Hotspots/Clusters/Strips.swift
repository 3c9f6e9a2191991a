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
    let count: Int

    struct Group: Sendable {
        var scale: CellScale
        var strips: Range<Int>
        fileprivate var cuts: Range<Int>
    }

    init(_ points: ClusterPoints, jobs: Int) {
        let extents = GroupExtent.all(of: points, jobs: jobs)
        let scales = zip(extents, points.rules).map { CellScale(extent: $0, radius: $1.radius) }
        var groups: [Group] = []
        var cuts: [UInt64] = []
        var strips = 0
        for (scale, own) in zip(scales, Self.cuts(points, extents, scales)) {
            groups.append(
                Group(
                    scale: scale, strips: strips..<strips + own.count + 1,
                    cuts: cuts.count..<cuts.count + own.count))
            cuts += own
            strips += own.count + 1
        }
        self.groups = groups
        self.cuts = cuts
        count = strips
    }

    /// Returns the strip of a point of a group.
    @inline(__always)
    func strip(group: Int, y: Double) -> Int {
        let group = groups[group]
        var low = group.cuts.lowerBound
        var high = group.cuts.upperBound
        guard low < high else { return group.strips.lowerBound }
        let row = group.scale.row(y)
        while low < high {
            let middle = (low + high) >> 1
            if cuts[middle] <= row { low = middle + 1 } else { high = middle }
        }
        return group.strips.lowerBound + low - group.cuts.lowerBound
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
