package import Boundaries
package import Geometry

/// Where one request is, in which area of a layer it counts, and what the CRM made of it.
package struct RequestPlacement: Sendable {
    package var place = RequestPlace.missing(.blank)
    /// The area that the CRM recorded, by the layer's edition; `none` where there is none.
    package var assigned = Ordinal<Area>.none
    package var positionSource = Position.Source.recorded

    package init() {}

    /// - Parameter assigned: The area that the CRM recorded; `none` where there is none.
    package init(place: RequestPlace, assigned: Ordinal<Area>, positionSource: Position.Source) {
        self.place = place
        self.assigned = assigned
        self.positionSource = positionSource
    }

    /// The area that the request is counted in: where it lies or, without a position, where the CRM put it; `none` where there is none.
    package var area: Ordinal<Area> {
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
    /// Within an area; `none` outside of all of them.
    case located(Coordinate, area: Ordinal<Area>)
    case missing(MissingPosition)
}
