import Boundaries

/// What a summary asks of a finding's evidence.
enum FindingRemark: Sendable, Equatable {
    case none
    case beforeFirstEdition
    /// A date would tell whether it is right.
    case undated
    /// The sides of its street may be exchanged.
    case exchangedSides
    /// The assigned area, of which nothing can be used.
    case unreadableArea(Ordinal<UnreadableArea>)

    init(_ evidence: Evidence) {
        self =
            switch evidence {
            case .noEditionInForce: .beforeFirstEdition
            case .unreadableArea(let area): .unreadableArea(area)
            case .undatedUnder: .undated
            case .exchangedSides: .exchangedSides
            case .overlap(_, let own): Self(own)
            default: .none
            }
    }

    /// The remark as a number: 0, or 1 before the first edition, or 2 and more by the area that cannot be read; −1 where a date
    /// would decide, −2 where the sides of a street may be exchanged.
    var number: Int {
        switch self {
        case .none: 0
        case .beforeFirstEdition: 1
        case .undated: -1
        case .exchangedSides: -2
        case .unreadableArea(let area): 2 + area.index
        }
    }

    /// Another number is no remark.
    init(number: Int) {
        self =
            switch number {
            case 1: .beforeFirstEdition
            case -1: .undated
            case -2: .exchangedSides
            case 2...Int(Int32.max): .unreadableArea(Ordinal(number - 2))
            default: .none
            }
    }

    /// Evidence that has the remark and tells no more; `nil` for none.
    var evidence: Evidence? {
        switch self {
        case .none: nil
        case .beforeFirstEdition: .noEditionInForce
        case .undated: .undatedUnder(.none)
        case .exchangedSides: .exchangedSides(nil, others: 0)
        case .unreadableArea(let area): .unreadableArea(area)
        }
    }
}
