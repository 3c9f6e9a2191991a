import Statistics

/// Where most of a layer's areas are, whatever else it holds: an area at 0, 0, a mask of the world, one whose sign was
/// lost.
///
/// Medians do not move by a few that are wrong: the middle is that of the areas' centres, and the reach that of half of
/// them. What is more than ten times the reach away is far, unless another factor is asked for.
package struct HomeRegion<Position: PlanarPosition>: Sendable {
    /// Positions outside are far.
    package let bounds: Box<Position>
    /// The box around all areas that do not reach beyond the bounds.
    package let box: Box<Position>

    /// - Parameters:
    ///   - boxes: The areas, each as the box around most of it.
    ///   - slack: What is near in any case, in the positions' unit.
    ///   - factor: How many times the median reach still counts as near.
    package init?(_ boxes: [Box<Position>], slack: Double, factor: Double = 10) {
        guard !boxes.isEmpty else { return nil }
        let x = Self.interval(boxes.map { ($0.minX, $0.maxX) }, slack: slack, factor: factor)
        let y = Self.interval(boxes.map { ($0.minY, $0.maxY) }, slack: slack, factor: factor)
        let bounds = Box<Position>(minX: x.min, minY: y.min, maxX: x.max, maxY: y.max)
        self.bounds = bounds
        var home: Box<Position>?
        for box in boxes where bounds.contains(box) {
            if home == nil { home = box } else { home?.formUnion(box) }
        }
        box = home ?? bounds
    }

    package func isFar(_ position: Position) -> Bool { !bounds.contains(position) }

    private static func interval(
        _ sides: [(min: Double, max: Double)], slack: Double, factor: Double
    ) -> (min: Double, max: Double) {
        let middle = lowerMedian(sides.map { ($0.min + $0.max) / 2 }) ?? 0
        let reach = factor * (lowerMedian(sides.map { max($0.max - middle, middle - $0.min) }) ?? 0) + slack
        return (middle - reach, middle + reach)
    }
}

extension Box {
    /// Returns whether another box lies in this one, edges included.
    @inlinable public func contains(_ other: Box) -> Bool {
        other.minX >= minX && other.maxX <= maxX && other.minY >= minY && other.maxY <= maxY
    }
}
