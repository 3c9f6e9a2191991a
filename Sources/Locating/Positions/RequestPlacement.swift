package import Geometry

/// Where one request is, in which area of a layer it counts, and what the CRM made of it.
package struct RequestPlacement: Sendable {
    package var place = RequestPlace.missing(.blank)
    /// The area that the CRM recorded, by the layer's edition; −1 for none.
    package var assigned = -1
    package var positionSource = Position.Source.recorded

    package init() {}

    /// - Parameter assigned: The area that the CRM recorded; −1 for none.
    package init(place: RequestPlace, assigned: Int, positionSource: Position.Source) {
        self.place = place
        self.assigned = assigned
        self.positionSource = positionSource
    }

    /// The area that the request is counted in: where it lies or, without a position, where the CRM put it; −1 for none.
    package var home: Int {
        switch place {
        case .located(_, let area): area
        case .missing: assigned
        }
    }

    package var position: Coordinate? {
        if case .located(let position, _) = place { position } else { nil }
    }
}

/// Where a request is.
package enum RequestPlace: Sendable, Hashable {
    /// Within an area; −1 outside of all of them.
    case located(Coordinate, area: Int)
    case missing(MissingPosition)
}
