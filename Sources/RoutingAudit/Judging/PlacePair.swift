import Locating

/// A row's recorded position and its address's.
struct PlacePair {
    let placed: JudgedRow
    let recorded: Position
    let address: Position
    let place: AddressPlace

    var row: Int { placed.row }
    /// Metres between the two.
    var distance: Double { Double(placed.distance) }
    /// Whether both can be one place.
    var agrees: Bool { distance <= recorded.uncertainty + address.uncertainty }
    var isFarApart: Bool {
        Self.isFarApart(distance, recorded: recorded.uncertainty, address: address.uncertainty)
    }
    /// Whether the recorded position is far from the address, were it the one that was meant.
    var isFarIfMeant: Bool {
        Self.isFarApart(distance, recorded: recorded.uncertainty, address: place.uncertaintyIfMeant)
    }
    var isSure: Bool { place.confidence == .sure }
    /// Whether the address stands against the recorded position.
    var isDecisive: Bool { isSure && isFarApart }

    /// Whether two positions lie so far apart that the address cannot have been placed wrong by so much: about 1 in 20
    /// positions lies beyond its uncertainty, and next to none beyond three times that.
    @inline(__always)
    static func isFarApart(_ distance: Double, recorded: Double, address: Double) -> Bool {
        distance > recorded + 3 * address
    }
}
