import AddressParsing
package import Geocoding

/// Where an address is, as far as the reference tells.
package struct AddressPlace: Sendable, BitwiseCopyable {
    /// How far a match can be relied on.
    package enum Confidence: Int, Sendable, Comparable, BitwiseCopyable {
        /// The line and the reference differ in what can lead to another place.
        case loose
        /// Something is left out or misspelled; the place stands while no other fits nearly as well.
        case likely
        /// Nothing but spacing, an alias or a number's suffix differs.
        case sure

        package static func < (first: Self, second: Self) -> Bool { first.rawValue < second.rawValue }
    }

    package enum Status: Sendable, Hashable, BitwiseCopyable {
        case match(Confidence)
        /// This many places fit equally well.
        case tie(Int)
        case none(UnmatchedReason)

        /// Whether the address is somewhere, be it at one of several places.
        package var isPlace: Bool { if case .none = self { false } else { true } }
    }

    package private(set) var status: Status
    /// The place of a match, or the first of those that tie.
    package let position: Position?
    /// The radius of the position if its street is the one that was meant, metres.
    package let uncertaintyIfMeant: Double
    /// Whether the side of the street is known: from an address point, or from the parity of a range.
    package let knowsSide: Bool
    /// Whether the place contradicts what is written, with which another one of the tie agrees.
    package let isContradicted: Bool
    /// The ZIP code of the place, 0 where the reference has none.
    let zip: Int32
    /// The street of a match, by its index in ``AddressBook/streets``, or −1.
    package internal(set) var street: Int32 = -1

    init(_ geocoded: GeocodedAddress, by geocoder: Geocoder) {
        let best = geocoded.candidates.first
        position = best.map(Position.init)
        uncertaintyIfMeant = best?.uncertaintyIfMeant ?? 0
        knowsSide = best.map(geocoder.knowsSide) ?? false
        isContradicted = best?.faults.contradiction != nil
        zip = best.flatMap { Int32($0.zip) } ?? 0
        status =
            switch geocoded.status {
            case .match: .match(best.map(Self.confidence) ?? .loose)
            case .tie: .tie(geocoded.tieCount)
            case .none(let reason): .none(reason)
            }
    }

    /// Creates the place of a match that the request itself contradicts.
    init(doubting place: AddressPlace) {
        self = place
        if case .match = place.status { status = .match(.loose) }
    }

    /// Whether what fits the address lies in another town, state or ZIP code than the one written. One of another direction or
    /// street is none of these: the reference may lack the street or the house that is meant.
    package var isElsewhere: Bool {
        guard case .none(.contradicted(let fault)) = status, position != nil else { return false }
        return fault != .directionalWrong && fault != .otherStreet
    }

    /// Whether it names a crossing of streets that come nowhere near each other.
    package var isUnmetCrossing: Bool { status == .none(.streetsDoNotMeet) }

    /// Whether several places fit equally well.
    var isTied: Bool { if case .tie = status { true } else { false } }

    package var confidence: Confidence? {
        if case .match(let confidence) = status { confidence } else { nil }
    }

    private static let harmless: Set<MatchFault> = [
        .nameSpacing, .alias, .directionalSwapped, .numberSuffixDiffers,
        // An audit asks where else it may be.
        .namesake,
    ]
    private static let incomplete: Set<MatchFault> = [
        .directionalMissing, .directionalExtra, .typeMissing, .typeExtra, .nameMisspelled, .numberOnOtherSide,
        .numberNotInRange,
    ]

    static func confidence(_ candidate: AddressCandidate) -> Confidence {
        // The middle of a whole street says little of any place on it.
        guard candidate.precision < .street else { return .loose }
        let rest = candidate.faults.filter { !harmless.contains($0) }
        if rest.isEmpty { return .sure }
        return candidate.score >= 85 && rest.allSatisfy(incomplete.contains) ? .likely : .loose
    }

}

extension Position {
    package init(_ candidate: AddressCandidate) {
        self.init(
            coordinate: candidate.position, source: Source(candidate.precision),
            uncertainty: candidate.uncertainty)
    }
}

extension Position.Source {
    package init(_ precision: MatchPrecision) {
        self =
            switch precision {
            case .addressPoint: .addressPoint
            case .range: .range
            case .intersection: .intersection
            case .block: .block
            case .street: .street
            }
    }
}
