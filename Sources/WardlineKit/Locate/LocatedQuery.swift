package import Geocoding
package import Geometry

/// What somebody wants to know the areas of.
package enum LocateQuery {
    case position(Coordinate)
    case address(String)
}

/// A query with the places that it means.
package struct LocatedQuery {
    package enum Places {
        case position(Coordinate)
        case geocoded(GeocodedAddress)
    }

    package let query: LocateQuery
    package let places: Places

    package init(query: LocateQuery, places: Places) {
        self.query = query
        self.places = places
    }

    /// Whether an address was asked for and not found.
    package var isNothing: Bool {
        if case .geocoded(let geocoded) = places, case .none = geocoded.status { true } else { false }
    }

    /// The places to tell areas for: that of a match, all that tie, or none.
    package var candidates: [AddressCandidate] {
        guard case .geocoded(let geocoded) = places else { return [] }
        return Array(geocoded.candidates.prefix(geocoded.tieCount))
    }
}
