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

    /// - Parameter placeholders: The default points of the table; none where they count as positions.
    package func places(
        in table: RequestTable, lookup: Lookup, placeholders: Placeholders
    ) -> RequestPlaces {
        let addresses = geocoder.map { geocoder in
            let locator = AddressLocator(geocoder, jobs: jobs)
            return switch lookup {
            case .allAddresses: locator.locate(table, placeholders: placeholders)
            case .missingPositions:
                locator.locate(
                    table,
                    rows: (0..<table.count).lazy.filter {
                        Self.missing(atRow: $0, in: table, placeholders: placeholders) != nil
                    })
            }
        }
        let bases = mapSlices(count: table.count, sliceLength: 65_536, jobs: jobs, makeWorker: {}) {
            (_: inout Void, rows: Range<Int>) -> [PositionBasis] in
            rows.map { Self.basis(ofRow: $0, in: table, placeholders: placeholders, addresses: addresses) }
        }
        return RequestPlaces(
            table, placeholders: placeholders, addresses: addresses, bases: Array(bases.joined()))
    }

    private static func basis(
        ofRow row: Int, in table: RequestTable, placeholders: Placeholders, addresses: AddressBook?
    ) -> PositionBasis {
        guard let missing = missing(atRow: row, in: table, placeholders: placeholders) else {
            return .recorded
        }
        guard let place = addresses?.place(at: row), place.confidence != nil, place.position != nil else {
            return .missing(missing)
        }
        return .address
    }

    /// Why a row's recorded position cannot be used; `nil` where it can.
    private static func missing(
        atRow row: Int, in table: RequestTable, placeholders: Placeholders
    ) -> MissingPosition? {
        if let missing = MissingPosition(table.positionStates[row]) { return missing }
        return placeholders.contains(row) ? .defaultPoint : nil
    }
}
