/// Why a row's area in a layer is in doubt.
package enum LocatedDoubt: UInt8, Sendable, CaseIterable, BitwiseCopyable {
    case none
    /// A border is nearer than the position is sure.
    case nearBorder
    /// Several areas, which overlap, contain the position: the one with the lowest code is told.
    case overlap
    /// The row has no date, and the layer several editions: the last was asked.
    case undated
    /// No area of the layer contains the position.
    case outside
    /// No area contains the position, but it may lie in one that cannot be read.
    case unreadableArea
    /// The row was opened before the layer's first edition, or none was in force on the day that was asked for.
    case noEdition
    /// Neither a position nor an address can be placed.
    case noPosition
    /// The row could not be read.
    case unread

    /// The word in the rows; empty for none.
    package var word: String {
        switch self {
        case .none: ""
        case .nearBorder: "near_border"
        case .overlap: "overlap"
        case .undated: "undated"
        case .outside: "outside"
        case .unreadableArea: "unreadable_area"
        case .noEdition: "no_edition"
        case .noPosition: "no_position"
        case .unread: "unread"
        }
    }

    /// What the word says, for people.
    package var meaning: String {
        switch self {
        case .none: "in an area, beyond doubt"
        case .nearBorder: "in an area, with a border nearer than the position is sure"
        case .overlap: "in several areas, which overlap"
        case .undated: "in an area of the last edition, since the row has no date"
        case .outside: "in no area"
        case .unreadableArea: "in no area that can be read"
        case .noEdition: "before the first edition"
        case .noPosition: "without a place"
        case .unread: "not read"
        }
    }
}
