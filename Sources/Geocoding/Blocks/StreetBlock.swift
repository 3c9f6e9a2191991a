package import Geometry

/// A place as it may be made public: a block, not a house.
package struct StreetBlock: Hashable, Sendable {
    /// `400 block of Elm St`, `5th Ave & Elm St`, a street's name, or empty where nothing names the place.
    package let title: String
    /// The block's middle on the centre line, or the crossing.
    package let middle: Coordinate

    /// Returns a block's title by its lowest number, `unit block of Elm St` below 100; empty without a street.
    package static func title(of first: Int, street: String) -> String {
        if street.isEmpty { return "" }
        return first == 0 ? "unit block of \(street)" : "\(first) block of \(street)"
    }
}
