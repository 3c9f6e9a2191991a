extension LinearRing {
    /// The surface inside, in the square of the positions' unit; positive where the ring runs counter-clockwise.
    ///
    /// Measured from the first position, since the shoelace formula loses digits far from the origin.
    @inlinable package var signedArea: Double {
        guard let origin = positions.first else { return 0 }
        var sum = 0.0
        for (from, to) in zip(positions, positions.dropFirst()) {
            sum += (from.x - origin.x) * (to.y - origin.y) - (to.x - origin.x) * (from.y - origin.y)
        }
        return sum / 2
    }

    /// The way around, in the positions' unit.
    @inlinable package var length: Double {
        zip(positions, positions.dropFirst()).reduce(0) { sum, edge in
            let (dx, dy) = (edge.1.x - edge.0.x, edge.1.y - edge.0.y)
            return sum + (dx * dx + dy * dy).squareRoot()
        }
    }
}

extension Polygon {
    /// The surface, holes taken off.
    @inlinable package var area: Double {
        holes.reduce(exterior.signedArea.magnitude) { $0 - $1.signedArea.magnitude }
    }
}

extension MultiPolygon {
    /// The surface of all parts, which must not overlap.
    @inlinable package var area: Double { polygons.reduce(0) { $0 + $1.area } }
}
