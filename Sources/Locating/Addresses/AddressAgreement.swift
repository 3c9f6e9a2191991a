import Geocoding
import Geometry
package import ServiceRequests

/// How many recorded positions lie far from the addresses that stand beside them.
///
/// Where most do, the column of addresses holds other places than the requests', such as the homes of who reported: nothing certain
/// rests on it. Only usable positions and addresses that were matched to a house or a corner are compared, as in ``PositionErrors``.
package struct AddressAgreement: Codable, Sendable, Equatable {
    /// A position farther from its address than this, metres, was not measured badly: it is another place.
    package static let another = 250.0
    /// Fewer tell nothing.
    private static let fewest = 20

    package private(set) var compared = 0
    package private(set) var apart = 0

    package init() {}

    package init(_ fact: CityFacts.KeptAddressAgreement) { (compared, apart) = (fact.compared, fact.apart) }

    /// What a part of the requests has to know of it; `nil` where nothing was compared.
    package var fact: CityFacts.KeptAddressAgreement? {
        compared == 0 ? nil : CityFacts.KeptAddressAgreement(compared: compared, apart: apart)
    }

    /// Whether the addresses are more likely those of something else.
    package var isDoubtful: Bool { compared >= Self.fewest && apart * 2 > compared }

    /// Takes up an error, metres.
    mutating func add(_ error: Double) {
        guard error <= PositionErrors.elsewhere else { return }
        compared += 1
        if error > Self.another { apart += 1 }
    }

    /// Takes up the next slice of a file, or all of it.
    package mutating func add(_ book: AddressBook) {
        let comparable = book.places.map(\.isComparable)
        for row in book.errors.indices where book.placeByRow[row] >= 0 {
            if comparable[Int(book.placeByRow[row])] { add(Double(book.errors[row])) }
        }
    }
}

extension AddressLocator {
    /// Returns how some rows of a table agree with their addresses.
    ///
    /// - Parameter placeholders: The default points, which are compared with nothing.
    package func agreement(
        of rows: some Sequence<Int>, in table: RequestTable, placeholders: Placeholders
    ) -> AddressAgreement {
        let rows = rows.filter { table.positionStates[$0] == .recorded && !placeholders.contains($0) }
        let book = locate(table, rows: rows)
        var agreement = AddressAgreement()
        for row in rows {
            guard let place = book.place(at: row), place.isComparable, let position = place.position else {
                continue
            }
            agreement.add(
                LocalPlane.distance(
                    position.coordinate,
                    Coordinate(longitude: table.longitudes[row], latitude: table.latitudes[row])))
        }
        return agreement
    }
}
