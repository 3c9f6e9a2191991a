import AddressParsing
import Geocoding

/// What the reference says of an address line: all that is kept of it. Its street and its town are numbers of ``LocatedNames``.
struct LocatedLine: BitwiseCopyable, Sendable {
    let place: AddressPlace
    /// The town of the best candidate.
    let town: Int32
    let parts: PlaceParts
}

/// The same as it was found, with the names themselves.
struct FoundLine: Sendable {
    let place: AddressPlace
    /// The first street of the best candidate of a match.
    let street: StreetName?
    let town: TownColumn.Town
    let parts: PlaceParts

    init(_ geocoded: GeocodedAddress, by geocoder: Geocoder) {
        let best = geocoded.candidates.first
        place = AddressPlace(geocoded, by: geocoder)
        street = geocoded.status == .match ? best?.streets.first : nil
        town = TownColumn.Town(best)
        parts = PlaceParts(geocoded.reading)
    }
}

/// The streets and towns met so far, each once.
struct LocatedNames: Sendable {
    /// As people write them.
    private(set) var streets: [String] = []
    /// The same as the reference has them.
    private(set) var streetNames: [StreetName] = []
    private(set) var towns: [TownColumn.Town] = []
    private var streetNumbers: [StreetName: Int32] = [:]
    private var townNumbers: [TownColumn.Town: Int32] = [:]

    /// Returns what was found with numbers for its names.
    mutating func numbered(_ found: FoundLine) -> LocatedLine {
        var place = found.place
        place.street = number(of: found.street)
        return LocatedLine(place: place, town: number(of: found.town), parts: found.parts)
    }

    private mutating func number(of street: StreetName?) -> Int32 {
        guard var street else { return -1 }
        street.written = StreetSpans()
        if let known = streetNumbers[street] { return known }
        streetNumbers[street] = Int32(streets.count)
        streets.append(street.title)
        streetNames.append(street)
        return Int32(streets.count - 1)
    }

    private mutating func number(of town: TownColumn.Town) -> Int32 {
        // Addresses beside each other are mostly of one town.
        if let last = towns.last, last == town { return Int32(towns.count - 1) }
        if let known = townNumbers[town] { return known }
        townNumbers[town] = Int32(towns.count)
        towns.append(town)
        return Int32(towns.count - 1)
    }
}
