import AddressParsing
package import Geocoding
package import ServiceRequests

/// The addresses of a table's requests with their places: each different text is geocoded once.
package struct AddressBook: Sendable {
    package let geocoder: Geocoder
    package let places: [AddressPlace]
    /// The streets that addresses were matched with, as people write them.
    package let streets: [String]
    /// The same as the reference has them.
    let streetNames: [StreetName]
    /// For each row the place of its address in ``places``, or −1 where it has none. Rows of one place have one address.
    package let placeByRow: [Int32]
    /// For each row that has both, the metres from its recorded position to its address, the first place of one that fits
    /// several; otherwise not a number.
    package let errors: [Float]

    init(
        geocoder: Geocoder, places: [AddressPlace], streets: [String], streetNames: [StreetName],
        placeByRow: [Int32], errors: [Float]
    ) {
        self.geocoder = geocoder
        self.places = places
        self.streets = streets
        self.streetNames = streetNames
        self.placeByRow = placeByRow
        self.errors = errors
    }

    /// The place of a row's address, or `nil` where it has no address.
    package func place(at row: Int) -> AddressPlace? {
        placeByRow[row] < 0 ? nil : places[Int(placeByRow[row])]
    }

    /// Returns all that the geocoder says of a row's address, or `nil` where it has none.
    package func geocoded(row: Int, in table: RequestTable) -> GeocodedAddress? {
        guard let address = table.address(at: row) else { return nil }
        let geocoded = geocoder.geocode(address)
        guard geocoded.status == .tie || isElsewhere(geocoded, than: table.cities[row]),
            let fuller = AddressLine(table: table).fuller(row, PlaceParts(geocoded.reading))
        else { return geocoded }
        return geocoder.geocode(fuller)
    }

    private func isElsewhere(_ geocoded: GeocodedAddress, than town: String?) -> Bool {
        guard let town, let match = geocoded.match else { return false }
        let own = TownColumn.Town(match)
        return geocoder.isTown(town, otherThan: own.name, zip: own.zip)
    }
}

/// Which parts of a place a line itself names.
struct PlaceParts: BitwiseCopyable, Sendable {
    let hasTown: Bool
    let hasZip: Bool

    init(_ reading: AddressReading) {
        hasTown = !reading.city.isEmpty
        hasZip = !reading.zip.isEmpty
    }
}

/// The line that is looked up for a request.
struct AddressLine {
    let table: RequestTable

    /// Returns the address with the town and the ZIP code of their own columns, where the line itself lacks them;
    /// `nil` where they add nothing.
    func fuller(_ row: Int, _ parts: PlaceParts) -> String? {
        guard let address = table.address(at: row) else { return nil }
        let city = parts.hasTown ? nil : table.cities[row]
        let zip = parts.hasZip ? nil : table.zips[row]
        let rest = [city, zip].compactMap(\.self)
        return rest.isEmpty ? nil : ([address] + rest).joined(separator: ", ")
    }
}
