package import Geometry

/// The borders of an edition's areas in metres, for distances.
package struct BorderIndex: Sendable {
    /// The segments of all areas, one area after the other.
    private let segments: FixedBuffer<BorderSegment>
    /// For each segment the area whose border it is.
    private let owners: FixedBuffer<Int32>
    private let trees: FixedBuffer<SegmentTree>
    /// The rows of all trees.
    private let rows: FixedBuffer<BoxRow>
    /// The boxes of the areas, eight by eight.
    private let areaBoxes: FixedBuffer<BoxRow>

    /// - Parameter shapes: The areas, projected, with long edges densified beforehand so that an edge that is
    ///   straight in the areas' own reference system stays where it is.
    package init(_ shapes: [MultiPolygon<ProjectedPoint>]) {
        var segments: [BorderSegment] = []
        var owners: [Int32] = []
        var trees: [SegmentTree] = []
        var rows: [BoxRow] = []
        for (area, shape) in shapes.enumerated() {
            let first = segments.count
            shape.forEachSegment { segments.append(BorderSegment(from: $0, to: $1)) }
            owners += repeatElement(Int32(area), count: segments.count - first)
            trees.append(SegmentTree(over: first..<segments.count, of: segments, appendingTo: &rows))
        }
        self.segments = FixedBuffer(segments)
        self.owners = FixedBuffer(owners)
        self.trees = FixedBuffer(trees)
        self.rows = FixedBuffer(rows)
        // An empty area is infinitely far away.
        let nowhere = BoxRow().union
        areaBoxes = FixedBuffer(BoxRow.rows(of: shapes.map { $0.box ?? nowhere }))
    }

    @inline(__always)
    private func squaredDistance(from point: ProjectedPoint, to area: Int, within limit: Double) -> Double {
        trees[area].squaredDistance(
            from: point, within: limit, rows: rows.elements, segments: segments.elements)
    }

    /// Calls a closure with each area whose box is at most as far as a limit, which the closure may lower.
    @inline(__always)
    private func forEachArea(
        near point: ProjectedPoint, limit: inout Double, _ body: (Int, inout Double) -> Void
    ) {
        for row in areaBoxes.elements.indices {
            let distances = areaBoxes[row].squaredDistances(to: point)
            guard any(distances .<= limit) else { continue }
            for place in 0..<BoxRow.count where distances[place] <= limit && distances[place] < .infinity {
                body(row * BoxRow.count + place, &limit)
            }
        }
    }

    /// The area whose box is nearest to a point, or −1 where there is none.
    private func nearestBox(to point: ProjectedPoint) -> Int {
        var nearest = (area: -1, distance: Double.infinity)
        for row in areaBoxes.elements.indices {
            let distances = areaBoxes[row].squaredDistances(to: point)
            guard any(distances .< nearest.distance) else { continue }
            for place in 0..<BoxRow.count where distances[place] < nearest.distance {
                nearest = (row * BoxRow.count + place, distances[place])
            }
        }
        return nearest.area
    }

    /// Returns the distance from a point to an area's border, metres.
    package func distance(from point: ProjectedPoint, toBorderOf area: Int) -> Double {
        squaredDistance(from: point, to: area, within: .infinity).squareRoot()
    }

    /// Returns the distance from a point to the nearest border of any area and the lowest area that it belongs to, metres.
    ///
    /// - Parameters:
    ///   - first: An area that likely holds the nearest border, such as the one the point lies in: trying it first
    ///     spares most of the others. −1 for none.
    ///   - candidates: Segments known to be near.
    func nearestBorder(
        to point: ProjectedPoint, first: Int = -1, candidates: UnsafeBufferPointer<UInt32>
    ) -> (area: Int, distance: Double) {
        var best = Double.infinity
        var nearest = -1
        for segment in candidates {
            let distance = segments[Int(segment)].squaredDistance(to: point)
            if distance < best { (best, nearest) = (distance, Int(owners[Int(segment)])) }
        }
        func tryArea(_ area: Int, _ best: inout Double) {
            // One step more, so that an equally near area with a lower code is noticed.
            let distance = squaredDistance(from: point, to: area, within: best.nextUp)
            if distance < best || (distance == best && area < nearest) { (best, nearest) = (distance, area) }
        }
        let first = first >= 0 ? first : nearestBox(to: point)
        if first >= 0 { tryArea(first, &best) }
        forEachArea(near: point, limit: &best) { area, best in
            if area != first { tryArea(area, &best) }
        }
        return (nearest, best.squareRoot())
    }

    /// Returns whether a border lies within a distance of a point, metres.
    func hasBorder(within distance: Double, of point: ProjectedPoint) -> Bool {
        var limit = (distance * distance).nextUp
        var isNear = false
        forEachArea(near: point, limit: &limit) { area, limit in
            isNear = isNear || squaredDistance(from: point, to: area, within: limit) < limit
        }
        return isNear
    }

    /// Returns whether one of some segments lies within a distance of a point, metres.
    @inline(__always)
    func hasBorder(
        within distance: Double, of point: ProjectedPoint, among candidates: UnsafeBufferPointer<UInt32>
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
