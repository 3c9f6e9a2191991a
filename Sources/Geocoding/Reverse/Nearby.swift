package import AddressParsing
import Algorithms
package import Geometry

/// A stretch of a street near a position.
package struct NearbyStretch: Hashable, Sendable {
    package let street: StreetName
    /// The side of the centre line that the position lies on.
    package let side: StreetSide
    /// Metres from the position to the centre line.
    package let distance: Double
    /// The house number that the ranges give that place; `nil` where the stretch has none.
    package let number: Int?

    /// The hundred that the number belongs to: 400 for 412.
    package var block: Int? { number.map { $0 / 100 * 100 } }
}

/// A crossing near a position.
package struct NearbyCrossing: Hashable, Sendable {
    /// The streets that meet, in order of their names.
    package let streets: [StreetName]
    package let position: Coordinate
    /// Metres.
    package let distance: Double

    /// `5th Ave & Elm St`; a street that changes its directional there is named once.
    package var title: String { streets.uniqued(on: \.name).map(\.title).joined(separator: " & ") }
}

/// An address near a position.
package struct NearbyAddress: Hashable, Sendable {
    package let street: StreetName
    package let number: Int
    /// Letters or a fraction after the number, or empty.
    package let suffix: String
    package let position: Coordinate
    /// Metres.
    package let distance: Double
}
