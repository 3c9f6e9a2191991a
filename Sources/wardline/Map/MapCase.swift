import Chronology
import Geometry
import Maps
import RoutingAudit

/// One request that was asked for, as a map and its list need it.
struct MapCase: Sendable {
    let row: Int
    let isOpen: Bool
    /// The day it was opened; `nil` where that is not known.
    let opened: CivilDate?
    /// Days from opening until closing, or until the map's day where it is open; `nil` without a day of opening.
    let daysOpen: Int?
    /// Days past what was due, 1 or more; `nil` where it is not overdue or nothing says when it is due.
    let daysOverdue: Int?
    /// An index into the atlas's categories.
    let category: Int
    var place = CasePlace.missing(.noPosition)
    /// The area that the CRM recorded, by the map's edition; −1 for none.
    var assigned = -1
    var routing = CaseRouting.agreed
    var positionSource = Position.Source.recorded
    /// How often the problem came back at this place.
    var timesReturned = 0
}

/// Where a case is.
enum CasePlace: Sendable, Hashable {
    /// Within an area; −1 outside of all of them.
    case located(Coordinate, area: Int)
    case missing(MissingPlace)
}

/// Why a case cannot be drawn.
enum MissingPlace: Int, Sendable, CaseIterable {
    case noPosition, unreadable, impossible, zero, defaultPoint

    /// The reason as people read it after a count.
    var reason: String {
        switch self {
        case .noPosition: "without a position"
        case .unreadable: "with a position that cannot be read"
        case .impossible: "with a position that is nowhere on a map"
        case .zero: "with the position 0, 0"
        case .defaultPoint: "at a default point that many addresses share"
        }
    }
}

/// What the audit says of a case's assigned area.
enum CaseRouting: Sendable {
    case agreed, uncertain, misrouted
}

extension MapCase {
    /// The area that the case is counted in: where it lies or, without a position, where the CRM put it; −1 for none.
    var home: Int {
        switch place {
        case .located(_, let area): area
        case .missing: assigned
        }
    }

    var position: Coordinate? {
        if case .located(let position, _) = place { position } else { nil }
    }

    var emphasis: MarkerEmphasis {
        var emphasis: MarkerEmphasis = timesReturned > 0 ? .repeated : []
        switch routing {
        case .agreed: break
        case .uncertain: emphasis.insert(.doubtful)
        case .misrouted: emphasis.insert(.misplaced)
        }
        return emphasis
    }
}
