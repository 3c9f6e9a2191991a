import AddressParsing
package import Geocoding

extension UnmatchedReason {
    /// The reason in words, without the address.
    package var text: String {
        switch self {
        case .streetNotFound: "the address names no street of the reference"
        case .streetsDoNotMeet: "the streets of the crossing come nowhere near each other"
        case .scoreTooLow: "nothing in the reference fits the address well enough"
        case .contradicted(let fault): fault.contradictionText
        case .guessedTwice: "only a name that differs in two ways is in the reference"
        case .unplaceable(.empty): "there is no address"
        case .unplaceable(.otherCountry):
            "addresses of other countries than the United States and Canada are not read here"
        case .unplaceable(let reason):
            "the address is no place on a street (\(reason.rawValue.replacing("_", with: " ")))"
        }
    }
}

extension AddressCandidate {
    /// The address as people write it: `120 S Main St`, `Elm St & 5th Ave`.
    package var title: String {
        let streets = streets.map(\.title).joined(separator: " & ")
        return number.map { "\(numberPrefix)\($0) \(streets)" } ?? streets
    }
}

extension MatchFault {
    /// What is written and contradicted, for people.
    fileprivate var contradictionText: String {
        switch self {
        case .zipWrong: "what fits the address lies in another ZIP code than the one written"
        case .cityElsewhere: "what fits the address lies in another town than the one written"
        case .otherStreet: "what fits the address is another street than the one written, which is there too"
        case .stateElsewhere: "the streets of the reference lie in another state than the one written"
        default: "what fits the address has another direction than the one written"
        }
    }
}
