package import Geometry

/// The borders of an edition's areas in metres, for distances.
///
/// The segments of each ring stand in the ring's own order, so neighbours in the list are neighbours on the ground:
/// boxes around each run of 8 segments, around each run of 8 boxes and so on make a tree without any sorting.
package struct BorderIndex: Sendable {
    private let trees: [SegmentTree]
    private let boxes: [Box<ProjectedPoint>]

    /// - Parameter shapes: The areas, projected, with long edges densified beforehand so that an edge that is
    ///   straight in the areas' own reference system stays where it is.
    package init(_ shapes: [MultiPolygon<ProjectedPoint>]) {
        trees = shapes.map(SegmentTree.init)
        boxes = trees.map(\.box)
    }

    /// Returns the distance from a point to an area's border, metres.
    package func distance(from point: ProjectedPoint, toBorderOf area: Int) -> Double {
        trees[area].squaredDistance(from: point, within: .infinity).squareRoot()
    }

    /// Returns the distance from a point to the nearest border of any area and that area, metres.
    ///
    /// - Parameter first: An area that likely holds the nearest border, such as the one the point lies in: trying it
    ///   first spares most of the others. −1 for none.
    package func nearestBorder(to point: ProjectedPoint, first: Int = -1) -> (area: Int, distance: Double) {
        var best = Double.infinity
        var nearest = -1
        if first >= 0 {
            best = trees[first].squaredDistance(from: point, within: best)
            nearest = first
        }
        for area in trees.indices where area != first && boxes[area].squaredDistance(to: point) < best {
            let distance = trees[area].squaredDistance(from: point, within: best)
            if distance < best { (best, nearest) = (distance, area) }
        }
        return (nearest, best.squareRoot())
    }

    /// Returns whether a border lies within a distance of a point, metres.
    package func hasBorder(within distance: Double, of point: ProjectedPoint, first: Int = -1) -> Bool {
        let limit = (distance * distance).nextUp
        if first >= 0, trees[first].squaredDistance(from: point, within: limit) < limit { return true }
        return trees.indices.contains {
            $0 != first && boxes[$0].squaredDistance(to: point) < limit
                && trees[$0].squaredDistance(from: point, within: limit) < limit
        }
    }
}

extension Box<ProjectedPoint> {
    @inline(__always)
    func squaredDistance(to point: ProjectedPoint) -> Double {
        let dx = max(minX - point.x, 0, point.x - maxX)
        let dy = max(minY - point.y, 0, point.y - maxY)
        return dx * dx + dy * dy
    }
}
