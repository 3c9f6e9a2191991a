package import AddressParsing
package import Geometry

/// The two sides of a street, seen along its centre line.
package enum StreetSide: UInt8, Sendable, CaseIterable {
    case left, right

    package var name: String { self == .left ? "left" : "right" }
    var opposite: StreetSide { self == .left ? .right : .left }
}

/// A stretch of a street's centre line with the house numbers on its sides, as a source gives it.
package struct StreetSegment: Hashable, Sendable {
    /// The street's own name first, then other names that it goes by.
    package var names: [StreetName]
    package var line: [Coordinate]
    package var left: AddressRange?
    package var right: AddressRange?
    /// Five digits, or empty.
    package var leftZip = ""
    package var rightZip = ""
    /// The town on each side, or empty.
    package var leftPlace = ""
    package var rightPlace = ""

    package init(names: [StreetName], line: [Coordinate]) {
        self.names = names
        self.line = line
    }
}

/// One address with its own position, as a source gives it.
package struct AddressPoint: Hashable, Sendable {
    package var street: StreetName
    package var number: Int
    /// Letters and a grid before the number, upper case, or empty: `N50W`.
    package var prefix = ""
    /// Letters or a fraction after the number, upper case, or empty.
    package var suffix = ""
    package var zip = ""
    package var place = ""
    package var position: Coordinate

    package init(street: StreetName, number: Int, position: Coordinate) {
        self.street = street
        self.number = number
        self.position = position
    }
}
