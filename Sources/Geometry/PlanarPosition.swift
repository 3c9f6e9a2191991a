/// A pair of numbers on a plane, whose type says what they measure.
///
/// Shapes are generic over it, so that degrees and metres cannot be mixed by accident.
package protocol PlanarPosition: Hashable, Sendable {
    var x: Double { get }
    var y: Double { get }
    init(x: Double, y: Double)
}

/// A position on the ground in degrees (WGS 84), longitude first.
package struct Coordinate: PlanarPosition {
    /// Degrees east of Greenwich, −180…180.
    package var longitude: Double
    /// Degrees north of the equator, −90…90.
    package var latitude: Double

    @inlinable package init(longitude: Double, latitude: Double) {
        self.longitude = longitude
        self.latitude = latitude
    }

    @inlinable package init(x: Double, y: Double) { self.init(longitude: x, latitude: y) }
    @inlinable package var x: Double { longitude }
    @inlinable package var y: Double { latitude }
}

/// A position in metres on a local projection: distances between two of them are metres on the ground.
package struct ProjectedPoint: PlanarPosition {
    /// Metres east of the projection's centre.
    package var x: Double
    /// Metres north of the projection's centre.
    package var y: Double

    @inlinable package init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    /// Returns the distance to another point, metres.
    @inlinable package func distance(to other: ProjectedPoint) -> Double {
        let dx = x - other.x
        let dy = y - other.y
        return (dx * dx + dy * dy).squareRoot()
    }
}

/// A position as a file stores it: in the unit and axis order (east, north) of that file's own reference system,
/// which may be degrees, metres or feet.
package struct MapPoint: PlanarPosition {
    package var x: Double
    package var y: Double

    @inlinable package init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }
}
