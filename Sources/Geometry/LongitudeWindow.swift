/// The 360 degrees of longitude in which a city's positions are written: −180 to 180, or 0 to 360 for a city that the
/// antimeridian runs through, so that its two halves lie beside one another.
public struct LongitudeWindow: Hashable, Sendable {
    /// The least longitude, degrees.
    public let west: Double

    private init(west: Double) { self.west = west }

    /// −180 to 180.
    public static let standard = LongitudeWindow(west: -180)
    /// 0 to 360.
    public static let acrossAntimeridian = LongitudeWindow(west: 0)

    /// Returns a longitude of −180 to 180 as it is written in the window.
    @inlinable public func longitude(_ longitude: Double) -> Double {
        longitude < west ? longitude + 360 : longitude
    }

    /// Returns a position as it is written in the window.
    @inlinable public func coordinate(_ coordinate: Coordinate) -> Coordinate {
        Coordinate(longitude: longitude(coordinate.longitude), latitude: coordinate.latitude)
    }
}

extension Coordinate {
    /// The position with a longitude of −180 to 180, as it is told to others.
    @inlinable public var standard: Coordinate {
        longitude > 180 ? Coordinate(longitude: longitude - 360, latitude: latitude) : self
    }
}
