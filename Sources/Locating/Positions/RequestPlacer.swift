package import Geocoding
package import Geometry
package import ServiceRequests
import WorkSharing

/// Finds out where requests are: by the recorded position where it can be used, else by the address.
package struct RequestPlacer: Sendable {
    /// The default points that the city file names, beside those that are found.
    private let namedPlaceholders: [Coordinate]
    private let geocoder: Geocoder?
    private let jobs: Int

    /// Whose addresses are looked up.
    package enum Lookup: Sendable {
        /// Those of all requests, so that addresses and positions can be compared.
        case allAddresses
        /// Those of the requests that have no usable position.
        case missingPositions
    }

    /// - Parameters:
    ///   - reference: Where addresses are looked up; `nil` where the city names no streets.
    ///   - jobs: The number of threads.
    package init(namedPlaceholders: [Coordinate], reference: StreetReference?, jobs: Int) {
        self.namedPlaceholders = namedPlaceholders
        geocoder = reference.map { Geocoder(reference: $0) }
        self.jobs = jobs
    }

    /// Returns where each request of a table lies.
    package func places(in table: RequestTable, lookup: Lookup) -> RequestPlaces {
        let placeholders = PlaceholderFinder(named: namedPlaceholders).find(in: table, jobs: jobs)
        return places(in: table, lookup: lookup, placeholders: placeholders)
    }

    /// - Parameters:
    ///   - placeholders: The default points of the table; none where they count as positions.
    ///   - isAsked: Which rows' addresses are worth looking up; `nil` for all.
    ///   - farAway: The rows whose recorded position is in another part of the world.
    package func places(
        in table: RequestTable, lookup: Lookup, placeholders: Placeholders,
        isAsked: (@Sendable (Int) -> Bool)? = nil, farAway: Set<Int> = []
    ) -> RequestPlaces {
        let missing = { @Sendable (row: Int) -> MissingPosition? in
            if let missing = Self.missing(atRow: row, in: table, placeholders: placeholders) {
                return missing
            }
            return !farAway.isEmpty && farAway.contains(row) ? .farAway : nil
        }
        let addresses = geocoder.map { geocoder in
            let locator = AddressLocator(geocoder, jobs: jobs)
            return switch lookup {
            case .allAddresses: locator.locate(table, placeholders: placeholders)
            case .missingPositions:
                locator.locate(
                    table,
                    rows: (0..<table.count).lazy.filter { (isAsked?($0) ?? true) && missing($0) != nil })
            }
        }
        let bases: [PositionBasis] = filledArray(count: table.count, sliceLength: 65_536, jobs: jobs) {
            rows, bases in
            for row in rows { bases[row] = Self.basis(ofRow: row, missing(row), addresses) }
        }
        return RequestPlaces(table, placeholders: placeholders, addresses: addresses, bases: bases)
    }

    private static func basis(
        ofRow row: Int, _ missing: MissingPosition?, _ addresses: AddressBook?
    ) -> PositionBasis {
        guard let missing else { return .recorded }
        guard let place = addresses?.place(at: row), place.confidence != nil, place.position != nil else {
            return .missing(missing)
        }
        return .address
    }

    /// Returns why a row's recorded position cannot be used; `nil` where it can.
    @inline(__always)
    package static func missing(
        atRow row: Int, in table: RequestTable, placeholders: Placeholders
    ) -> MissingPosition? {
        if let missing = MissingPosition(table.positionStates[row]) { return missing }
        return placeholders.contains(row) ? .defaultPoint : nil
    }
}
