import AddressParsing

extension Geocoder {
    /// Whether a town that is named beside an address is another one than that of the place that the address was matched
    /// with. A word that is no town's name says nothing.
    ///
    /// - Parameters:
    ///   - place: The town of the place, as the reference has it; empty where it has none.
    ///   - zip: The number of the place's ``PostalCode``, 0 for none.
    package func isTown(_ name: String, otherThan place: String, zip: UInt32) -> Bool {
        let key = TownName.key(name)
        guard !key.isEmpty, reference.towns.isTown(key) else { return false }
        return reference.towns.town(key, ofPlace: place, zip: zip) == .contradicts
    }
}
