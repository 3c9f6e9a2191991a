/// What columns of places are usually called in tables that are no city's requests.
package enum UsualColumns {
    static let degrees: [RequestField: [String]] = [
        .longitude: ["longitude", "lon", "lng", "long", "longitud"],
        .latitude: ["latitude", "lat", "latitud"],
    ]

    static let addresses = ["address", "full_address", "street_address", "addr", "adresse", "direccion"]

    /// Returns the names that a column of addresses may have, the likeliest first: those of a known city, or else of all of them, the
    /// usual ones, and last one that may be of any kind of place.
    package static func addresses(knownFor profile: ColumnProfile?) -> [String] {
        names(.address, knownFor: profile) + addresses + ["location"]
    }

    /// Returns the names that a column has in a city's profile, or else in those of all known cities.
    package static func names(_ field: RequestField, knownFor profile: ColumnProfile?) -> [String] {
        (profile.map { [$0] } ?? ColumnProfile.known).flatMap { $0.columns[field] ?? [] }
    }
}
