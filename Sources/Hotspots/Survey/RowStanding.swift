package import Locating

/// Whether a row takes part in the search for clusters, or why not.
package enum RowStanding: UInt8, Sendable, CaseIterable, BitwiseCopyable {
    /// By its recorded position.
    case used
    /// By the place of its address, since its position is not usable.
    case placedByAddress
    case otherCategory, privateCategory, ignoredStatus, outsideDates, outsideArea
    case noPosition, unreadablePosition, positionOutOfRange, zeroPosition, farPosition, defaultPoint

    package var isUsed: Bool { self == .used || self == .placedByAddress }

    /// Whether only a usable position is missing.
    var lacksPosition: Bool { rawValue >= RowStanding.noPosition.rawValue }

    /// The word in the column `role` of the assignments.
    package var word: String {
        switch self {
        case .used, .placedByAddress: "noise"
        case .otherCategory: "other_category"
        case .privateCategory: "private_category"
        case .ignoredStatus: "ignored_status"
        case .outsideDates: "outside_dates"
        case .outsideArea: "outside_area"
        case .noPosition: "no_position"
        case .unreadablePosition: "unreadable_position"
        case .positionOutOfRange: "position_out_of_range"
        case .zeroPosition: "zero_position"
        case .farPosition: "far_position"
        case .defaultPoint: "default_point"
        }
    }

    package init(_ missing: MissingPosition) {
        switch missing {
        case .blank: self = .noPosition
        case .unreadable: self = .unreadablePosition
        case .outOfRange: self = .positionOutOfRange
        case .zero: self = .zeroPosition
        case .farAway: self = .farPosition
        case .defaultPoint: self = .defaultPoint
        }
    }
}
