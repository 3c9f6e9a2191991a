package import Locating

/// Whether a row takes part in the search for clusters, or why not.
package enum RowStanding: Sendable, Hashable, BitwiseCopyable {
    /// By its recorded position.
    case used
    /// By the place of its address, since its position is not usable.
    case placedByAddress
    case otherCategory, privateCategory, ignoredStatus, outsideDates, outsideArea
    /// Only a usable position is missing.
    case missing(MissingPosition)
    /// A usable position is missing, and the address has a place that is too wide, or too doubtful, to lie near others by.
    case placedRoughly

    package var isUsed: Bool { self == .used || self == .placedByAddress }

    /// Whether only a usable position is missing.
    var lacksPosition: Bool {
        if case .missing = self { true } else { false }
    }

    /// The word in the column `role` of the assignments.
    package var word: String {
        switch self {
        case .used, .placedByAddress: "noise"
        case .otherCategory: "other_category"
        case .privateCategory: "private_category"
        case .ignoredStatus: "ignored_status"
        case .outsideDates: "outside_dates"
        case .outsideArea: "outside_area"
        case .missing(let reason): reason.word
        case .placedRoughly: "rough_address"
        }
    }
}

extension RowStanding: CaseIterable, RawRepresentable {
    package static let allCases: [Self] =
        [
            .used, .placedByAddress, .otherCategory, .privateCategory, .ignoredStatus, .outsideDates,
            .outsideArea,
        ] + MissingPosition.allCases.map(Self.missing) + [.placedRoughly]

    /// The standing as the sums of a part give it: its index among all.
    package var rawValue: UInt8 {
        switch self {
        case .used: 0
        case .placedByAddress: 1
        case .otherCategory: 2
        case .privateCategory: 3
        case .ignoredStatus: 4
        case .outsideDates: 5
        case .outsideArea: 6
        case .missing(let reason): 7 + reason.rawValue
        case .placedRoughly: 7 + UInt8(MissingPosition.allCases.count)
        }
    }

    package init?(rawValue: UInt8) {
        guard Self.allCases.indices.contains(Int(rawValue)) else { return nil }
        self = Self.allCases[Int(rawValue)]
    }
}
