package import Chronology
package import Geometry

/// One request with its texts, for explaining. Work in bulk reads the columns of ``RequestTable`` instead.
package struct ServiceRequest: Sendable, Equatable {
    package var id: String
    package var category: String?
    package var status: String?
    package var channel: String?
    package var opened: Timestamp?
    package var closed: Timestamp?
    package var due: Timestamp?
    package var address: String?
    package var zip: String?
    package var city: String?
    package var parent: String?
    /// The recorded position, also where no map has such a place; `nil` where there are no two numbers.
    package var position: Coordinate?
    package var positionState = PositionState.blank
    /// The decimals that were written of a degree, the more of the two.
    package var positionDecimals = 7
    /// What the CRM assigned in each layer asked for, in their order; `nil` where blank.
    package var assigned: [String?] = []
    /// The physical line of the file, from 1.
    package var line = 1

    /// Creates a request with nothing but an id.
    package init(id: String) { self.id = id }
}
