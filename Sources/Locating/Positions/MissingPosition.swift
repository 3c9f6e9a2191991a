package import ServiceRequests

/// Why a request's recorded position cannot be used.
package enum MissingPosition: UInt8, Sendable, CaseIterable, BitwiseCopyable {
    /// No position is recorded, or only half of one.
    case blank
    /// Text stands where a number should be.
    case unreadable
    /// A number that no longitude or latitude can have.
    case outOfRange
    /// Exactly 0, 0.
    case zero
    /// A default point that many addresses share.
    case defaultPoint
    /// A place in another part of the world than the city's requests.
    case farAway

    /// - Returns: `nil` for a position that can be used.
    package init?(_ state: PositionState) {
        switch state {
        case .recorded: return nil
        case .blank: self = .blank
        case .unreadable: self = .unreadable
        case .outOfRange: self = .outOfRange
        case .zero: self = .zero
        }
    }

    /// Tells why a recorded position was not used: one that can be read is a default point.
    package init(ofUnused state: PositionState) { self = MissingPosition(state) ?? .defaultPoint }

    /// The reason as people read it after a count of requests.
    package var reason: String {
        switch self {
        case .blank: "without a position"
        case .unreadable: "with a position that cannot be read"
        case .outOfRange: "with a position that is nowhere on a map"
        case .zero: "with a half of the position 0"
        case .defaultPoint: "at a default point that many addresses share"
        case .farAway: "with a position in another part of the world"
        }
    }

    /// The reason as a clause, as a list of rejects gives it for one request.
    package var sentence: String {
        switch self {
        case .blank: "no position is recorded"
        case .unreadable: "the position is no pair of numbers"
        case .outOfRange: "the position is out of range"
        case .zero: "a half of the position is 0"
        case .defaultPoint: "the position is a default point that many addresses share"
        case .farAway: "the position is in another part of the world; are longitude and latitude swapped?"
        }
    }

    /// The reason in a column of a table and in a summary.
    package var word: String {
        switch self {
        case .blank: "no_position"
        case .unreadable: "unreadable_position"
        case .outOfRange: "position_out_of_range"
        case .zero: "zero_position"
        case .defaultPoint: "default_point"
        case .farAway: "far_position"
        }
    }
}
