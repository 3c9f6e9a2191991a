import Geocoding
package import Geometry

/// A place as everybody may see it: one for all houses of a block, never a house.
package struct PublicPlace: Hashable, Sendable {
    /// What may be told of where something is.
    package enum Name: Hashable, Sendable {
        /// Nothing near bears a name.
        case unnamed
        /// The blocks of a street by their first numbers, several where they are joined.
        case block(ClosedRange<Int>, street: String)
        /// A street of which no block may be told, or none is known.
        case street(String)
        case crossing(String, String)
        /// Beside a street that is not the address's own.
        case near(street: String)
    }

    package let name: Name
    /// The block's middle on the centre line, or the crossing.
    package var position: Coordinate
    /// How far from it those may be who are told by it, metres.
    package let reach: Double

    package init(name: Name, position: Coordinate, reach: Double) {
        self.name = name
        self.position = position
        self.reach = reach
    }

    /// `400 block of Elm St`, `5th Ave & Elm St`, `near Elm St`, or empty where nothing near bears a name.
    package var title: String {
        switch name {
        case .unnamed: ""
        case .block(let hundreds, let street): Self.title(hundreds, street)
        case .street(let street): street
        case .crossing(let one, let other): "\(one) & \(other)"
        case .near(let street): "near \(street)"
        }
    }

    private static func title(_ hundreds: ClosedRange<Int>, _ street: String) -> String {
        if hundreds.count == 1 { return StreetBlock.title(of: hundreds.lowerBound, street: street) }
        let first = hundreds.lowerBound == 0 ? "unit" : "\(hundreds.lowerBound)"
        return "\(first) to \(hundreds.upperBound) blocks of \(street)"
    }
}

extension PublicPlace.Name {
    /// Whether it is told by a house number's hundred, or is a crossing.
    var tellsNumber: Bool {
        switch self {
        case .block, .crossing: true
        case .unnamed, .street, .near: false
        }
    }

    /// The street's name, of a crossing the first; empty where none is told.
    package var street: String {
        switch self {
        case .unnamed: ""
        case .block(_, let street), .street(let street), .near(let street), .crossing(let street, _): street
        }
    }
}
