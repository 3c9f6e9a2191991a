package import AddressParsing
package import Geometry

/// How exactly a position says where an address is, best first.
package enum MatchPrecision: UInt8, Sendable, CaseIterable, Comparable {
    case addressPoint, range, intersection, block, street

    package var name: String {
        switch self {
        case .addressPoint: "address_point"
        case .range: "range"
        case .intersection: "intersection"
        case .block: "block"
        case .street: "street"
        }
    }

    package static func < (first: Self, second: Self) -> Bool { first.rawValue < second.rawValue }
}

/// One place where an address may be.
package struct AddressCandidate: Hashable, Sendable {
    package var position: Coordinate
    package var precision: MatchPrecision
    /// The side of the centre line, where one is known.
    package var side: StreetSide?
    /// 100 less the faults' penalties.
    package var score: Double
    package var faults: MatchFaults
    /// The address in the reference's words: `1200 N MAIN ST, 21202`.
    package var matched: String
    package var number: Int?
    /// What stands before it: `N50W`, or empty.
    package var numberPrefix: String
    /// The street, or the streets that meet.
    package var streets: [StreetName]
    /// A ZIP or postal code, or empty where the reference has none.
    package var zip: String
    package var place: String
    /// The street by its place in the reference, the first of those that meet.
    var streetIndex: UInt32?
    /// The radius within which about 95 in 100 such positions lie, metres.
    package var uncertainty: Double
    /// The same if this street is the one that was meant, metres: faults that leave that open widen the other.
    package var uncertaintyIfMeant: Double
}

extension AddressCandidate {
    /// Returns the distance to another position nearby, metres.
    package func distance(to other: Coordinate) -> Double { LocalPlane.distance(position, other) }

    /// Whether another place of its number on its street can be the same address: its point and its range.
    package func isOnePlace(with other: AddressCandidate) -> Bool {
        streets == other.streets && number == other.number
            && distance(to: other.position) <= uncertainty + other.uncertainty
    }
}

/// What came of an address line.
package enum MatchStatus: Sendable, Hashable {
    case match
    /// Several places fit equally well; they come first among the candidates.
    case tie
    case none(UnmatchedReason)

    package var name: String {
        switch self {
        case .match: "match"
        case .tie: "tie"
        case .none: "none"
        }
    }
}

/// Why an address line was not placed.
package enum UnmatchedReason: Sendable, Hashable, BitwiseCopyable {
    /// The line names nothing that a street map can place.
    case unplaceable(UnplaceableReason)
    case streetNotFound
    /// The streets of a crossing are known, and come nowhere near each other.
    case streetsDoNotMeet
    /// The best candidate's score is below the least.
    case scoreTooLow
    /// The best candidate contradicts the town, state, ZIP code or direction that the line names.
    case contradicted(MatchFault)
    /// The best candidate rests on two guesses at the name.
    case guessedTwice

    package var name: String {
        switch self {
        case .unplaceable(let reason): reason.rawValue
        case .streetNotFound: "street_not_found"
        case .streetsDoNotMeet: "streets_do_not_meet"
        case .scoreTooLow: "score_too_low"
        case .contradicted(let fault): fault.name
        case .guessedTwice: "guessed_twice"
        }
    }
}

/// An address line with the places where it may be, best first.
package struct GeocodedAddress: Sendable {
    package var status: MatchStatus
    package var candidates: [AddressCandidate]
    /// How many candidates tie for the first place; 1 for a match, 0 for none.
    package var tieCount: Int
    /// The reading that gave the best candidate, or the line's first.
    package var reading: AddressReading

    /// The place of a match, or `nil` for a tie or none.
    package var match: AddressCandidate? { status == .match ? candidates.first : nil }

    /// Why the line was not placed, or `nil` for a match or tie.
    package var reason: UnmatchedReason? { if case .none(let reason) = status { reason } else { nil } }

    /// The candidates that tie.
    package var ties: ArraySlice<AddressCandidate> { status == .tie ? candidates.prefix(tieCount) : [] }
}
