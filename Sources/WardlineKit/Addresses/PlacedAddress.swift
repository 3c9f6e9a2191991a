/// What came of an address line.
public struct PlacedAddress: Sendable, Hashable {
    /// Whether a line was placed.
    public enum Status: Sendable, Hashable {
        /// One place is the best.
        case match
        /// Several places fit equally well.
        case tie
        /// None fits; the reason is a name such as `street_not_found`.
        case none(reason: String)
    }

    /// The line as it was given.
    public let line: String
    /// Whether it was placed.
    public let status: Status
    /// Where it may be, the best first; those that tie come first.
    public let candidates: [AddressPlaceCandidate]

    /// The place of a match; `nil` for a tie, which has no place, and for none.
    public var match: AddressPlaceCandidate? { status == .match ? candidates.first : nil }
}

/// One place where an address may be.
public struct AddressPlaceCandidate: Sendable, Hashable {
    /// Degrees east.
    public let longitude: Double
    /// Degrees north.
    public let latitude: Double
    /// The radius within which about 95 in 100 such positions lie, metres.
    public let uncertainty: Double
    /// `address_point`, `range`, `intersection`, `block` or `street`.
    public let precision: String
    /// 100 less the faults' penalties.
    public let score: Double
    /// What speaks against it, such as `directional_missing`.
    public let faults: [String]
    /// The address in the reference's words.
    public let matched: String
}

/// What one edition of a layer says of a position.
public struct LocatedArea: Sendable, Hashable {
    /// The layer's name in the city file.
    public let layer: String
    /// The edition's file.
    public let edition: String
    /// The first day of the edition, as in `2024-07-01`; `nil` from the beginning.
    public let from: String?
    /// The codes of the areas that contain the position; two and more on their border, none outside of all.
    public let codes: [String]
    /// The nearest border of any area, metres.
    public let borderDistance: Double
    /// The nearest of the areas that do not contain the position; `nil` where there is none.
    public let nearestCode: String?
    /// Why the codes may not tell the area: `outside` of all, `unreadable_area` where none contains the position and one that cannot
    /// be read may, `overlap` where several do although no border is near; `nil` where they do.
    public let doubt: String?
}
