package import Geocoding
package import Geometry
import ServiceRequests

/// What somebody wants to know the areas of.
package enum LocateQuery {
    case position(Coordinate)
    case address(String)

    /// Reads what was typed or pasted: two bare numbers are a position, the longitude first, and so is a pair whose form or
    /// letters say which is which, such as `(39.295, -76.615)`, `39°17'42"N 76°36'54"W` or `POINT (-76.615 39.295)`. All else is
    /// an address.
    ///
    /// - Returns: `nil` for two numbers that are no degrees.
    package init?(_ words: [String]) {
        let text = words.joined(separator: " ")
        let parts = text.split { $0 == "," || $0 == ";" || $0.isWhitespace }
        let numbers = parts.compactMap { Double($0.replacing("\u{2212}", with: "-")) }
        let pair: (longitude: Double, latitude: Double)
        if parts.count == 2, numbers.count == 2 {
            pair = (numbers[0], numbers[1])
        } else if text.contains(where: Self.marks.contains), let pasted = PositionText(text),
            pasted.order != nil
        {
            guard let degrees = PositionSystems().degrees(pasted) else { return nil }
            pair = (degrees.longitude.value, degrees.latitude.value)
        } else {
            self = .address(text)
            return
        }
        guard ClosedRange.writtenLongitudes.contains(pair.longitude), abs(pair.latitude) <= 90 else {
            return nil
        }
        self = .position(Coordinate(longitude: pair.longitude, latitude: pair.latitude).standard)
    }

    /// Without one of these, `100 E 50 N` is a house number and a street, as in Utah.
    private static let marks: Set<Character> = [".", "(", "{", "[", "°", "º", "˚", "'", "′", "\"", "″"]
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
