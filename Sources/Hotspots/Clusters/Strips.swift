import Geometry
import WorkSharing

/// The groups cut into strips of neighbouring rows with about as many points each: the unit of parallel work.
///
/// The answer does not depend on where the cuts are, so they follow a sample of the points.
struct Strips {
    /// The points that a strip aims at: what a core's cache holds.
    static let points = 16_384

    let scales: [CellScale?]
    /// The first strip of each group, and the number of all strips at the end.
    let firstStrips: [Int]
    /// For each group the rows at which its second and later strips begin.
    private let cuts: [[UInt64]]

    var count: Int { firstStrips[firstStrips.count - 1] }

    init(_ points: ClusterPoints, jobs: Int) {
        let extents = GroupExtent.all(of: points, jobs: jobs)
        scales = zip(extents, points.rules).map { extent, rule in
            extent.box.map { CellScale(box: $0, radius: rule.radius) }
        }
        cuts = Self.cuts(points, extents, scales)
        var first = [0]
        for cut in cuts { first.append(first[first.count - 1] + cut.count + 1) }
        firstStrips = first
    }

    /// Returns the strip of a point of a group.
    @inline(__always)
    func strip(group: Int, y: Double) -> Int {
        guard let scale = scales[group], !cuts[group].isEmpty else { return firstStrips[group] }
        let row = scale.row(y)
        return cuts[group].withUnsafeBufferPointer { cuts in
            var low = 0
            var high = cuts.count
            while low < high {
                let middle = (low + high) >> 1
                if cuts[middle] <= row { low = middle + 1 } else { high = middle }
            }
            return firstStrips[group] + low
        }
    }

    private static func cuts(
        _ points: ClusterPoints, _ extents: [GroupExtent], _ scales: [CellScale?]
    ) -> [[UInt64]] {
        var samples = [[UInt64]](repeating: [], count: extents.count)
        for index in stride(from: 0, to: points.positions.count, by: 61) {
            guard let group = points.group(at: index), extents[group].count > Self.points,
                let scale = scales[group]
            else { continue }
            samples[group].append(scale.row(points.positions[index].y))
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

/// How many points a group has and where they are.
struct GroupExtent: Sendable {
    var box: Box<ProjectedPoint>?
    var count = 0

    static func all(of points: ClusterPoints, jobs: Int) -> [GroupExtent] {
        let slices = mapSlices(
            count: points.positions.count, sliceLength: 65_536, jobs: jobs, makeWorker: { () }
        ) { _, range in
            var extents = [GroupExtent](repeating: GroupExtent(), count: points.rules.count)
            for index in range {
                guard let group = points.group(at: index) else { continue }
                extents[group].add(points.positions[index])
            }
            return extents
        }
        return slices.reduce(into: [GroupExtent](repeating: GroupExtent(), count: points.rules.count)) {
            for (group, extent) in $1.enumerated() { $0[group].add(extent) }
        }
    }

    @inline(__always)
    private mutating func add(_ position: ProjectedPoint) {
        count += 1
        if box?.extend(to: position) == nil {
            box = Box(minX: position.x, minY: position.y, maxX: position.x, maxY: position.y)
        }
    }

    private mutating func add(_ other: GroupExtent) {
        guard let otherBox = other.box else { return }
        count += other.count
        if box?.formUnion(otherBox) == nil { box = otherBox }
    }
}
