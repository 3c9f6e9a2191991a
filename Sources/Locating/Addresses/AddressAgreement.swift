import Geocoding
import Geometry
package import ServiceRequests

/// How many recorded positions lie far from the addresses that stand beside them.
///
/// Where most do, the column of addresses holds other places than the requests', such as the homes of who reported: nothing certain
/// rests on it. The same may be so of a channel, of a category, or of a stretch of the file alone, such as a sheet that was sorted
/// in part. Of a street on which most positions lie, but far from where the reference has their numbers, the numbers alone are doubted.
/// Only usable positions and addresses that were matched to a house or a corner are compared, as in ``PositionErrors``.
package struct AddressAgreement: Codable, Sendable, Equatable {
    /// A position farther from its address than this, metres, was not measured badly: it is another place.
    package static let another = 250.0
    /// Fewer tell nothing.
    static let fewest = 20

    package typealias Part = CityFacts.KeptAddressAgreement.Part

    package private(set) var compared = 0
    package private(set) var apart = 0
    private var doubtedParts: [Part]?

    package init() {}

    package init(_ fact: CityFacts.KeptAddressAgreement) {
        (compared, apart, doubtedParts) = (fact.compared, fact.apart, fact.parts)
    }

    init(compared: Int, apart: Int, parts: [Part]) {
        (self.compared, self.apart) = (compared, apart)
        doubtedParts = parts.isEmpty ? nil : parts
    }

    enum CodingKeys: String, CodingKey {
        case compared, apart
        case doubtedParts = "parts"
    }

    /// What a part of the requests has to know of it; `nil` where nothing was compared.
    package var fact: CityFacts.KeptAddressAgreement? {
        compared == 0
            ? nil : CityFacts.KeptAddressAgreement(compared: compared, apart: apart, parts: doubtedParts)
    }

    /// Whether all addresses are more likely those of something else.
    package var isDoubtful: Bool { compared >= Self.fewest && apart * 2 > compared }

    /// The requests whose addresses are more likely those of something else, where not all are.
    package var parts: [Part] { isDoubtful ? [] : doubtedParts ?? [] }
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
        var tally = AgreementTally()
        let columns = AgreementTally.Columns(table)
        for row in rows {
            guard let place = book.place(at: row), place.isComparable, let position = place.position else {
                continue
            }
            let error = LocalPlane.distance(
                position.coordinate,
                Coordinate(longitude: table.longitudes[row], latitude: table.latitudes[row]))
            tally.add(AgreementTally.Pair(row, in: columns, place: book.placeByRow[row]), error: error)
        }
        return tally.agreement(of: table)
    }
}
