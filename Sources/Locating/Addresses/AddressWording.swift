import AddressParsing
package import Geocoding

extension UnmatchedReason {
    /// The reason in words, without the address.
    package var text: String {
        switch self {
        case .streetNotFound: "the address names no street of the reference"
        case .streetsDoNotMeet: "the streets of the crossing come nowhere near each other"
        case .scoreTooLow: "nothing in the reference fits the address well enough"
        case .unplaceable(.empty): "there is no address"
        case .unplaceable(let reason):
            "the address is no place on a street (\(reason.rawValue.replacing("_", with: " ")))"
        }
    }
}

extension AddressCandidate {
    /// The address as people write it: `120 S Main St`, `Elm St & 5th Ave`.
    package var title: String {
        let streets = streets.map(\.title).joined(separator: " & ")
        return number.map { "\($0) \(streets)" } ?? streets
    }
}
