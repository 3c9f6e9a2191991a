#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A position in space: metres from the earth's centre, x towards 0° 0°, z towards the north pole.
///
/// The straight line between two of them tells distances everywhere alike: across the antimeridian, at the poles, and
/// however far apart a layer's areas lie. No plane does.
public struct SpacePoint: Hashable, Sendable, BitwiseCopyable {
    /// Metres towards 0° 0°.
    public var x: Double
    /// Metres towards 0° 90° east.
    public var y: Double
    /// Metres towards the north pole.
    public var z: Double

    /// Creates a position from its numbers.
    public init(x: Double, y: Double, z: Double) {
        self.x = x
        self.y = y
        self.z = z
    }

    /// Creates the position of a coordinate on the ellipsoid; no number where the coordinate is none.
    public init(_ coordinate: Coordinate) {
        let radians = Double.pi / 180
        let sine = sin(coordinate.latitude * radians)
        let cosine = cos(coordinate.latitude * radians)
        let radius =
            Earth.equatorialRadius / (1 - Earth.squaredEccentricity * sine * sine).squareRoot()
        x = radius * cosine * cos(coordinate.longitude * radians)
        y = radius * cosine * sin(coordinate.longitude * radians)
        z = radius * (1 - Earth.squaredEccentricity) * sine
    }

    /// Returns the length of the straight line to another position, metres.
    public func chord(to other: SpacePoint) -> Double {
        let (dx, dy, dz) = (x - other.x, y - other.y, z - other.z)
        return (dx * dx + dy * dy + dz * dz).squareRoot()
    }

    /// Returns the way over the ground under a straight line, metres.
    ///
    /// On the mean sphere: right within 1 in 10,000 up to 3,000 km, and far more closely over the lengths of a city.
    public static func arc(ofChord chord: Double) -> Double {
        let half = chord / (2 * Earth.meanRadius)
        return half < 1e-9 || !half.isFinite ? chord : 2 * Earth.meanRadius * asin(min(1, half))
    }

    /// Returns the way over the ground to another position, metres, as ``arc(ofChord:)`` has it.
    public func arc(to other: SpacePoint) -> Double { Self.arc(ofChord: chord(to: other)) }

    /// Returns the straight line under a way over the ground, metres.
    public static func chord(ofArc arc: Double) -> Double {
        let half = arc / (2 * Earth.meanRadius)
        return half < 1e-9 ? arc : 2 * Earth.meanRadius * sin(min(.pi / 2, half))
    }
}
