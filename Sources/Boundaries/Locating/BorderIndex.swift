package import Geometry
import GeometryEngine

/// The borders of an edition's areas in metres, for distances over the ground.
///
/// They are compared by straight lines in space, which order distances as ways over the ground do.
package struct BorderIndex: Sendable {
    /// The segments of all areas, one area after the other.
    private let segments: FixedBuffer<BorderSegment>
    /// For each segment the area whose border it is.
    private let owners: FixedBuffer<Ordinal<Area>>
    private let trees: FixedBuffer<SegmentTree>
    /// The rows of all trees.
    private let rows: FixedBuffer<BoxRow>
    /// The boxes of the areas, eight by eight.
    private let areaBoxes: FixedBuffer<BoxRow>

    /// A position on each area's border, by which long distances are set right; no number for an area without one.
    private let anchors: [Coordinate]

    /// Beyond this the mean sphere is not right within 1 in 10,000, metres.
    private static let longDistance = 1_000_000.0

    /// - Parameter outlines: The areas' rings, with long edges densified beforehand so that an edge that is straight in
    ///   the areas' own reference system stays where it is.
    init(_ outlines: [[[Coordinate]]]) {
        var segments: [BorderSegment] = []
        var owners: [Ordinal<Area>] = []
        var trees: [SegmentTree] = []
        var rows: [BoxRow] = []
        var boxes: [SpaceBox] = []
        for (area, rings) in outlines.enumerated() {
            let first = segments.count
            for ring in rings {
                var last: SpacePoint?
                for coordinate in ring {
                    let point = SpacePoint(coordinate)
                    if let last { segments.append(BorderSegment(from: last, to: point)) }
                    last = point
                }
            }
            owners += repeatElement(Ordinal(area), count: segments.count - first)
            trees.append(SegmentTree(over: first..<segments.count, of: segments, appendingTo: &rows))
            boxes.append(segments[first...].reduce(into: .nowhere) { $0.formUnion($1.box) })
        }
        self.segments = FixedBuffer(segments)
        self.owners = FixedBuffer(owners)
        self.trees = FixedBuffer(trees)
        self.rows = FixedBuffer(rows)
        areaBoxes = FixedBuffer(BoxRow.rows(of: boxes))
        anchors = outlines.map { $0.first?.first ?? Coordinate(longitude: .nan, latitude: .nan) }
    }

    @inline(__always)
    private func squaredDistance(from point: SpacePoint, to area: Ordinal<Area>, within limit: Double)
        -> Double
    {
        trees[area.index].squaredDistance(
            from: point, within: limit, rows: rows.elements, segments: segments.elements)
    }

    /// Calls a closure with each area whose box is at most as far as a limit, which the closure may lower.
    @inline(__always)
    private func forEachArea(
        near point: SpacePoint, limit: inout Double, _ body: (Ordinal<Area>, inout Double) -> Void
    ) {
        for row in areaBoxes.elements.indices {
            let distances = areaBoxes[row].squaredDistances(to: point)
            guard any(distances .<= limit) else { continue }
            for lane in 0..<BoxRow.count where distances[lane] <= limit && distances[lane] < .infinity {
                body(Ordinal(row * BoxRow.count + lane), &limit)
            }
        }
    }

    /// The area whose box is nearest to a point, `none` where there is none.
    private func nearestBox(to point: SpacePoint) -> Ordinal<Area> {
        var nearest = (area: -1, distance: Double.infinity)
        for row in areaBoxes.elements.indices {
            let distances = areaBoxes[row].squaredDistances(to: point)
            guard any(distances .< nearest.distance) else { continue }
            for lane in 0..<BoxRow.count where distances[lane] < nearest.distance {
                nearest = (row * BoxRow.count + lane, distances[lane])
            }
        }
        return Ordinal(nearest.area)
    }

    /// Returns the distance from a position to an area's border, metres; infinite for an area without one.
    package func distance(from position: Coordinate, toBorderOf area: Ordinal<Area>) -> Double {
        let chord = squaredDistance(from: SpacePoint(position), to: area, within: .infinity).squareRoot()
        return onGround(chord, from: position, to: area)
    }

    /// The way over the ground under a straight line to an area.
    ///
    /// Over long distances the difference between sphere and ellipsoid is that of a position beside.
    private func onGround(_ chord: Double, from position: Coordinate, to area: Ordinal<Area>) -> Double {
        let arc = SpacePoint.arc(ofChord: chord)
        guard arc > Self.longDistance, arc.isFinite, area.exists else { return arc }
        let anchor = anchors[area.index]
        let onSphere = SpacePoint(position).arc(to: SpacePoint(anchor))
        return arc + Geodesic.distance(from: position, to: anchor) - onSphere
    }

    /// Returns the distance from a position to the nearest border of any area and the lowest area that it belongs to, metres.
    ///
    /// - Parameters:
    ///   - first: An area that likely holds the nearest border, such as the one the point lies in: trying it first
    ///     spares most of the others.
    ///   - candidates: Segments known to be near.
    func nearestBorder(
        to position: Coordinate, first: Ordinal<Area> = .none, candidates: UnsafeBufferPointer<UInt32>
    ) -> (area: Ordinal<Area>, distance: Double) {
        let point = SpacePoint(position)
        var best = Double.infinity
        var nearest = Ordinal<Area>.none
        for segment in candidates {
            let distance = segments[Int(segment)].squaredDistance(to: point)
            if distance < best { (best, nearest) = (distance, owners[Int(segment)]) }
        }
        func tryArea(_ area: Ordinal<Area>, _ best: inout Double) {
            // One step more, so that an equally near area with a lower code is noticed.
            let distance = squaredDistance(from: point, to: area, within: best.nextUp)
            if distance < best || (distance == best && area < nearest) { (best, nearest) = (distance, area) }
        }
        let first = first.exists ? first : nearestBox(to: point)
        if first.exists { tryArea(first, &best) }
        forEachArea(near: point, limit: &best) { area, best in
            if area != first { tryArea(area, &best) }
        }
        return (nearest, onGround(best.squareRoot(), from: position, to: nearest))
    }

    /// Returns whether a border lies within a distance of a position, metres.
    package func hasBorder(within distance: Double, of position: Coordinate) -> Bool {
        hasBorder(within: distance, of: SpacePoint(position))
    }

    /// Returns whether a border lies within a distance of a point, metres.
    func hasBorder(within distance: Double, of point: SpacePoint) -> Bool {
        let chord = SpacePoint.chord(ofArc: distance)
        var limit = (chord * chord).nextUp
        var isNear = false
        forEachArea(near: point, limit: &limit) { area, limit in
            isNear = isNear || squaredDistance(from: point, to: area, within: limit) < limit
        }
        return isNear
    }

    /// Returns whether one of some segments lies within a distance of a point, metres.
    @inline(__always)
    func hasBorder(
        within distance: Double, of point: SpacePoint, among candidates: UnsafeBufferPointer<UInt32>
    ) -> Bool {
        let limit = (distance * distance).nextUp
        for segment in candidates where segments[Int(segment)].squaredDistance(to: point) < limit {
            return true
        }
        return false
    }
}

extension MultiPolygon {
    /// Calls a closure with the ends of each segment, ring by ring.
    @inline(__always)
    func forEachSegment(_ body: (Position, Position) -> Void) {
        for polygon in polygons {
            for ring in polygon.rings {
                for index in ring.positions.indices.dropLast() {
                    body(ring.positions[index], ring.positions[index + 1])
                }
            }
        }
    }
}
