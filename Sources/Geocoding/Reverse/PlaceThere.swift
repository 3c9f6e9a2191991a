package import Geometry

/// What lies nearest to a position: an address, or the number that its street has there, and the street.
package struct PlaceThere: Hashable, Sendable {
    /// The address point, where one is about as near as the street.
    package let address: NearbyAddress?
    package let stretch: NearbyStretch?

    /// Nothing farther away than this lies at a position, metres.
    package static let reach = 1_600.0
    /// An address farther away than the street by more than this is not that of the position, metres.
    private static let preference = 25.0

    package init(_ position: Coordinate, _ finder: StreetFinder) {
        stretch = finder.nearestStretch(to: position, within: Self.reach)
        let reach = min(Self.reach, (stretch?.distance ?? Self.reach) + Self.preference)
        address = finder.nearestAddress(to: position, within: reach)
    }

    package var isNothing: Bool { address == nil && stretch == nil }
}
