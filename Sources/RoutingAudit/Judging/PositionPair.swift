import Locating

/// A row's recorded position and its address's.
struct PositionPair {
    let row: Int
    let recorded: Position
    let address: Position
    /// Metres between the two.
    let distance: Double
    let place: AddressPlace

    /// Whether both can be one place.
    var agrees: Bool { distance <= recorded.uncertainty + address.uncertainty }
    var isFarApart: Bool { Self.isFarApart(recorded, address: address, distance: distance) }
    var isSure: Bool { place.confidence == .sure }
    /// Whether the address stands against the recorded position.
    var isDecisive: Bool { isSure && isFarApart }

    /// Whether two positions lie so far apart that the address cannot have been placed wrong by so much: about 1 in 20
    /// positions lies beyond its uncertainty, and next to none beyond three times that.
    static func isFarApart(_ recorded: Position, address: Position, distance: Double) -> Bool {
        distance > recorded.uncertainty + 3 * address.uncertainty
    }
}
