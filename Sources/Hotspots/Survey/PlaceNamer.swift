import AddressParsing
package import Geocoding
package import Geometry
package import ServiceRequests

/// Names a cluster's place as people call it.
package struct PlaceNamer {
    package let table: RequestTable
    /// Names positions by the city's streets; `nil` where it has none.
    package let streets: StreetFinder?
    private let parser = AddressParser()

    /// The reports that are asked before one name is settled on.
    private static let witnesses = 9
    /// A cluster whose middle is that near to a crossing is at it, metres: half a street's width and a parked car.
    private static let crossingReach = 18.0
    /// How far a street or an address may be from what is named after it, metres: a deep front yard.
    private static let streetReach = 80.0

    package init(table: RequestTable, streets: StreetFinder?) {
        self.table = table
        self.streets = streets
    }

    /// Returns `400 block of Elm St`, `Elm St & 5th Ave`, an address or a street's name; `nil` where neither the
    /// streets nor the reports' own addresses tell.
    ///
    /// - Parameters:
    ///   - rows: The cluster's reports.
    ///   - positions: Their positions, in the same order.
    package func name(of rows: [Int32], at positions: [Coordinate], around center: Coordinate) -> String? {
        if let name = nameByStreets(positions.prefix(Self.witnesses), around: center) { return name }
        let addresses = rows.prefix(Self.witnesses).compactMap { table.address(at: Int($0)) }
        let side = LineOrder.most(of: addresses.map { (key: $0, value: 1) })
        return commonest(addresses.compactMap { name(ofAddress: $0, side: side) })
    }

    // MARK: By the city's streets

    private func nameByStreets(_ positions: ArraySlice<Coordinate>, around center: Coordinate) -> String? {
        guard let streets else { return nil }
        if let crossing = streets.nearestCrossing(to: center, within: Self.crossingReach) {
            return crossing.title
        }
        let stretches = positions.compactMap { streets.nearestStretch(to: $0, within: Self.streetReach) }
        if let block = commonest(
            stretches.compactMap { stretch in
                stretch.block.map { StreetBlock.title(of: $0, street: stretch.street.title) }
            })
        {
            return block
        }
        if let address = streets.nearestAddress(to: center, within: Self.streetReach) {
            return "\(address.number)\(address.suffix) \(address.street.title)"
        }
        return commonest(stretches.map(\.street.title))
    }

    // MARK: By the reports' own addresses

    /// Returns the block or the crossing that an address names, never the house.
    private func name(ofAddress address: String, side: LineOrder?) -> String? {
        guard let reading = parser.parse(address).readings.first, reading.isPlaceable else { return nil }
        if reading.kind == .intersection, let cross = reading.crossStreets.first {
            return [reading.street.title, cross.title].sorted().joined(separator: " & ")
        }
        guard let street = parser.lineStreet(address, side: side) else { return nil }
        guard let number = street.blockNumber else { return street.title }
        return StreetBlock.title(of: number / 100 * 100, street: street.title)
    }

    /// Returns the name that most give; of equally common ones the first in the alphabet.
    private func commonest(_ names: [String]) -> String? {
        Dictionary(grouping: names, by: { $0 }).max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?
            .key
    }
}
