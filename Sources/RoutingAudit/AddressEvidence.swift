import AddressParsing
package import Boundaries
package import Geocoding
import Locating
import Records

/// What a request's address tells of it in one layer. Addresses are in the words of the reference; areas are those of
/// the edition in force.
package enum AddressEvidence: Hashable, Sendable {
    /// The recorded position is this far from the address, metres; at it is another address, where that is known.
    case recordedElsewhere(distance: Double, address: String, area: Ordinal<Area>, other: NamedPlace?)
    /// The recorded position lies this far beyond the street that is the border, metres; at it is another address, where that is
    /// known.
    case acrossBorder(
        street: String, offset: Double, address: String, area: Ordinal<Area>, other: NamedPlace?)
    /// The recorded position lies this far from the address, metres, across a street whose even numbers lie in the one area there and
    /// whose odd ones in the other, the assigned one.
    case acrossNumbers(
        distance: Double, address: String, area: Ordinal<Area>, street: String, other: Ordinal<Area>)
    /// An address of the same name lies in the assigned area; where houses are listed around it and not this one, by the street's
    /// numbers alone, as a geocoder may have placed it.
    case sameName(address: String, other: NamedPlace, isListed: Bool)
    /// The recorded position and the address are this near to each other, metres, and both not in the assigned area.
    case agreement(distance: Double, address: String, area: Ordinal<Area>)
    /// The recorded position lies in an area, this far from the street that is all that the address names, metres.
    case onStreet(distance: Double, street: String, area: Ordinal<Area>)
    /// The street that is all that the address names runs through the assigned area too.
    case streetInAssigned(street: String, area: Ordinal<Area>)
    /// The recorded position is not in the assigned area, but the address is.
    case addressInAssigned(distance: Double, address: String, area: Ordinal<Area>)
    /// The address lies this far from the assigned area, metres, and may be off by as much.
    case addressNearAssigned(distance: Double, radius: Double, address: String, area: Ordinal<Area>)
    /// The address was matched with doubt; another reading of it may lie in the assigned area.
    case doubtful(address: String, other: NamedPlace?)
    /// The recorded position lies this far from the best reading of the address, metres, and far from all others too; none
    /// is in the assigned area. They may contradict what the address writes.
    case farFromReadings(distance: Double, readings: [NamedPlace], reason: UnmatchedReason?)
    /// The address fits several places in different areas.
    case tie([NamedPlace])
    /// The address is all that tells where the request is, and most addresses of the file lie far from the positions beside them.
    case ofDoubtfulColumn
    /// The house number is all that tells where on its street the request is, and the reference numbers that otherwise than requests.
    case ofDoubtfulNumbers(street: String)
    /// The recorded position lies this far from the street, metres, whose numbers the reference has otherwise than requests, and which
    /// runs through the assigned area or does not.
    case offNumberedStreet(distance: Double, street: String, area: Ordinal<Area>, runsThere: Bool)
    /// The address is all that tells where the request is, and where such requests are agrees with what was recorded by chance alone.
    case agreesByChance
    /// The address was not found.
    case notFound(UnmatchedReason)

    /// A place by its address, and the area that it lies in, or `none`.
    package struct NamedPlace: Hashable, Sendable {
        package let address: String
        package let area: Ordinal<Area>
    }
}

extension AddressEvidence {
    /// Returns the evidence as one short sentence.
    ///
    /// - Parameter code: Returns an area's code.
    func text(layer: String, code: (Ordinal<Area>) -> String) -> String {
        func area(_ area: Ordinal<Area>) -> String { area.exists ? "\(layer) \(code(area))" : "no \(layer)" }
        func place(_ place: NamedPlace) -> String { "\(place.address) is in \(area(place.area))" }
        switch self {
        case .recordedElsewhere(let distance, let address, _, let other?):
            return "recorded \(Self.metres(distance)) m from \(address); \(place(other))"
        case .recordedElsewhere(let distance, let address, let index, nil):
            return "recorded \(Self.metres(distance)) m from \(address), which is in \(area(index))"
        case .acrossBorder(let street, let offset, let address, let index, let other):
            return
                "recorded \(Self.metres(offset)) m beyond the middle of \(street), the border; \(address) is across it,"
                + " in \(area(index))" + (other.map { "; \(place($0))" } ?? "")
        case .acrossNumbers(let distance, let address, let index, let street, let other):
            return
                "recorded \(Self.metres(distance)) m from \(address), which is in \(area(index)) with the numbers of its side of"
                + " \(street) there; those of the other side are in \(area(other))"
        case .sameName(let address, let other, false):
            return
                "\(other.address), which no list of houses has, would be in \(area(other.area)), the assigned one"
                + (other.address.hasSuffix(MatchPrecision.range.tellingWords)
                    ? "" : ", by its street's numbers")
                + "; the address is \(address)"
        case .sameName(let address, let other, true):
            return "\(place(other)), the assigned one; the address is \(address)"
        case .agreement(let distance, let address, let index):
            return "recorded \(Self.metres(distance)) m from \(address); both are in \(area(index))"
        case .onStreet(let distance, let street, let index):
            return "recorded in \(area(index)), \(Self.metres(distance)) m from \(street)"
        case .streetInAssigned(let street, let index):
            return
                "the address names no number, and \(street) runs through \(area(index)) too, the assigned one"
        case .addressInAssigned(let distance, let address, let index):
            return
                "recorded \(Self.metres(distance)) m from \(address), which is in \(area(index)), the assigned one"
        case .addressNearAssigned(let distance, let radius, let address, let index):
            return
                "\(address), known within \(Self.metres(radius)) m, lies \(Self.metres(distance)) m from"
                + " \(area(index)), the assigned one"
        case .doubtful(let address, nil): return "the address resembles \(address), but not beyond doubt"
        case .doubtful(let address, let other?):
            return "the address may be \(address), but \(place(other))"
        case .farFromReadings(let distance, let readings, let reason):
            return
                "recorded \(Self.metres(distance)) m from where the address may be: "
                + readings.map(place).joined(separator: ", ") + (reason.map { "; \($0.text)" } ?? "")
        case .tie(let places):
            return "the address fits \(places.count) places: \(places.map(place).joined(separator: ", "))"
        case .agreesByChance:
            return
                "placed by its address alone, and addresses agree with what was recorded no more than by chance"
        case .ofDoubtfulColumn:
            return "placed by its address alone, and the column of addresses is doubtful"
        case .ofDoubtfulNumbers(let street):
            return
                "placed by its house number alone, and most requests of \(street) lie elsewhere on it than the reference has their numbers"
        case .offNumberedStreet(let distance, let street, let index, let runsThere):
            return
                "recorded \(Self.metres(distance)) m from \(street), "
                + (runsThere
                    ? "which runs through \(area(index)), the assigned one; where its numbers are is doubtful"
                    : "no part of which is in \(area(index))")
        case .notFound(let reason): return reason.text
        }
    }

    /// Returns metres as people write them: `6.2`, `42`, `1,420`.
    package static func metres(_ value: Double) -> String {
        value < 10
            ? FixedDecimal.text(value, decimals: 1) : NumberText.count(Int(min(value, 1e9).rounded()))
    }
}
