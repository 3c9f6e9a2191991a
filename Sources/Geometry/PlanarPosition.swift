/// A pair of numbers on a plane, whose type says what they measure.
///
/// Shapes are generic over it, so that degrees and metres cannot be mixed by accident. This module is public where the
/// others are `package`, since the compiler inlines and specialises code of another module only if it is public.
public protocol PlanarPosition: Hashable, Sendable, BitwiseCopyable {
    /// East, in the type's unit.
    var x: Double { get }
    /// North, in the type's unit.
    var y: Double { get }
    /// Creates a position from two numbers in the type's unit.
    init(x: Double, y: Double)
}

/// A position on the ground in degrees (WGS 84), longitude first.
public struct Coordinate: PlanarPosition, BitwiseCopyable {
    /// Degrees east of Greenwich, −180…180.
    public var longitude: Double
    /// Degrees north of the equator, −90…90.
    public var latitude: Double

    /// Creates a position from degrees.
    @inlinable public init(longitude: Double, latitude: Double) {
        self.longitude = longitude
        self.latitude = latitude
    }

    /// Creates a position from a longitude and a latitude.
    @inlinable public init(x: Double, y: Double) { self.init(longitude: x, latitude: y) }
    /// The longitude.
    @inlinable public var x: Double { longitude }
    /// The latitude.
    @inlinable public var y: Double { latitude }
}

/// A position in metres on a local projection: distances between two of them are metres on the ground.
public struct ProjectedPoint: PlanarPosition {
    /// Metres east of the projection's centre.
    public var x: Double
    /// Metres north of the projection's centre.
    public var y: Double

    /// Creates a position from its numbers.
    @inlinable public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    /// Returns the distance to another point, metres.
    @inlinable public func distance(to other: ProjectedPoint) -> Double {
        let dx = x - other.x
        let dy = y - other.y
        return (dx * dx + dy * dy).squareRoot()
    }
}

/// A position as a file stores it: in the unit and axis order (east, north) of that file's own reference system,
/// which may be degrees, metres or feet.
public struct MapPoint: PlanarPosition {
    /// East, in the system's unit.
    public var x: Double
    /// North, in the system's unit.
    public var y: Double

    /// Creates a position from its numbers.
    @inlinable public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }
}
