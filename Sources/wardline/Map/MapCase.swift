import Chronology
import Locating
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
    var placement = RequestPlacement()
    var routing = RoutedRequests.Routing.agreed
    /// How often the problem came back at this place.
    var timesReturned = 0
}

extension MapCase {
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
