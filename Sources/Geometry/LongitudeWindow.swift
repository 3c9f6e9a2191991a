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

    /// Returns a line in one piece that begins in the window, also where it crosses the antimeridian.
    package func line(_ line: [Coordinate]) -> [Coordinate] {
        guard let start = line.first.map({ coordinate($0.standard) }) else { return [] }
        return line.map { $0.written(near: start) }
    }
}

extension LongitudeWindow {
    /// Returns the window in which places lie nearer together: −180 to 180, unless they are spread over more than half of
    /// it and over less of 0 to 360.
    package init(closest coordinates: some Sequence<Coordinate>) {
        var standard = (least: Double.infinity, greatest: -Double.infinity)
        var across = standard
        for coordinate in coordinates {
            let longitude = coordinate.longitude
            standard = (min(standard.least, longitude), max(standard.greatest, longitude))
            let turned = Self.acrossAntimeridian.longitude(longitude)
            across = (min(across.least, turned), max(across.greatest, turned))
        }
        let width = standard.greatest - standard.least
        self = width > 180 && across.greatest - across.least < width ? .acrossAntimeridian : .standard
    }
}

extension Coordinate {
    /// The position with a longitude of −180 to 180, as it is told to others.
    @inlinable public var standard: Coordinate {
        longitude > 180
            ? Coordinate(longitude: longitude - 360, latitude: latitude)
            : longitude < -180 ? Coordinate(longitude: longitude + 360, latitude: latitude) : self
    }

    /// The same place with the longitude, of −180 to 180 or beyond, that is at most 180 degrees from another's: what is
    /// reckoned from both is then right across the antimeridian too.
    @inlinable package func written(near other: Coordinate) -> Coordinate {
        let turned = longitude.degrees(near: other.longitude)
        return turned == longitude ? self : Coordinate(longitude: turned, latitude: latitude)
    }
}

extension ClosedRange<Double> {
    /// Longitudes as files write them: of −180 to 180, or counted eastward from 0 to 360.
    package static let writtenLongitudes = -180.0...360.0
}

extension Double {
    /// The longitude of −180 to 180 that one beyond 180 means where it is counted eastward to 360; `nil` for any other number.
    package var longitudeOfFullCircle: Double? { self > 180 && self <= 360 ? self - 360 : nil }

    /// Returns a longitude as it is written at most 180 degrees from another.
    @inlinable package func degrees(near other: Double) -> Double {
        let difference = self - other
        return difference > 180 ? self - 360 : difference < -180 ? self + 360 : self
    }
}
